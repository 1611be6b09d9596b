package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.audit.AuditLog;
import org.gatehouse.audit.Fact;
import org.gatehouse.email.EmailTemplate;
import org.gatehouse.email.Mails;
import org.gatehouse.email.Recipient;
import org.gatehouse.platform.CurrentRequest;
import org.gatehouse.platform.Input;
import org.gatehouse.platform.JsonValues;
import org.gatehouse.platform.PublicUrl;
import org.gatehouse.platform.Settings;
import org.gatehouse.platform.Transactions;
import org.gatehouse.platform.Validation;
import org.gatehouse.tokens.CodePurpose;
import org.gatehouse.tokens.OneTimeCodes;

/** Lets people prove that an address is theirs, by a link in a mail. */
@Singleton
public class EmailConfirmation {

    static final CodePurpose CONFIRMATION = new CodePurpose("confirm-email", 20);
    private static final String ACTION = "confirm email";

    private final Settings settings;
    private final Users users;
    private final OneTimeCodes codes;
    private final Mails mails;
    private final PublicUrl url;
    private final CurrentRequest request;
    private final Transactions transactions;
    private final SignIn signIn;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    EmailConfirmation(Settings settings, Users users, OneTimeCodes codes, Mails mails, PublicUrl url,
            CurrentRequest request, Transactions transactions, SignIn signIn, AuditLog audit, Clock clock) {
        this.settings = settings;
        this.users = users;
        this.codes = codes;
        this.mails = mails;
        this.url = url;
        this.request = request;
        this.transactions = transactions;
        this.signIn = signIn;
        this.audit = audit;
        this.clock = clock;
    }

    /** Sends a link, within the caller's transaction; an earlier one stops working. */
    void sendTo(User user) {
        mails.send(EmailTemplate.EMAIL_CONFIRMATION, user.recipient(), request.language(),
                newLink(user.subject()));
    }

    /** Tells the owner of an address that somebody wanted to register with it, within the caller's transaction. */
    void tellAlreadyRegistered(User owner) {
        mails.send(EmailTemplate.ALREADY_REGISTERED, owner.recipient(), request.language(), Map.of("URL",
                settings.get(AccountSettings.EMAIL_RESET_PASSWORD).orElseGet(url::base).toString()));
    }

    /**
     * Confirms the address that the link was sent to.
     *
     * @return where the browser goes next
     */
    String confirm(Input query) {
        ownerConfirmedBy(query);
        return settings.get(AccountSettings.EMAIL_CONFIRMATION_REDIRECTION).map(Object::toString).orElse("/");
    }

    /** Confirms the address that the code was sent to, and signs its owner in, unless they have been blocked. */
    public JsonObject confirmAndSignIn(Input input) {
        var user = ownerConfirmedBy(input);
        return user.isBlocked() ? signIn.answerWithoutToken(user) : signIn.answerWithoutCookie(user);
    }

    private User ownerConfirmedBy(Input query) {
        var check = Validation.ofObject(query);
        var code = check.text("confirmation");
        check.finish();
        var user = codes.subjectOf(CONFIRMATION, code).map(Long::valueOf)
                .flatMap(id -> transactions.call(() -> users.lock(id)
                        .filter(locked -> codes.consume(CONFIRMATION, code))
                        .map(this::confirmed)))
                .orElseThrow(AccountError.INVALID_CONFIRMATION::exception);
        audit.record(Fact.success(ACTION, user.documentId()));
        return user;
    }

    /** Sends the link once more to whoever asks for it. */
    JsonObject resend(Input input) {
        var check = Validation.ofObject(input);
        var email = check.text("email", EmailAddress::problem);
        check.finish();
        var strict = settings.get(AccountSettings.PRIVACY) == Privacy.STRICT;
        var user = users.findByEmail(email);
        if (!strict) {
            user.ifPresent(EmailConfirmation::refuseIfPointless);
        }
        sendIfUseful(user.filter(known -> !known.isConfirmed() && !known.isBlocked()), email);
        return JsonValues.object()
                .add("email", strict ? email : user.flatMap(User::email).orElse(email))
                .add("sent", true).build();
    }

    private void sendIfUseful(Optional<User> user, String email) {
        transactions.run(() -> {
            var locked = users.lock(user.map(User::id).orElse(Users.NOBODY));
            locked.ifPresentOrElse(this::sendTo, () -> mails.pretendToSend(EmailTemplate.EMAIL_CONFIRMATION,
                    new Recipient(email, email), request.language(), newLink(UUID.randomUUID().toString())));
        });
    }

    private static void refuseIfPointless(User user) {
        if (user.isConfirmed()) {
            throw AccountError.ALREADY_CONFIRMED.exception();
        }
        if (user.isBlocked()) {
            throw AccountError.USER_BLOCKED.exception();
        }
    }

    private Map<String, String> newLink(String subject) {
        var code = codes.create(CONFIRMATION, subject, settings.get(AccountSettings.CONFIRMATION_EXPIRES_IN));
        return Map.of("URL", url.api("/auth/email-confirmation").toString(), "CODE", code);
    }

    private User confirmed(User user) {
        user.confirm(clock.instant());
        return user;
    }
}
