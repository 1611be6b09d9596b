package org.gatehouse.contract;

import java.time.Duration;
import java.util.Map;

/** What the cases start from in which people stay signed in by refresh tokens. Recorded seconds pass as hours here. */
final class SessionGivens {

    private static final String PASSWORD = "secret123";
    private static final String MANAGEMENT = "gatehouse.jwt.management";
    private static final String ACCESS = "gatehouse.sessions.access-token-lifespan";
    private static final String COOKIE = "gatehouse.sessions.cookie.";
    private static final String LINUX = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/120.0 Safari/537.36";
    private static final String PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15"
            + " (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1";

    private SessionGivens() {
    }

    static Givens table() {
        return new Givens().during("D1", "F43", MANAGEMENT, "refresh")
                .and(tokens()).and(refresh()).and(sessions()).and(others()).and(cookie()).and(shortLives())
                .and(deletion());
    }

    private static Givens tokens() {
        return new Givens()
                .before("D9", stage -> stage.under(Map.of(), () -> stage.wallet().gets("legacy", "rita", PASSWORD)))
                .before("D10", stage -> holdsExpiredToken(stage, "rita"))
                .before("D11", stage -> stage.wallet().gets("unknown", "rita", PASSWORD).session("unknown").isGone());
    }

    private static Givens refresh() {
        return new Givens()
                .before("D13", stage -> stage.wallet().session("login").exchangedItsTokens(Duration.ZERO))
                .before("D22", stage -> stage.wallet().misreads("fourth", "changed"))
                .before("D23", stage -> stage.wallet().invents("unknown"))
                .before("D24", stage -> stage.wallet().gets("expired", "rita", PASSWORD).session("expired")
                        .passes(Duration.ofDays(15)))
                .before("D28", stage -> {
                    stage.wallet().gets("blocked", "rita", PASSWORD);
                    stage.people().blocked("rita");
                });
    }

    /** In the recorded order of their last use, now that all that rita had is gone with the block. */
    private static Givens sessions() {
        return new Givens().before("D30", stage -> {
            stage.gatehouse().unblock("rita");
            stage.wallet().getsOn(LINUX, "", "registration", "rita", PASSWORD)
                    .gets("login", "rita", PASSWORD)
                    .getsOn(PHONE, "phone", "phone", "rita", PASSWORD)
                    .gets("number", "rita", PASSWORD)
                    .exchanges("login", "login")
                    .gets("latest", "rita", PASSWORD);
            stage.people().registered("stranger", "stranger@peer.test");
            stage.wallet().gets("stranger", "stranger", PASSWORD);
        });
    }

    private static Givens others() {
        return new Givens()
                .during("D61", "D62", "gatehouse.advanced.email-confirmation", "true")
                .before("D63", stage -> {
                    stage.wallet().gets("rita", "rita", PASSWORD);
                    stage.gatehouse().changePassword(stage.wallet().jwt("rita"), PASSWORD, "brandnew1");
                })
                .before("D64", stage -> {
                    stage.people().registered("gone", "gone@peer.test");
                    stage.wallet().gets("deleted", "gone", PASSWORD);
                    stage.people().gone("gone"); // behind the back of the API, so that nobody ends the session
                });
    }

    private static Givens cookie() {
        return new Givens()
                .during("D67", "D75", "gatehouse.sessions.http-only", "true")
                .during("D67", "D75", COOKIE + "name", "my_refresh")
                .during("D67", "D75", COOKIE + "same-site", "strict");
    }

    private static Givens shortLives() {
        return new Givens()
                .during("D76", "D82", "gatehouse.sessions.idle-lifespan", "PT3H")
                .during("D76", "D82", "gatehouse.sessions.max-lifespan", "PT5H")
                .during("D78", "D80", ACCESS, "PT1S")
                .before("D76", stage -> {
                    stage.people().registered("shorty", "user3@peer.test");
                    stage.wallet().gets("short", "shorty", PASSWORD);
                })
                .before("D77", stage -> holdsExpiredToken(stage, "shorty"))
                .before("D78", stage -> stage.wallet().session("short").passes(Duration.ofMinutes(78)))
                .before("D79", stage -> stage.wallet().session("short").passes(Duration.ofMinutes(90)))
                .before("D80", stage -> stage.wallet().session("short").passes(Duration.ofMinutes(90)))
                .before("D81", stage -> stage.wallet().session("short").passes(Duration.ofMinutes(72)))
                .before("D82", stage -> stage.wallet().gets("idle", "shorty", PASSWORD).session("idle")
                        .passes(Duration.ofMinutes(204)));
    }

    private static Givens deletion() {
        return new Givens()
                .before("F38", stage -> {
                    stage.people().registered("ada1", "user6@peer.test").registered("ben1", "user7@peer.test");
                    stage.knows("ben1", PASSWORD);
                    stage.knows("ada1", PASSWORD);
                    stage.wallet().gets("ada1", "ada1", PASSWORD).gets("ben1", "ben1", PASSWORD);
                    stage.authenticatedRole().may("user.destroy", "user.update");
                })
                .after("F41", stage -> stage.authenticatedRole().mayNot("user.destroy", "user.update"))
                .before("F43", stage -> stage.wallet().gets("once", "ada1", "other123"));
    }

    private static void holdsExpiredToken(Stage stage, String username) {
        stage.under(Map.of(MANAGEMENT, "refresh", ACCESS, "PT1S"),
                () -> stage.wallet().gets("expired", username, PASSWORD));
        stage.wallet().awaitEndOfAccessToken("expired");
    }
}
