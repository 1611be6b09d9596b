package org.gatehouse.providers;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gatehouse.platform.SettingKey;
import org.gatehouse.platform.Settings;

/** The settings of one provider, {@code gatehouse.provider.<name>.…}; all of them may be absent. */
final class ProviderOptions {

    static final String FAMILY = "gatehouse.provider.";

    private final Settings settings;
    private final String prefix;

    ProviderOptions(Settings settings, String provider) {
        this.settings = settings;
        this.prefix = FAMILY + provider + ".";
    }

    Optional<String> text(String part) {
        return settings.get(SettingKey.optionalText(prefix + part)).map(String::strip);
    }

    Optional<URI> link(String part) {
        var link = SettingKey.optionalLink(prefix + part);
        return optional(part, link.allowed(), text -> link.parser().apply(Optional.of(text)).orElseThrow());
    }

    Optional<Boolean> flag(String part) {
        return optional(part, "true or false, or nothing", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        });
    }

    <E extends Enum<E>> Optional<E> choice(String part, Class<E> type) {
        var names = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-')).toList();
        return optional(part, "one of " + String.join(", ", names) + ", or nothing",
                text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    /** A list with commas or blanks between its elements; empty where there is none. */
    List<String> list(String part) {
        return text(part).map(text -> Arrays.stream(text.split("[,\\s]+")).filter(item -> !item.isEmpty()).toList())
                .orElse(List.of());
    }

    /** Pairs such as {@code a:b,c:d}, in their order. */
    Map<String, String> pairs(String part, char separator) {
        return optional(part, "a list such as name" + separator + "value,name" + separator + "value", text -> {
            var pairs = new LinkedHashMap<String, String>();
            for (var pair : text.split(",")) {
                var middle = pair.indexOf(separator);
                if (middle < 1) {
                    throw new IllegalArgumentException();
                }
                pairs.put(pair.substring(0, middle).strip(), pair.substring(middle + 1).strip());
            }
            return pairs;
        }).orElse(new LinkedHashMap<>());
    }

    /**
     * Everything that is set, by the last part of its name.
     *
     * @param known parts to look for besides those whose names can be listed
     */
    Map<String, String> all(Set<String> known) {
        var all = new LinkedHashMap<String, String>();
        Stream.concat(known.stream(), settings.names().stream().filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))).sorted()
                .forEach(part -> text(part).ifPresent(value -> all.put(part, value)));
        return all;
    }

    /** All are read as texts: the snapshot of settings has one type for each name. */
    private <T> Optional<T> optional(String part, String allowed, Function<String, T> parser) {
        try {
            return text(part).map(parser);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(prefix + part + " must be " + allowed, e);
        }
    }
}
