/**
 * Providers as data: where each one is, how it is talked to, and where the profile stands in its answers. Adding one is
 * an entry in {@code providers.json}; the format is that of {@link org.gatehouse.spi.ProviderDescriptor}.
 */
package org.gatehouse.providers.catalogue;
