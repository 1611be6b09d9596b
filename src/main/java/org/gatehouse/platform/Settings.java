package org.gatehouse.platform;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The settings in force, as one snapshot that never changes underneath a request and is replaced as a whole. Reading a
 * key costs a look into a map: neither MicroProfile Config nor the database is asked.
 */
@Singleton
public class Settings {

    private volatile Snapshot snapshot = new Snapshot(-1, name -> Optional.empty(), Set.of(), new ConcurrentHashMap<>());

    /**
     * The value of a key.
     *
     * @throws InvalidSettingException if it is not allowed; declared keys are checked before they come into force
     */
    public <T> T get(SettingKey<T> key) {
        return snapshot.get(key);
    }

    /**
     * What is in force now, to be compared by identity: whoever keeps something that was made from settings sees by it
     * that it is outdated, with the very request that meets the new ones.
     */
    public Object inForce() {
        return snapshot;
    }

    /** Grows with every change of the stored settings. */
    public long version() {
        return snapshot.version;
    }

    /**
     * Puts new values in force.
     *
     * @param version what {@link #version()} answers from now on
     * @param values  the text of each value by name, empty where there is none; must always answer alike
     */
    public void replaceWith(long version, Function<String, Optional<String>> values) {
        replaceWith(version, values, Set.of());
    }

    /**
     * Puts new values in force.
     *
     * @param names the settings that somebody has set, as far as that can be known
     */
    public void replaceWith(long version, Function<String, Optional<String>> values, Set<String> names) {
        snapshot = new Snapshot(version, values, Set.copyOf(names), new ConcurrentHashMap<>());
    }

    /**
     * The names of what somebody has set, to find the members of a family of names. Environment variables are not among
     * them: their names do not tell what they stand for.
     */
    public Set<String> names() {
        return snapshot.names;
    }

    private record Snapshot(long version, Function<String, Optional<String>> values, Set<String> names,
            Map<String, Object> parsed) {

        @SuppressWarnings("unchecked") // a name belongs to one key, which alone decides the type
        private <T> T get(SettingKey<T> key) {
            var value = parsed.get(key.name());
            return (T) (value != null ? value
                    : parsed.computeIfAbsent(key.name(), name -> key.parse(values.apply(name))));
        }
    }
}
