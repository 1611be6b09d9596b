package org.gatehouse.journeys;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A filter of a list: what it says of somebody, and how a client writes it. */
sealed interface Filter {

    Truth of(ListedUser user);

    /** Adds the parameters to a query, their names beginning with where the filter stands in it. */
    void write(String place, List<Parameter> query);

    /** As it stands in a URL. */
    default String written() {
        var query = new ArrayList<Parameter>();
        write("filters", query);
        return query.stream().map(Parameter::encoded).collect(Collectors.joining("&"));
    }

    /** A name and a value, before they are encoded. */
    record Parameter(String name, String value) {

        String encoded() {
            return encode(name) + "=" + encode(value);
        }

        private static String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    /** Compares one field; {@code not} turns it round within the field. */
    record Comparing(Field field, boolean not, Operator operator, List<Comparable<Object>> values) implements Filter {

        @Override
        public Truth of(ListedUser user) {
            var truth = operator.of(field.value().apply(user), values);
            return not ? truth.not() : truth;
        }

        @Override
        public void write(String place, List<Parameter> query) {
            var name = place + "[" + field.name() + "]" + (not ? "[$not]" : "")
                    + (operator.name().isEmpty() ? "" : "[" + operator.name() + "]");
            for (var i = 0; i < values.size(); i++) {
                var which = operator.values() == 1 ? "" : "[" + i + "]";
                query.add(new Parameter(name + which, values.get(i).toString()));
            }
        }

        @Override
        public String toString() {
            return written();
        }
    }

    record All(List<Filter> filters) implements Filter {

        @Override
        public Truth of(ListedUser user) {
            return filters.stream().map(filter -> filter.of(user)).reduce(Truth.TRUE, Truth::and);
        }

        @Override
        public void write(String place, List<Parameter> query) {
            writeEach(place + "[$and]", filters, query);
        }
    }

    record Any(List<Filter> filters) implements Filter {

        @Override
        public Truth of(ListedUser user) {
            return filters.stream().map(filter -> filter.of(user)).reduce(Truth.FALSE, Truth::or);
        }

        @Override
        public void write(String place, List<Parameter> query) {
            writeEach(place + "[$or]", filters, query);
        }
    }

    record Not(Filter filter) implements Filter {

        @Override
        public Truth of(ListedUser user) {
            return filter.of(user).not();
        }

        @Override
        public void write(String place, List<Parameter> query) {
            filter.write(place + "[$not]", query);
        }
    }

    /** Something to filter by. */
    record Field(String name, Function<ListedUser, Comparable<Object>> value) {

        @SuppressWarnings("unchecked") // values of one field are of one type
        static <T extends Comparable<T>> Field of(String name, Function<ListedUser, T> value) {
            return new Field(name, user -> (Comparable<Object>) (Comparable<?>) value.apply(user));
        }
    }

    private static void writeEach(String place, List<Filter> filters, List<Parameter> query) {
        for (var i = 0; i < filters.size(); i++) {
            filters.get(i).write(place + "[" + i + "]", query);
        }
    }
}
