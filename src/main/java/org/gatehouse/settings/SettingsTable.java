package org.gatehouse.settings;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gatehouse.platform.Database;
import org.gatehouse.platform.Encryption;
import org.gatehouse.platform.SettingKeys;
import org.gatehouse.platform.Transactions;

/**
 * The settings in the database. Secret ones rest as {@code encrypted:} and what {@link Encryption} made of them, bound to
 * their name; one that somebody wrote there in plain is read as it is.
 */
@Singleton
class SettingsTable {

    private static final String ENCRYPTED = "encrypted:";

    private final Database database;
    private final Transactions transactions;
    private final Encryption encryption;
    private final Instance<SettingKeys> rooms;

    @Inject
    SettingsTable(Database database, Transactions transactions, Encryption encryption, Instance<SettingKeys> rooms) {
        this.database = database;
        this.transactions = transactions;
        this.encryption = encryption;
        this.rooms = rooms;
    }

    /** Grows with every change. */
    long version() {
        return database.read(entities -> ((Number) entities.createNativeQuery(
                "select version from gatehouse_settings_version").getSingleResult()).longValue());
    }

    Map<String, Optional<String>> read() {
        return database.read(entities -> entities.createQuery("select s from StoredSetting s", StoredSetting.class)
                .getResultList()).stream().collect(Collectors.toMap(StoredSetting::name, this::content));
    }

    /** Stores new values, all or none. */
    void write(Map<String, Optional<String>> changes) {
        transactions.run(() -> database.write(entities -> {
            changes.forEach((name, value) ->
                    entities.merge(new StoredSetting(name, value.map(text -> protectedText(name, text)).orElse(null))));
            entities.createNativeQuery("update gatehouse_settings_version set version = version + 1").executeUpdate();
        }));
    }

    private Optional<String> content(StoredSetting setting) {
        return Optional.ofNullable(setting.content()).map(text -> text.startsWith(ENCRYPTED)
                ? encryption.decrypt(text.substring(ENCRYPTED.length()), context(setting.name())) : text);
    }

    private String protectedText(String name, String text) {
        return rooms.stream().anyMatch(room -> room.isSecret(name))
                ? ENCRYPTED + encryption.encrypt(text, context(name)) : text;
    }

    private static String context(String name) {
        return "setting " + name;
    }
}
