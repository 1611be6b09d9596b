package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.gatehouse.tokens.Sessions;

/** Lets people who forgot their password choose another, by a link in a mail. */
@Singleton
public class PasswordReset {

    static final CodePurpose RESET = new CodePurpose("reset-password", 64);

    private final Settings settings;
    private final Users users;
    private final Identities identities;
    private final OneTimeCodes codes;
    private final Sessions sessions;
    private final Mails mails;
    private final PublicUrl url;
    private final PasswordPolicy policy;
    private final PasswordHashing hashing;
    private final CurrentRequest request;
    private final Transactions transactions;
    private final SignIn signIn;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    PasswordReset(Settings settings, Users users, Identities identities, OneTimeCodes codes, Sessions sessions,
            Mails mails, PublicUrl url, PasswordPolicy policy, PasswordHashing hashing, CurrentRequest request,
            Transactions transactions, SignIn signIn, AuditLog audit, Clock clock) {
        this.settings = settings;
        this.users = users;
        this.identities = identities;
        this.codes = codes;
        this.sessions = sessions;
        this.mails = mails;
        this.url = url;
        this.policy = policy;
        this.hashing = hashing;
        this.request = request;
        this.transactions = transactions;
        this.signIn = signIn;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Mails a code to the owner of an address. Whether there is one cannot be told from outside: the same steps are
     * taken for an unknown address, ending in a mail to nobody.
     */
    public JsonObject forgot(Input input) {
        var check = Validation.ofObject(input).only("email");
        var email = check.text("email", EmailAddress::problem);
        check.finish();
        var user = users.findByEmail(email).filter(known -> !known.isBlocked());
        transactions.run(() -> users.lock(user.map(User::id).orElse(Users.NOBODY))
                .ifPresentOrElse(this::sendTo, () -> pretendToSendTo(email)));
        audit.record(new Fact("forgot password", user.isPresent() ? Fact.SUCCESS : "unknown",
                user.map(User::documentId).orElse(null)));
        return JsonValues.object().add("ok", true).build();
    }

    /** Sets another password for whoever has the code, signs them in, and ends all their older tokens. */
    public JsonObject reset(Input input) {
        var check = Validation.ofObject(input).only("code", "password", "passwordConfirmation");
        var password = NewPassword.read(input, check, policy);
        var code = check.secret("code");
        check.finish();

        var user = codes.subjectOf(RESET, code).flatMap(id -> users.find(Long.parseLong(id)))
                .orElseThrow(AccountError.INCORRECT_CODE::exception);
        policy.weakness(password, List.of(user.username(), user.email().orElse("")))
                .ifPresent(problem -> check.refuse("password", problem).finish());
        var hash = hashing.hash(password);
        var changed = transactions.call(() -> users.lock(user.id())
                .filter(locked -> !locked.isBlocked() && codes.consume(RESET, code))
                .map(locked -> changed(locked, hash)));
        audit.record(new Fact("reset password",
                changed.isPresent() ? Fact.SUCCESS : AccountError.INCORRECT_CODE.outcome(), user.documentId()));
        return signIn.answer(changed.orElseThrow(AccountError.INCORRECT_CODE::exception));
    }

    private void sendTo(User user) {
        if (user.isLocal()) {
            mails.send(EmailTemplate.RESET_PASSWORD, user.recipient(), request.language(),
                    newLink(user.subject()));
        } else {
            mails.send(EmailTemplate.PROVIDER_REMINDER, user.recipient(), request.language(),
                    Map.of("URL", url.base().toString(), "PROVIDER", providersOf(user)));
        }
    }

    private String providersOf(User user) {
        return Stream.concat(Stream.of(user.provider()), identities.of(user).stream().map(Identity::provider))
                .distinct().collect(Collectors.joining(", "));
    }

    private void pretendToSendTo(String email) {
        mails.pretendToSend(EmailTemplate.RESET_PASSWORD, new Recipient(email, email), request.language(),
                newLink(UUID.randomUUID().toString()));
    }

    private Map<String, String> newLink(String subject) {
        var code = codes.create(RESET, subject, settings.get(AccountSettings.RESET_EXPIRES_IN));
        return Map.of("TOKEN", code, "URL",
                settings.get(AccountSettings.EMAIL_RESET_PASSWORD).map(Object::toString).orElse(""));
    }

    private User changed(User user, String hash) {
        sessions.endAll(user.subject());
        user.changePassword(hash, clock.instant());
        if (!user.hasProvenEmail()) {
            identities.removeAll(user); // whoever opened the account need not be the owner of its address
            user.proveEmail(); // the code came by mail
        }
        return user;
    }
}
