package org.gatehouse.journeys;

import java.util.Map;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.Test;

/**
 * Permissions decide every request, and what changes about them acts with the very next one (ASVS 8.2.1, 8.3.2, 7.4.2).
 * What people may do is read from the database, never from what their token says.
 */
class AccessIT {

    private final Gatehouse gatehouse = Gatehouse.shared();
    private final Person ada = Person.anybody();
    private final Map<String, String> forgot = Map.of("email", "nobody@example.org");

    @Test
    void whoeverHasNoTokenMayDoWhatThePublicMay() {
        Expect.status(200, gatehouse.post("/api/auth/forgot-password", forgot));
        Expect.forbidden(gatehouse.get("/api/users/me"));
        Expect.forbidden(gatehouse.post("/api/auth/change-password", Map.of()));
    }

    @Test
    void aBadTokenIsRefusedEvenWhereNoneIsNeeded() {
        Expect.invalidToken(gatehouse.as("no.real.token").post("/api/auth/forgot-password", forgot));
        Expect.invalidToken(gatehouse.as("x").get("/api/users/me"));
        Expect.invalidToken(gatehouse.as("x").get("/api/auth/email-confirmation?confirmation=y"));
    }

    @Test
    void onlyTheUsersOwnRoleCountsAndNotWhatThePublicMayBeside() {
        Caller caller = new Caller(ada.joins(gatehouse));

        Expect.status(200, caller.me());
        Expect.forbidden(caller.forgot());
        Expect.forbidden(gatehouse.as(caller.token).post("/api/auth/local",
                Map.of("identifier", ada.username(), "password", ada.password())));
    }

    @Test
    void whatIsGrantedOrRevokedActsWithTheNextRequest() {
        Caller caller = new Caller(ada.joins(gatehouse));
        var role = Roles.create(gatehouse, "user.me");
        Roles.give(gatehouse, ada, role);
        Expect.status(200, caller.me());
        Expect.forbidden(caller.forgot());

        gatehouse.grant(role, Roles.ACTION + "auth.forgotPassword");
        Expect.status(200, caller.forgot());

        gatehouse.revoke(role, Roles.ACTION + "auth.forgotPassword");
        Expect.forbidden(caller.forgot());
        gatehouse.revoke(role, Roles.ACTION + "user.me");
        Expect.forbidden(caller.me());
    }

    @Test
    void anotherRoleActsWithTheNextRequestWhateverTheTokenSays() {
        Caller caller = new Caller(ada.joins(gatehouse));
        Expect.status(200, caller.me());

        Roles.give(gatehouse, ada, Roles.create(gatehouse));
        Expect.forbidden(caller.me());

        Roles.give(gatehouse, ada, Roles.create(gatehouse, "user.me", "auth.forgotPassword"));
        Expect.status(200, caller.me());
        Expect.status(200, caller.forgot());
    }

    @Test
    void whoeverHasNoRoleMayDoNothing() {
        Caller caller = new Caller(ada.joins(gatehouse));

        Roles.take(gatehouse, ada);

        Expect.invalidToken(caller.me());
    }

    @Test
    void blockingActsWithTheNextRequestAndOnTheNextLogin() {
        Caller caller = new Caller(ada.joins(gatehouse));
        Expect.status(200, caller.me());

        gatehouse.block(ada.username());

        Expect.unusableAccount(caller.me());
        Expect.refusal(400, "Your account has been blocked by an administrator", ada.loginAt(gatehouse));
        Expect.invalidLogin(ada.withPassword(Person.OTHER_PASSWORD).loginAt(gatehouse)); // a stranger learns nothing
    }

    @Test
    void deletingActsWithTheNextRequest() {
        Caller caller = new Caller(ada.joins(gatehouse));
        Expect.status(200, caller.me());

        gatehouse.database().update("delete from gatehouse_user where username = ?", ada.username());

        Expect.unusableAccount(caller.me());
        Expect.invalidLogin(ada.loginAt(gatehouse));
        ada.joins(gatehouse); // the name and the address are free again
    }

    /** The contract: a public that may do nothing at all must sign in first. */
    @Test
    void whereThePublicMayNothingAtAllTheAnswerAsksForAToken() {
        var safe = Roles.create(gatehouse);
        move("public", safe);
        try {
            Expect.invalidToken(gatehouse.post("/api/auth/forgot-password", forgot));
            Expect.invalidToken(gatehouse.get("/api/users/me"));
        } finally {
            move(safe, "public");
        }
        Expect.status(200, gatehouse.post("/api/auth/forgot-password", forgot));
    }

    private void move(String from, String to) {
        gatehouse.database().update("update gatehouse_permission set role_id ="
                + " (select id from gatehouse_role where type = ?) where role_id ="
                + " (select id from gatehouse_role where type = ?)", to, from);
        gatehouse.database().update("update gatehouse_role set version = version + 1 where type in (?, ?)", from, to);
    }

    /** Two things to try: one that users may by default, and one that only the public may. */
    private final class Caller {

        private final String token;

        private Caller(String token) {
            this.token = token;
        }

        private Answer me() {
            return gatehouse.me(token);
        }

        private Answer forgot() {
            return gatehouse.as(token).post("/api/auth/forgot-password", forgot);
        }
    }
}
