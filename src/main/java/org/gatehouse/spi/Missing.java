package org.gatehouse.spi;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Finds out which settings a provider still lacks, by the names that they have in the configuration. */
final class Missing {

    private final ProviderDescriptor provider;
    private final Set<String> settings = new LinkedHashSet<>();

    private Missing(ProviderDescriptor provider) {
        this.provider = provider;
    }

    static Set<String> in(ProviderDescriptor provider) {
        var missing = new Missing(provider);
        missing.addVariables();
        missing.addUrls();
        return missing.settings;
    }

    private void addVariables() {
        urls().filter(Objects::nonNull).flatMap(Placeholder::names)
                .filter(name -> !provider.variables().containsKey(name)).forEach(settings::add);
    }

    private Stream<String> urls() {
        var openId = provider.openId();
        return Stream.of(provider.authorize().url(), provider.token().url(), provider.profile().url(),
                openId == null ? null : openId.issuer(), provider.oauth1() == null ? null : provider.oauth1().url());
    }

    private void addUrls() {
        if (provider.protocol() == Protocol.OIDC) {
            need("issuer", provider.openId().issuer());
            return;
        }
        if (provider.protocol() == Protocol.OAUTH1) {
            need("request-url", provider.oauth1().url());
        }
        need("authorize-url", provider.authorize().url());
        need("access-url", provider.token().url());
        if (asksForProfile()) {
            need("profile-url", provider.profile().url());
        }
    }

    private boolean asksForProfile() {
        return provider.protocol() != Protocol.CAS
                && provider.mapping().subject().stream().anyMatch(subject -> subject.startsWith("/"));
    }

    private void need(String setting, String value) {
        if (value == null) {
            settings.add(setting);
        }
    }
}
