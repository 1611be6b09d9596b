package org.gatehouse.providers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gatehouse.platform.PublicUrl;
import org.gatehouse.platform.Settings;
import org.gatehouse.providers.protocol.ClientCredentials;
import org.gatehouse.providers.protocol.ConfiguredProvider;
import org.gatehouse.spi.ProviderDescriptor;

/**
 * Puts together the providers that are switched on: what is known about each, and what the operator says about it, laid
 * over it. A provider is on where {@code enabled} says so or, where that says nothing, as soon as it has a key.
 */
@Singleton
class ProviderAssembly {

    private final Descriptions descriptions;
    private final PublicUrl url;

    @Inject
    ProviderAssembly(Descriptions descriptions, PublicUrl url) {
        this.descriptions = descriptions;
        this.url = url;
    }

    /**
     * The providers that are on, by name.
     *
     * @throws IllegalArgumentException if a setting is wrong; the message names it
     */
    SortedMap<String, SocialLogin> assemble(Settings settings) {
        var names = new TreeSet<>(descriptions.names());
        names.addAll(settings.get(ProviderSettings.DECLARED));
        ProviderNames.in(settings).forEach(names::add);
        var assembled = new TreeMap<String, SocialLogin>();
        for (var name : names) {
            var options = new ProviderOptions(settings, name);
            if (options.flag("enabled").orElseGet(() -> options.text("key").isPresent())) {
                base(name, options, settings).ifPresent(base -> assembled.put(name, put(name, base, options)));
            }
        }
        return assembled;
    }

    /** Empty for a name that only looks like a provider's. */
    private Optional<ProviderDescriptor> base(String name, ProviderOptions options, Settings settings) {
        var parent = options.text("extends");
        if (parent.isPresent()) {
            return Optional.of(descriptions.find(parent.get(), settings).orElseThrow(() ->
                    wrong(name, ".extends", "there is no provider " + parent.get(), null)));
        }
        try {
            var found = descriptions.find(name, settings);
            if (found.isEmpty() && settings.get(ProviderSettings.DECLARED).contains(name)) {
                throw wrong(name, ".extends", "must name a provider to begin with, such as oidc or oauth2", null);
            }
            return found;
        } catch (IllegalArgumentException e) {
            throw wrong(name, "", e.getMessage(), e);
        }
    }

    private SocialLogin put(String name, ProviderDescriptor base, ProviderOptions options) {
        try {
            var changed = base.with(DescriptorChanges.from(options)).named(name);
            var login = login(changed.resolved(variables(changed, options)), base, options);
            if (login.acceptsTokens() && !login.provesAudience()) {
                throw wrong(name, ".accept-provider-tokens", "cannot be true: this provider does not tell for whom a token"
                        + " was made, so that a token from any other application would log people in here", null);
            }
            return login;
        } catch (JsonException | IllegalArgumentException e) {
            throw e.getMessage() != null && e.getMessage().startsWith(ProviderOptions.FAMILY)
                    ? e : wrong(name, "", e.getMessage(), e);
        }
    }

    private SocialLogin login(ProviderDescriptor descriptor, ProviderDescriptor base, ProviderOptions options) {
        var client = new ClientCredentials(options.text("key").orElse(""), options.text("secret").orElse(""),
                options.text("private-key").orElse(null), options.text("key-id").orElse(null),
                options.text("team-id").orElse(null));
        var custom = descriptions.bean(base.name()).orElse(null);
        return new SocialLogin(new ConfiguredProvider(descriptor, client, options.all(parts(base)), custom),
                options.link("callback"), redirectUri(descriptor.name(), options),
                options.choice("hand-over", HandOver.class).orElse(HandOver.TICKET),
                options.flag("accept-provider-tokens").orElse(false), options.flag("keep-tokens").orElse(false),
                RoleRule.of(options), options.pairs("attributes", ':').keySet());
    }

    /** What only the operator knows of a provider's addresses. */
    private static Set<String> parts(ProviderDescriptor descriptor) {
        var parts = new TreeSet<>(descriptor.missing());
        parts.addAll(descriptor.variables().keySet());
        return parts;
    }

    private URI redirectUri(String name, ProviderOptions options) {
        return options.link("redirect-uri").orElseGet(() -> url.api("/connect/" + name + "/callback"));
    }

    private static Map<String, String> variables(ProviderDescriptor descriptor, ProviderOptions options) {
        var values = new HashMap<String, String>();
        parts(descriptor).forEach(part -> options.text(part.replace('_', '-')).ifPresent(value -> values.put(part, value)));
        return values;
    }

    private static IllegalArgumentException wrong(String name, String part, String problem, Throwable cause) {
        return new IllegalArgumentException(ProviderOptions.FAMILY + name + part + ": " + problem, cause);
    }
}
