package org.gatehouse.settings;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.lang.System.Logger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gatehouse.platform.InvalidSettingException;
import org.gatehouse.platform.SettingKey;
import org.gatehouse.platform.SettingKeys;
import org.gatehouse.platform.Settings;
import org.gatehouse.platform.SettingsChanged;
import org.gatehouse.platform.Starting;

/** Reads the settings from all their sources, and stores what administrators change. */
@Singleton
public class SettingsStore {

    private static final Logger LOG = System.getLogger(SettingsStore.class.getName());
    private static final String OURS = "gatehouse.";

    private final Settings settings;
    private final OperatorSettings operator;
    private final Instance<SettingKeys> rooms;
    private final SettingsTable table;
    private final Event<SettingsChanged> changed;
    private volatile Map<String, Optional<String>> declared = Map.of();

    @Inject
    SettingsStore(Settings settings, OperatorSettings operator, Instance<SettingKeys> rooms, SettingsTable table,
            Event<SettingsChanged> changed) {
        this.settings = settings;
        this.operator = operator;
        this.rooms = rooms;
        this.table = table;
        this.changed = changed;
    }

    void readConfiguration(@Observes @Priority(Starting.CONFIGURATION) Starting event) {
        checked(Map.of());
        settings.replaceWith(-1, merge(Map.of()), names(Map.of()));
        warnAboutUnknownNames();
    }

    void readStoredSettings(@Observes @Priority(Starting.STORED_SETTINGS) Starting event) {
        load();
        LOG.log(Level.INFO, "Settings read; {0} of them set outside of the application: {1}",
                pinned().size(), String.join(", ", pinned()));
    }

    /** Reads the settings anew if somebody changed them, here or outside. */
    void reloadIfChanged() {
        if (table.version() != settings.version() || !declared.equals(declaredValues())) {
            load();
            LOG.log(Level.INFO, "Settings have changed and are read anew, version " + settings.version());
        }
    }

    /**
     * Stores new values, all or none, and puts them in force on this node.
     *
     * @param changes the new text by name; an empty one makes the setting empty, whatever its default is
     * @throws InvalidSettingException                  if a value is not allowed
     * @throws org.gatehouse.platform.ApiException if the operator pinned one of them
     */
    public void change(Map<String, Optional<String>> changes) {
        if (changes.keySet().stream().anyMatch(operator::isPinned)) {
            throw SettingsError.PINNED.exception();
        }
        var content = new HashMap<>(table.read());
        content.putAll(changes);
        refuseConflicts(checked(content));
        table.write(changes);
        load();
    }

    private void load() {
        var version = table.version();
        var content = table.read();
        refuseConflicts(checked(content));
        declared = declaredValues();
        settings.replaceWith(version, merge(content), names(content));
        changed.fire(new SettingsChanged());
    }

    private Set<String> names(Map<String, Optional<String>> stored) {
        return Stream.concat(stored.keySet().stream(),
                StreamSupport.stream(operator.names().spliterator(), false).filter(name -> name.startsWith(OURS)))
                .collect(Collectors.toSet());
    }

    private Function<String, Optional<String>> merge(Map<String, Optional<String>> stored) {
        return name -> !operator.isPinned(name) && stored.containsKey(name)
                ? stored.get(name) : operator.value(name);
    }

    private Settings checked(Map<String, Optional<String>> stored) {
        var candidate = new Settings();
        candidate.replaceWith(0, merge(stored), names(stored));
        for (var room : rooms) {
            room.keys().forEach(candidate::get);
            refuse(room.contradiction(candidate));
        }
        return candidate;
    }

    private void refuseConflicts(Settings candidate) {
        rooms.forEach(room -> refuse(room.conflictWithData(candidate)));
    }

    private static void refuse(Optional<String> problem) {
        problem.ifPresent(words -> {
            throw new IllegalStateException(words);
        });
    }

    private Map<String, Optional<String>> declaredValues() {
        return names().stream().collect(Collectors.toMap(Function.identity(), operator::value));
    }

    /** All names that mean something and of which we know: families have members that only their setting tells. */
    private Set<String> names() {
        var all = rooms.stream().flatMap(room -> room.keys().stream()).map(SettingKey::name).collect(Collectors.toSet());
        for (var name : operator.names()) {
            if (name.startsWith(OURS) && rooms.stream().anyMatch(room -> room.knows(name))) {
                all.add(name);
            }
        }
        return all;
    }

    private Set<String> pinned() {
        return names().stream().filter(operator::isPinned).collect(Collectors.toCollection(TreeSet::new));
    }

    private void warnAboutUnknownNames() {
        var known = names();
        for (var name : operator.names()) {
            if (name.startsWith(OURS) && !known.contains(name)) {
                LOG.log(Level.WARNING, "{0} is set, but there is no setting of that name", name);
            }
        }
    }
}
