package org.gatehouse.journeys;

import java.util.UUID;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Gatehouse;

/** Somebody nobody has met before, so that tests never meet each other's people. */
record Person(String username, String email, String password) {

    static final String PASSWORD = "a quite long way home";
    static final String OTHER_PASSWORD = "another way, by the sea";

    static Person anybody() {
        return named("p" + UUID.randomUUID().toString().replace("-", ""));
    }

    /** Somebody with that name; the address is as new as ever. */
    static Person named(String username) {
        return new Person(username, UUID.randomUUID() + "@example.org", PASSWORD);
    }

    Person withEmail(String other) {
        return new Person(username, other, password);
    }

    Person withPassword(String other) {
        return new Person(username, email, other);
    }

    Answer registerAt(Gatehouse gatehouse) {
        return gatehouse.register(username, email, password);
    }

    /** Registers and answers the access token. */
    String joins(Gatehouse gatehouse) {
        return Expect.status(200, registerAt(gatehouse)).jwt();
    }

    /** Registers, and is the same afterwards. */
    Person joinedAt(Gatehouse gatehouse) {
        joins(gatehouse);
        return this;
    }

    /** Registers, confirms by the link from the mail, logs in and answers the access token. */
    String joinsConfirmed(Gatehouse gatehouse) {
        Expect.status(200, registerAt(gatehouse));
        Expect.status(302, gatehouse.follow(gatehouse.inbox().awaitMailTo(email).link()));
        return Expect.status(200, loginAt(gatehouse)).jwt();
    }

    Answer loginAt(Gatehouse gatehouse) {
        return gatehouse.login(username, password);
    }

    /** The number the database knows the person by. */
    long idAt(Gatehouse gatehouse) {
        return gatehouse.database().queryForLong("select id from gatehouse_user where username = ?", username);
    }
}
