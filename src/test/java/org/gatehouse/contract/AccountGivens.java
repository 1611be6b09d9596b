package org.gatehouse.contract;

/** What the cases of a server with its packaged settings start from. */
final class AccountGivens {

    private static final String ADVANCED = "gatehouse.advanced.";
    private static final String RESET_MAIL = "gatehouse.email.reset-password.";
    private static final String CONFIRMATION_MAIL = "gatehouse.email.email-confirmation.";

    private AccountGivens() {
    }

    static Givens table() {
        return register().and(login()).and(passwords()).and(mails()).and(emailConfirmation()).and(publicRole());
    }

    private static Givens register() {
        return new Givens()
                .before("A66", stage -> stage.signIn("alice", "secret123"))
                .during("A69", "A70", ADVANCED + "allow-register", "false")
                .during("A71", "A71", ADVANCED + "default-role", "nowhere")
                .during("A72", "A74", ADVANCED + "email-confirmation", "true")
                .before("A73", stage -> stage.post().fails())
                .after("A73", stage -> stage.post().isBack("mailfail1@peer.test"))
                .during("A75", "A75", ADVANCED + "unique-email", "false")
                .before("A76", stage -> stage.people().cameFrom("github", "ghuser", "gh@peer.test"))
                .during("A77", "A78", ADVANCED + "unique-email", "false")
                .before("A77", stage -> stage.people().emailTakenAtItsProviderOnly("github", "gh@peer.test"))
                .after("A78", stage -> stage.people().gone("ghlocal")); // two with one address could not stay
    }

    private static Givens login() {
        return new Givens()
                .before("A117", stage -> stage.signIn("alice", "secret123"))
                .before("A130", stage -> stage.people().registered("blocked1", "user1@peer.test").blocked("blocked1"))
                .before("A132", stage -> stage.people().cameFrom("github", "ghonly", "ghonly@peer.test"))
                .before("A133", stage -> stage.people().registered("nopw", "nopw@peer.test").withoutPassword("nopw"))
                .during("A135", "A138", ADVANCED + "email-confirmation", "true")
                .before("A137", stage -> stage.people().confirmed("blocked1", false))
                .before("A138", stage -> stage.people().confirmed("alice", false)) // here NULL cannot be stored
                .after("A138", stage -> stage.people().confirmed("alice", true))
                .during("A139", "A140", "gatehouse.provider.email.enabled", "false")
                .before("A141", stage -> stage.people()
                        .registered("norole1", "user2@peer.test").withoutRole("norole1"));
    }

    private static Givens passwords() {
        return new Givens()
                .before("A201", stage -> {
                    stage.people().registered("chloe", "user4@peer.test");
                    stage.signIn("chloe", "secret123"); // this token stays in use up to A214
                })
                .before("A217", stage -> {
                    stage.people().registered("gh3", "gh3@peer.test");
                    stage.signIn("gh3", "secret123");
                    stage.people().belongsTo("github", "gh3");
                })
                .before("A218", stage -> stage.publicRole().may("auth.changePassword"))
                .after("A218", stage -> stage.publicRole().mayNot("auth.changePassword"));
    }

    private static Givens mails() {
        return new Givens()
                .before("A220", stage -> stage.people().registered("fanny", "fanny@peer.test"))
                .during("A221", "A240", ADVANCED + "email-reset-password", "https://app.example/reset")
                .before("A236", stage -> stage.signIn("fanny", "secret123"))
                .before("A237", stage -> {
                    stage.people().registered("mailfail2", "mailfail2@peer.test");
                    stage.post().fails();
                })
                .after("A237", stage -> stage.post().isBack("mailfail2@peer.test"))
                .during("A238", "A239", RESET_MAIL + "from.name", "The Team")
                .during("A238", "A239", RESET_MAIL + "from.email", "team@peer.test")
                .during("A240", "A240", RESET_MAIL + "from.name", "")
                .during("A240", "A240", RESET_MAIL + "from.email", "")
                .during("A238", "A240", RESET_MAIL + "response-email", "reply@peer.test")
                .during("A238", "A240", RESET_MAIL + "subject", "Reset for <%= USER.username %>")
                .during("A238", "A240", RESET_MAIL + "message", "Hi <%= USER.username %> (<%= USER.email %>), "
                        + "<%= URL %>?code=<%= TOKEN %> server <%= SERVER_URL %> admin <%= ADMIN_URL %>")
                .before("A239", stage -> stage.people().registered("<b>x</b>&\"", "html@peer.test"))
                .during("F29", "F30", RESET_MAIL + "from.name", "Only Name")
                .during("F29", "F30", RESET_MAIL + "from.email", "")
                .during("F29", "F30", RESET_MAIL + "subject", "Hello <%= 1+1 %> <%= FOO %> <%= USER.username %>")
                .during("F29", "F30", CONFIRMATION_MAIL + "from.name", "Only Name")
                .during("F29", "F30", CONFIRMATION_MAIL + "from.email", "")
                .before("F30", stage -> stage.people().confirmed("pager", false));
    }

    private static Givens emailConfirmation() {
        return new Givens()
                .during("A271", "A278", ADVANCED + "email-confirmation", "true")
                .before("A271", stage -> stage.awaitsConfirmation("ec1"))
                .during("A274", "A278", ADVANCED + "email-confirmation-redirection", "https://app.example/welcome?x=1")
                .before("A274", stage -> stage.awaitsConfirmation("ec2"))
                .before("A275", stage -> {
                    stage.awaitsConfirmation("ec3");
                    stage.people().blocked("ec3");
                })
                .before("A276", stage -> {
                    stage.awaitsConfirmation("ec4");
                    stage.signIn("fanny", "secret123");
                })
                .before("A277", stage -> stage.awaitsConfirmation("ec5"));
    }

    private static Givens publicRole() {
        return new Givens()
                .before("F24", stage -> {
                    stage.people().registered("pager", "user1@peer.test");
                    stage.signIn("pager", "secret123"); // while that is still allowed: F26 uses the token
                    stage.publicRole().mayDoNothing();
                })
                .before("F28", stage -> stage.publicRole().may("auth.callback"))
                .after("F28", stage -> stage.publicRole().mayDoWhatItMightBefore());
    }
}
