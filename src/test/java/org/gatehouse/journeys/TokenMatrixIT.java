package org.gatehouse.journeys;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every kind of secret works in the one place it was made for: offered anywhere else it is refused like rubbish, and not
 * used up by that (ASVS 9.2.2).
 */
class TokenMatrixIT {

    @RegisterExtension
    static final ChangedSettings MODE = RefreshMode.on();

    private final Gatehouse gatehouse = Gatehouse.shared();

    private enum Kind {
        ACCESS_TOKEN, REFRESH_TOKEN, EXCHANGED_REFRESH_TOKEN, RESET_CODE, CONFIRMATION_CODE, SESSION_ID, NOTHING_OF_OURS
    }

    /** Where something is taken: of which kind, how it is offered, and how all else is refused. */
    private enum Place {
        BEARER(Kind.ACCESS_TOKEN, 200, 401, Expect.INVALID_TOKEN,
                (gatehouse, secret) -> gatehouse.me(secret)),
        PERMISSION_CHECK(Kind.ACCESS_TOKEN, 200, 401, Expect.INVALID_TOKEN, (gatehouse, secret) -> gatehouse.as(secret)
                .get("/api/users-permissions/permissions/check?action=plugin::users-permissions.user.me")),
        REFRESH_BY_BODY(Kind.REFRESH_TOKEN, 200, 401, Visit.INVALID_REFRESH_TOKEN,
                (gatehouse, secret) -> gatehouse.refresh(secret)),
        REFRESH_BY_COOKIE(Kind.REFRESH_TOKEN, 200, 401, Visit.INVALID_REFRESH_TOKEN,
                (gatehouse, secret) -> gatehouse.anonymous().with("Cookie", "gatehouse_refresh=" + secret)
                        .post("/api/auth/refresh", Map.of())),
        RESET_PASSWORD(Kind.RESET_CODE, 200, 400, Expect.INCORRECT_CODE,
                (gatehouse, secret) -> gatehouse.resetPassword(secret, Person.OTHER_PASSWORD)),
        EMAIL_CONFIRMATION(Kind.CONFIRMATION_CODE, 302, 400, "Invalid token",
                (gatehouse, secret) -> gatehouse.get("/api/auth/email-confirmation?confirmation=" + secret)),
        END_A_SESSION(Kind.SESSION_ID, 200, 404, "Session not found", null);

        private final Kind takes;
        private final int accepted;
        private final int refused;
        private final String message;
        private final BiFunction<Gatehouse, String, Answer> offer;

        Place(Kind takes, int accepted, int refused, String message, BiFunction<Gatehouse, String, Answer> offer) {
            this.takes = takes;
            this.accepted = accepted;
            this.refused = refused;
            this.message = message;
            this.offer = offer;
        }
    }

    @TestFactory
    Stream<DynamicTest> nothingOpensWhatItWasNotMadeFor() {
        var ada = Person.anybody();
        var visit = Visit.ofNew(ada, gatehouse);
        var secrets = everythingOf(ada, visit);
        var cells = Arrays.stream(Place.values()).flatMap(place -> Arrays.stream(Kind.values())
                .filter(kind -> kind != place.takes)
                .map(kind -> dynamicTest(kind + " is refused at " + place, () ->
                        Expect.refusal(place.refused, place.message, offer(visit, place, secrets.get(kind))))));
        // in this order: a confirmation changes nothing else, an exchange keeps the session, the rest ends it
        var proof = Stream.of(Place.EMAIL_CONFIRMATION, Place.BEARER, Place.PERMISSION_CHECK, Place.REFRESH_BY_BODY,
                Place.END_A_SESSION, Place.RESET_PASSWORD)
                .map(place -> dynamicTest(place.takes + " is still good at " + place, () ->
                Expect.status(place.accepted, offer(visit, place, secrets.get(place.takes)))));
        return Stream.concat(cells, proof);
    }

    private Answer offer(Visit visit, Place place, String secret) {
        return place == Place.END_A_SESSION ? visit.ends(secret) : place.offer.apply(gatehouse, secret);
    }

    private Map<Kind, String> everythingOf(Person ada, Visit visit) {
        var inbox = gatehouse.inbox();
        var secrets = new EnumMap<Kind, String>(Kind.class);
        gatehouse.forgotPassword(ada.email());
        secrets.put(Kind.RESET_CODE, inbox.awaitMailTo(ada.email()).code());
        gatehouse.database().update("update gatehouse_user set confirmed = false where username = ?", ada.username());
        gatehouse.sendEmailConfirmation(ada.email());
        secrets.put(Kind.CONFIRMATION_CODE, inbox.awaitMailsTo(ada.email(), 2).get(1).code());
        secrets.put(Kind.ACCESS_TOKEN, visit.jwt());
        secrets.put(Kind.EXCHANGED_REFRESH_TOKEN, visit.refreshToken());
        secrets.put(Kind.REFRESH_TOKEN, visit.goesOn().refreshToken());
        visit.stored().exchangedItsTokens(Duration.ofMinutes(-10)); // so late that it stays a matter of the same moment
        secrets.put(Kind.SESSION_ID, visit.stored().id());
        secrets.put(Kind.NOTHING_OF_OURS, "A".repeat(43));
        return secrets;
    }
}
