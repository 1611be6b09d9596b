package org.gatehouse.journeys;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Settings of a server as a test wants them, given back after it. Registered in a static field it also changes some for
 * all tests of a class. Several settings are changed as one: some make no sense without another, and each change takes a
 * server up to a second to see.
 */
final class ChangedSettings implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private final Supplier<Gatehouse> server;
    private final List<String> forAll;
    private final Set<String> changed = new LinkedHashSet<>();

    /** Those of the shared server, as each test sets them. */
    ChangedSettings() {
        this(Gatehouse::shared);
    }

    private ChangedSettings(Supplier<Gatehouse> server, String... forAll) {
        this.server = server;
        this.forAll = List.of(forAll);
    }

    /** Those of the shared server for all tests of a class: names and values in turn. */
    static ChangedSettings forAll(String... namesAndValues) {
        return new ChangedSettings(Gatehouse::shared, namesAndValues);
    }

    /** Changes settings for the test that runs: names and values in turn. */
    void set(String... namesAndValues) {
        change(List.of(namesAndValues), changed);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (!forAll.isEmpty()) {
            change(forAll, new LinkedHashSet<>());
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        giveBack(changed);
        changed.clear();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        var names = new ArrayList<String>();
        for (var i = 0; i < forAll.size(); i += 2) {
            names.add(forAll.get(i));
        }
        giveBack(names);
    }

    /** Writes all of them and lets the server know with the last. */
    private void change(List<String> namesAndValues, Set<String> names) {
        var last = namesAndValues.size() - 2;
        for (var i = 0; i < last; i += 2) {
            names.add(namesAndValues.get(i));
            delete(namesAndValues.get(i));
            server.get().database().update("insert into gatehouse_setting (name, content) values (?, ?)",
                    namesAndValues.get(i), namesAndValues.get(i + 1));
        }
        names.add(namesAndValues.get(last));
        server.get().setting(namesAndValues.get(last), namesAndValues.get(last + 1));
    }

    private void giveBack(Iterable<String> names) {
        String last = null;
        for (var name : names) {
            delete(name);
            last = name;
        }
        if (last != null) {
            server.get().resetSetting(last);
        }
    }

    private void delete(String name) {
        server.get().database().update("delete from gatehouse_setting where name = ?", name);
    }
}
