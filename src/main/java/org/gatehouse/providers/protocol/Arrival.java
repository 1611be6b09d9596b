package org.gatehouse.providers.protocol;

import org.gatehouse.spi.ExternalProfile;
import org.gatehouse.spi.ProviderTokens;

/** Who logged in, and what the provider handed out about them. */
public record Arrival(ExternalProfile profile, ProviderTokens tokens) {
}
