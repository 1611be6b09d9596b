package org.gatehouse.journeys;

import java.util.Map;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Gatehouse;
import org.gatehouse.systems.StoredSession;

/**
 * Somebody signed in with one browser or device, who holds one pair of tokens.
 *
 * @param refreshToken works once; {@link #goesOn()} gives the visit with the next
 */
record Visit(Gatehouse gatehouse, String jwt, String refreshToken) {

    static final String INVALID_REFRESH_TOKEN = "Invalid refresh token";

    /** Registers somebody, who is signed in with that. */
    static Visit ofNew(Person person, Gatehouse gatehouse) {
        return of(person.registerAt(gatehouse), gatehouse);
    }

    /** Logs somebody in. */
    static Visit of(Person person, Gatehouse gatehouse) {
        return of(person.loginAt(gatehouse), gatehouse);
    }

    /** Logs somebody in on a device that has a name. */
    static Visit on(String device, Person person, Gatehouse gatehouse) {
        return of(gatehouse.post("/api/auth/local", Map.of("identifier", person.username(),
                "password", person.password(), "deviceId", device)), gatehouse);
    }

    /** What an answer that signs in leads to. */
    static Visit of(Answer answer, Gatehouse gatehouse) {
        Expect.status(200, answer);
        return new Visit(gatehouse, answer.jwt(), answer.refreshToken());
    }

    Visit at(Gatehouse node) {
        return new Visit(node, jwt, refreshToken);
    }

    Visit goesOn() {
        return of(refresh(), gatehouse);
    }

    Answer refresh() {
        return gatehouse.refresh(refreshToken);
    }

    Answer me() {
        return gatehouse.me(jwt);
    }

    Answer sessions() {
        return Expect.status(200, gatehouse.as(jwt).get("/api/auth/sessions"));
    }

    Answer ends(String sessionId) {
        return gatehouse.as(jwt).delete("/api/auth/sessions/" + sessionId);
    }

    /** Logs out of this visit. */
    void logsOut() {
        logsOut(Map.of());
    }

    void logsOut(Map<String, ?> what) {
        Expect.status(200, gatehouse.logout(jwt, what));
    }

    StoredSession stored() {
        return StoredSession.of(gatehouse, jwt);
    }

    /** Neither token is worth anything, from this moment on. */
    void isOver() {
        Expect.invalidToken(me());
        Expect.refusal(401, INVALID_REFRESH_TOKEN, refresh());
    }

    void isNotOver() {
        Expect.status(200, me());
    }
}
