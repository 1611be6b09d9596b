package org.gatehouse.platform;

import java.util.List;
import java.util.Optional;

/**
 * The settings that one room knows. Each room has a bean of this kind, so that all values are checked when the
 * application starts and before a change is stored.
 */
public interface SettingKeys {

    List<SettingKey<?>> keys();

    /** Whether a name that is not among the keys means something all the same, as part of a family of names. */
    default boolean knows(String name) {
        return false;
    }

    /** Whether the value of a name, of a key or of the family, is secret: it rests encrypted and is never shown. */
    default boolean isSecret(String name) {
        return false;
    }

    /**
     * Looks at values that do not go together with what is in the database.
     *
     * @return what is wrong, in words for whoever has to correct it; empty if nothing is
     */
    default Optional<String> conflictWithData(Settings settings) {
        return Optional.empty();
    }

    /**
     * Looks at values that only make sense together.
     *
     * @return what is wrong, in words for whoever has to correct it; empty if nothing is
     */
    default Optional<String> contradiction(Settings settings) {
        return Optional.empty();
    }
}
