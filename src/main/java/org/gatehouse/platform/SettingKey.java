package org.gatehouse.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The name of one setting and what a valid value looks like. Rooms declare their keys as constants and read them with
 * {@link Settings#get}; the default of each stands in {@code META-INF/microprofile-config.properties}.
 *
 * @param name    the MicroProfile Config property, always below {@code gatehouse.}
 * @param allowed what a value may be, in words for whoever has to correct it
 * @param parser  reads the text of a value, which is absent where the setting is empty; throws {@link
 *                IllegalArgumentException} for anything that is not allowed
 * @param <T>     the type the rooms see
 */
public record SettingKey<T>(String name, String allowed, Function<Optional<String>, T> parser) {

    /** A hundred years: what is longer cannot be meant, and might not fit into a date. */
    private static final Duration LONGEST = Duration.ofDays(36_500);
    private static final Set<String> RUNNABLE_SCHEMES = Set.of("javascript", "data", "vbscript", "file");

    public static SettingKey<Boolean> flag(String name) {
        return required(name, "true or false", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        });
    }

    public static SettingKey<Integer> number(String name, int least, int most) {
        return required(name, "a whole number from " + least + " to " + most, text -> {
            var number = Integer.valueOf(text);
            if (number < least || number > most) {
                throw new IllegalArgumentException();
            }
            return number;
        });
    }

    /** A positive span of time: {@code 30d}, {@code 12h}, {@code 10m}, {@code 60s}, {@code 200ms} or ISO 8601. */
    public static SettingKey<Duration> duration(String name) {
        return required(name, "a time such as 30d, 12h, 10m, 60s or PT1M", SettingKey::positiveDuration);
    }

    /** The same, or {@code never}, which is empty. */
    public static SettingKey<Optional<Duration>> durationOrNever(String name) {
        return required(name, "a time such as 365d or 12h, or never",
                text -> text.equals("never") ? Optional.empty() : Optional.of(positiveDuration(text)));
    }

    /** One of the names of an enum, in lower case with dashes. */
    public static <E extends Enum<E>> SettingKey<E> choice(String name, Class<E> type) {
        var names = Arrays.stream(type.getEnumConstants()).map(SettingKey::wireName).toList();
        return required(name, "one of " + String.join(", ", names),
                text -> type.getEnumConstants()[position(names, text)]);
    }

    public static SettingKey<String> text(String name) {
        return required(name, "a text", Function.identity());
    }

    public static SettingKey<Optional<String>> optionalText(String name) {
        return new SettingKey<>(name, "a text, or nothing", Function.identity());
    }

    /** An absolute http or https URL. */
    public static SettingKey<Optional<URI>> optionalUrl(String name) {
        return new SettingKey<>(name, "an absolute URL with http or https, or nothing",
                text -> text.map(SettingKey::absolute).filter(uri -> {
                    if (uri.getHost() == null || !Set.of("http", "https").contains(uri.getScheme())) {
                        throw new IllegalArgumentException();
                    }
                    return true;
                }));
    }

    /** An absolute link to a page or into an app; never one that a browser would run. */
    public static SettingKey<Optional<URI>> optionalLink(String name) {
        return new SettingKey<>(name, "an absolute URL, or nothing", text -> text.map(SettingKey::absolute));
    }

    /** A list separated by commas; blanks around its elements do not count. */
    public static SettingKey<List<String>> list(String name) {
        return listOf(name, "a list separated by commas, or nothing", Function.identity());
    }

    public static <E> SettingKey<List<E>> listOf(String name, String allowed, Function<String, E> element) {
        return new SettingKey<>(name, allowed, text -> text.stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip).filter(item -> !item.isEmpty()).map(element).toList());
    }

    private static <T> SettingKey<T> required(String name, String allowed, Function<String, T> parser) {
        return new SettingKey<>(name, allowed,
                text -> parser.apply(text.orElseThrow(() -> new IllegalArgumentException()).strip()));
    }

    /**
     * Reads a value.
     *
     * @throws InvalidSettingException if the value is not allowed
     */
    T parse(Optional<String> value) {
        try {
            return parser.apply(value.filter(text -> !text.isEmpty()));
        } catch (RuntimeException e) {
            throw new InvalidSettingException(name, allowed, e.getMessage());
        }
    }

    private static Duration positiveDuration(String text) {
        var duration = text.startsWith("P") ? Duration.parse(text) : shortDuration(text);
        if (duration.isZero() || duration.isNegative() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException();
        }
        return duration;
    }

    private static Duration shortDuration(String text) {
        var digits = text.replaceAll("[a-z]+$", "");
        var amount = Long.parseLong(digits);
        return switch (text.substring(digits.length())) {
            case "ms" -> Duration.ofMillis(amount);
            case "", "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            default -> throw new IllegalArgumentException();
        };
    }

    private static URI absolute(String text) {
        try {
            var uri = new URI(text.strip());
            if (uri.getScheme() == null || RUNNABLE_SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException();
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String wireName(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static int position(List<String> names, String text) {
        var position = names.indexOf(text);
        if (position < 0) {
            throw new IllegalArgumentException();
        }
        return position;
    }
}
