package org.gatehouse.platform;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings that concern every room. */
@Singleton
public class PlatformSettings implements SettingKeys {

    public static final SettingKey<Mode> MODE = SettingKey.choice("gatehouse.mode", Mode.class);
    public static final SettingKey<Boolean> MIGRATE = SettingKey.flag("gatehouse.database.migrate");
    static final SettingKey<Optional<URI>> URL = SettingKey.optionalUrl("gatehouse.url");
    static final SettingKey<Optional<String>> ENCRYPTION_KEY = SettingKey.optionalText("gatehouse.encryption-key");
    static final SettingKey<Optional<String>> ENCRYPTION_KEY_FILE =
            SettingKey.optionalText("gatehouse.encryption-key-file");
    static final SettingKey<List<AddressRange>> PROXIES = SettingKey.listOf("gatehouse.proxies",
            "a list of IP addresses or CIDR blocks separated by commas, or nothing", AddressRange::parse);
    /** Origins of web pages that may call the API; {@link #ANY_ORIGIN} among them stands for all. */
    public static final SettingKey<List<String>> CORS_ORIGINS = SettingKey.list("gatehouse.cors.origins");
    public static final String ANY_ORIGIN = "*";
    /** For cookies that a front end's calls carry; {@code none} where it is on another site. */
    public static final SettingKey<SameSite> SAME_SITE =
            SettingKey.choice("gatehouse.sessions.cookie.same-site", SameSite.class);
    static final SettingKey<Boolean> RATE_LIMIT_ENABLED = SettingKey.flag("gatehouse.ratelimit.enabled");
    static final SettingKey<Integer> RATE_LIMIT_MAX = SettingKey.number("gatehouse.ratelimit.max", 1, 1_000_000);
    static final SettingKey<Duration> RATE_LIMIT_INTERVAL = SettingKey.duration("gatehouse.ratelimit.interval");
    static final SettingKey<RateLimitStore.Kind> RATE_LIMIT_STORE =
            SettingKey.choice("gatehouse.ratelimit.store", RateLimitStore.Kind.class);

    /** How strict the application is about how it is set up. */
    public enum Mode {
        PRODUCTION, DEVELOPMENT
    }

    @Override
    public List<SettingKey<?>> keys() {
        return List.of(MODE, MIGRATE, URL, ENCRYPTION_KEY, ENCRYPTION_KEY_FILE, PROXIES, CORS_ORIGINS, SAME_SITE,
                RATE_LIMIT_ENABLED, RATE_LIMIT_MAX, RATE_LIMIT_INTERVAL, RATE_LIMIT_STORE);
    }

    @Override
    public Optional<String> contradiction(Settings settings) {
        return settings.get(MODE) == Mode.PRODUCTION && settings.get(URL).isEmpty()
                ? Optional.of("gatehouse.url must be set in production: the public address of Gatehouse, such as"
                        + " https://accounts.example.org. Links in mails and tokens carry it.")
                : Optional.empty();
    }
}
