package org.gatehouse.providers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.gatehouse.accounts.IdentityTokens;
import org.gatehouse.providers.protocol.ProviderLogins;
import org.gatehouse.spi.KeptTokens;
import org.gatehouse.spi.ProviderTokens;

/** Renews kept tokens when they are asked for, if they are about to expire. */
@Singleton
class KeptProviderTokens implements KeptTokens {

    /** What is left to a token that is still handed out: enough for a call. */
    private static final Duration LEAST = Duration.ofSeconds(30);

    private final Providers providers;
    private final IdentityTokens kept;
    private final ProviderLogins logins;
    private final Clock clock;

    @Inject
    KeptProviderTokens(Providers providers, IdentityTokens kept, ProviderLogins logins, Clock clock) {
        this.providers = providers;
        this.kept = kept;
        this.logins = logins;
        this.clock = clock;
    }

    @Override
    public Optional<ProviderTokens> of(long userId, String provider) {
        return providers.find(provider).filter(SocialLogin::keepsTokens)
                .flatMap(login -> kept.of(userId, provider).map(found -> current(login, found)));
    }

    private ProviderTokens current(SocialLogin login, IdentityTokens.Kept found) {
        var tokens = KeptForm.tokens(found.tokens());
        if (tokens.refreshToken() == null || tokens.expiresAt() == null
                || tokens.expiresAt().isAfter(clock.instant().plus(LEAST))) {
            return tokens;
        }
        var renewed = withWhatStays(logins.refresh(login.provider(), tokens), tokens);
        kept.replace(found, KeptForm.of(renewed));
        return renewed;
    }

    /** Many providers go on with the same refresh token, and do not repeat it (RFC 6749, section 6). */
    private static ProviderTokens withWhatStays(ProviderTokens renewed, ProviderTokens before) {
        return new ProviderTokens(renewed.accessToken(), renewed.accessSecret(),
                renewed.refreshToken() == null ? before.refreshToken() : renewed.refreshToken(),
                renewed.idToken() == null ? before.idToken() : renewed.idToken(), renewed.expiresAt(), renewed.raw());
    }
}
