package org.gatehouse.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** A table of what has to be true before a recorded case is sent; the later line wins where two set the same. */
final class Givens {

    private record Setting(String first, String last, String name, String value) {
    }

    private final List<String> order = List.copyOf(Recording.all().keySet());
    private final List<Setting> settings = new ArrayList<>();
    private final Map<String, Consumer<Stage>> before = new HashMap<>();
    private final Map<String, Consumer<Stage>> after = new HashMap<>();

    /** All tables there are. */
    static Givens all() {
        return AccountGivens.table().and(OptionGivens.table()).and(UserGivens.table())
                .and(SessionGivens.table()).and(ConnectGivens.table());
    }

    /** From one case up to and including another the setting has this value, outside of them its packaged default. */
    Givens during(String first, String last, String setting, String value) {
        if (order.indexOf(known(last)) < order.indexOf(known(first))) {
            throw new IllegalArgumentException(last + " was recorded before " + first);
        }
        settings.add(new Setting(first, last, setting, value));
        return this;
    }

    Givens before(String id, Consumer<Stage> preparation) {
        return onlyOnce(before, id, preparation);
    }

    /** What the answer cannot show, or what has to be undone. */
    Givens after(String id, Consumer<Stage> check) {
        return onlyOnce(after, id, check);
    }

    Map<String, String> settingsOf(RecordedCase recorded) {
        Map<String, String> values = new TreeMap<>();
        int place = order.indexOf(recorded.id());
        settings.stream()
                .filter(setting -> order.indexOf(setting.first()) <= place && place <= order.indexOf(setting.last()))
                .forEach(setting -> values.put(setting.name(), setting.value()));
        return values;
    }

    void prepare(RecordedCase recorded, Stage stage) {
        before.getOrDefault(recorded.id(), nothing -> { }).accept(stage);
    }

    void conclude(RecordedCase recorded, Stage stage) {
        after.getOrDefault(recorded.id(), nothing -> { }).accept(stage);
    }

    Givens and(Givens others) {
        settings.addAll(others.settings);
        others.before.forEach(this::before);
        others.after.forEach(this::after);
        return this;
    }

    Set<String> cases() {
        Set<String> cases = new TreeSet<>(before.keySet());
        cases.addAll(after.keySet());
        return cases;
    }

    private Givens onlyOnce(Map<String, Consumer<Stage>> table, String id, Consumer<Stage> step) {
        if (table.put(known(id), step) != null) {
            throw new IllegalArgumentException("Two lines for " + id);
        }
        return this;
    }

    private String known(String id) {
        if (!order.contains(id)) {
            throw new IllegalArgumentException("No such case: " + id);
        }
        return id;
    }
}
