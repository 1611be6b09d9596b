package org.gatehouse.accounts;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gatehouse.platform.PlatformSettings;
import org.gatehouse.platform.SettingKey;
import org.gatehouse.platform.SettingKeys;
import org.gatehouse.platform.Settings;

/** The settings of accounts. */
@Singleton
class AccountSettings implements SettingKeys {

    static final SettingKey<Boolean> UNIQUE_EMAIL = SettingKey.flag("gatehouse.advanced.unique-email");
    static final SettingKey<Boolean> ALLOW_REGISTER = SettingKey.flag("gatehouse.advanced.allow-register");
    static final SettingKey<Boolean> EMAIL_CONFIRMATION = SettingKey.flag("gatehouse.advanced.email-confirmation");
    static final SettingKey<Optional<URI>> EMAIL_RESET_PASSWORD =
            SettingKey.optionalLink("gatehouse.advanced.email-reset-password");
    static final SettingKey<Optional<URI>> EMAIL_CONFIRMATION_REDIRECTION =
            SettingKey.optionalLink("gatehouse.advanced.email-confirmation-redirection");
    static final SettingKey<String> DEFAULT_ROLE = SettingKey.text("gatehouse.advanced.default-role");
    static final SettingKey<Boolean> PASSWORD_LOGIN = SettingKey.flag("gatehouse.provider.email.enabled");
    static final SettingKey<List<String>> ALLOWED_FIELDS = SettingKey.list("gatehouse.register.allowed-fields");
    static final SettingKey<List<AttributeDeclaration>> ATTRIBUTES = SettingKey.listOf("gatehouse.user.attributes",
            "a list such as nickname:string,age:integer; types are string, integer, number and boolean",
            AttributeDeclaration::parse);
    static final SettingKey<LinkByEmail> LINK_BY_EMAIL =
            SettingKey.choice("gatehouse.accounts.link-by-email", LinkByEmail.class);
    static final SettingKey<Privacy> PRIVACY = SettingKey.choice("gatehouse.accounts.privacy", Privacy.class);
    static final SettingKey<PasswordPolicy.Kind> PASSWORD_POLICY =
            SettingKey.choice("gatehouse.password.policy", PasswordPolicy.Kind.class);
    static final SettingKey<Integer> MOST_WAITING = SettingKey.number("gatehouse.password.max-waiting", 0, 10_000);
    static final SettingKey<Boolean> HTTP_ONLY = SettingKey.flag("gatehouse.sessions.http-only");
    static final SettingKey<String> COOKIE_NAME = SettingKey.text("gatehouse.sessions.cookie.name");
    static final SettingKey<Duration> RESET_EXPIRES_IN = SettingKey.duration("gatehouse.codes.reset-expires-in");
    static final SettingKey<Duration> CONFIRMATION_EXPIRES_IN =
            SettingKey.duration("gatehouse.codes.confirmation-expires-in");

    @Override
    public List<SettingKey<?>> keys() {
        return List.of(UNIQUE_EMAIL, ALLOW_REGISTER, EMAIL_CONFIRMATION, EMAIL_RESET_PASSWORD,
                EMAIL_CONFIRMATION_REDIRECTION, DEFAULT_ROLE, PASSWORD_LOGIN, ALLOWED_FIELDS, ATTRIBUTES,
                LINK_BY_EMAIL, PRIVACY, PASSWORD_POLICY, MOST_WAITING, HTTP_ONLY, COOKIE_NAME,
                RESET_EXPIRES_IN, CONFIRMATION_EXPIRES_IN);
    }

    @Override
    public Optional<String> contradiction(Settings settings) {
        if (settings.get(PlatformSettings.SAME_SITE) == SameSite.NONE
                && settings.get(PlatformSettings.CORS_ORIGINS).contains(PlatformSettings.ANY_ORIGIN)) {
            return Optional.of("gatehouse.sessions.cookie.same-site=none needs gatehouse.cors.origins to name the"
                    + " origins of your front ends: with * any page could use the cookie and read the tokens.");
        }
        return settings.get(PRIVACY) == Privacy.STRICT && !settings.get(EMAIL_CONFIRMATION)
                ? Optional.of("gatehouse.accounts.privacy=strict needs gatehouse.advanced.email-confirmation=true:"
                        + " a registration that answers with a token tells that the address was free.")
                : Optional.empty();
    }
}
