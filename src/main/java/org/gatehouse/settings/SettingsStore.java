package org.gatehouse.settings;

import jakarta.annotation.Priority;
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
import org.gatehouse.platform.Database;
import org.gatehouse.platform.InvalidSettingException;
import org.gatehouse.platform.SettingKey;
import org.gatehouse.platform.SettingKeys;
import org.gatehouse.platform.Settings;
import org.gatehouse.platform.Starting;
import org.gatehouse.platform.Transactions;

/** Reads the settings from all their sources, and stores what administrators change. */
@Singleton
public class SettingsStore {

    private static final Logger LOG = System.getLogger(SettingsStore.class.getName());

    private final Settings settings;
    private final OperatorSettings operator;
    private final Instance<SettingKeys> rooms;
    private final Database database;
    private final Transactions transactions;
    private volatile Map<String, Optional<String>> declared = Map.of();

    @Inject
    SettingsStore(Settings settings, OperatorSettings operator, Instance<SettingKeys> rooms, Database database,
            Transactions transactions) {
        this.settings = settings;
        this.operator = operator;
        this.rooms = rooms;
        this.database = database;
        this.transactions = transactions;
    }

    void readConfiguration(@Observes @Priority(Starting.CONFIGURATION) Starting event) {
        var values = merge(Map.of());
        check(values);
        settings.replaceWith(-1, values);
        warnAboutUnknownNames();
    }

    void readStoredSettings(@Observes @Priority(Starting.STORED_SETTINGS) Starting event) {
        load();
        LOG.log(Level.INFO, "Settings read; {0} of them set outside of the application: {1}",
                pinned().size(), String.join(", ", pinned()));
    }

    /** Reads the settings anew if somebody changed them, here or outside. */
    void reloadIfChanged() {
        if (storedVersion() != settings.version() || !declared.equals(declaredValues())) {
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
        var content = new HashMap<>(stored());
        content.putAll(changes);
        check(merge(content));
        transactions.run(() -> database.write(entities -> {
            changes.forEach((name, value) -> entities.merge(new StoredSetting(name, value.orElse(null))));
            entities.createNativeQuery("update gatehouse_settings_version set version = version + 1").executeUpdate();
        }));
        load();
    }

    private void load() {
        var version = storedVersion();
        var values = merge(stored());
        check(values);
        declared = declaredValues();
        settings.replaceWith(version, values);
    }

    private Function<String, Optional<String>> merge(Map<String, Optional<String>> stored) {
        return name -> !operator.isPinned(name) && stored.containsKey(name)
                ? stored.get(name) : operator.value(name);
    }

    private void check(Function<String, Optional<String>> values) {
        var candidate = new Settings();
        candidate.replaceWith(0, values);
        for (var room : rooms) {
            room.keys().forEach(candidate::get);
            room.contradiction(candidate).ifPresent(problem -> {
                throw new IllegalStateException(problem);
            });
        }
    }

    private Map<String, Optional<String>> stored() {
        return database.read(entities -> entities.createQuery("select s from StoredSetting s", StoredSetting.class)
                .getResultStream()
                .collect(Collectors.toMap(StoredSetting::name, setting -> Optional.ofNullable(setting.content()))));
    }

    private long storedVersion() {
        return database.read(entities -> ((Number) entities.createNativeQuery(
                "select version from gatehouse_settings_version").getSingleResult()).longValue());
    }

    private Map<String, Optional<String>> declaredValues() {
        return names().stream().collect(Collectors.toMap(Function.identity(), operator::value));
    }

    private Set<String> names() {
        return rooms.stream().flatMap(room -> room.keys().stream()).map(SettingKey::name).collect(Collectors.toSet());
    }

    private Set<String> pinned() {
        return names().stream().filter(operator::isPinned).collect(Collectors.toCollection(TreeSet::new));
    }

    private void warnAboutUnknownNames() {
        var known = names();
        for (var name : operator.names()) {
            if (name.startsWith("gatehouse.") && !known.contains(name)
                    && rooms.stream().noneMatch(room -> room.knows(name))) {
                LOG.log(Level.WARNING, "{0} is set, but there is no setting of that name", name);
            }
        }
    }
}
