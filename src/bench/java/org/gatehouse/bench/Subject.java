package org.gatehouse.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Gatehouse;

/** The Gatehouse that is measured, and the people who log in there. Its rate limit is off, or there would be no load. */
final class Subject implements AutoCloseable {

    static final int PEOPLE = 50;
    static final String PASSWORD = "an engine that weaves";

    private static final Map<String, String> AS_IN_PRODUCTION = Map.of("gatehouse.settings.reload-interval", "5s");

    private final Gatehouse gatehouse;

    private Subject(Gatehouse gatehouse) {
        this.gatehouse = gatehouse;
    }

    /** Starts it on a new database, which takes longer than later starts: the schema is made, and a key. */
    static Subject start() {
        return new Subject(Gatehouse.start(AS_IN_PRODUCTION));
    }

    /** Stops and starts the server, and answers how long the start took until it was ready. */
    Duration restart() {
        gatehouse.server().stop();
        gatehouse.server().start();
        return StartTime.untilNow(gatehouse.server().pid());
    }

    void registerPeople() {
        for (int number = 1; number <= PEOPLE; number++) {
            expectOk(gatehouse.register(name(number), name(number) + "@example.org", PASSWORD));
        }
    }

    /** An access token of one of the people. */
    String token() {
        return expectOk(gatehouse.login(name(1), PASSWORD)).jwt();
    }

    /** A hash of the people's password as Gatehouse has stored it. */
    String storedHash() {
        return gatehouse.database().queryForString(
                "select password_hash from gatehouse_user where username = ?", name(1));
    }

    long memory() {
        return ResidentMemory.mebibytesOf(gatehouse.server().pid());
    }

    Wrk wrk(Path scripts) {
        return new Wrk(scripts, gatehouse.baseUri());
    }

    @Override
    public void close() {
        gatehouse.close();
    }

    private static String name(int number) {
        return "person-" + number;
    }

    private static Answer expectOk(Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException("Gatehouse answers " + answer.status() + " " + answer.body());
        }
        return answer;
    }
}
