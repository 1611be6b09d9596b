package org.gatehouse.providers.protocol;

import java.util.Map;
import org.gatehouse.spi.ProviderDescriptor;
import org.gatehouse.spi.SocialProvider;

/**
 * A provider ready for logins: what is known about it and what the operator set, laid over each other. What a login
 * needs to prepare is kept per instance, so make one when settings change, not per request.
 *
 * @param descriptor with the operator's settings laid over it and no placeholder left in its URLs
 * @param client     as whom Gatehouse is known there
 * @param settings   the provider's own settings, by the last part of their names, for a company's own code
 * @param custom     a company's own code, or null
 */
public record ConfiguredProvider(ProviderDescriptor descriptor, ClientCredentials client, Map<String, String> settings,
        SocialProvider custom) {

    public ConfiguredProvider {
        settings = Map.copyOf(settings);
    }

    public String name() {
        return descriptor.name();
    }

    /** Settings may be secret. */
    @Override
    public String toString() {
        return "ConfiguredProvider[" + name() + "]";
    }
}
