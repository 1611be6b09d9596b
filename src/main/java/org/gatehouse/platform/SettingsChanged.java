package org.gatehouse.platform;

/**
 * Fired whenever other settings have come into force, first when the application starts; for whoever keeps something that
 * was made from them.
 */
public record SettingsChanged() {
}
