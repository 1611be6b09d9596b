package org.gatehouse.providers;

import java.net.URI;
import java.util.List;

/**
 * How a provider is set up, for whoever has to look after it.
 *
 * @param redirectUri what has to be registered at the provider
 * @param problems    what looks wrong, in words; empty where nothing does
 */
public record ProviderCheck(String name, String title, URI redirectUri, List<String> problems) {
}
