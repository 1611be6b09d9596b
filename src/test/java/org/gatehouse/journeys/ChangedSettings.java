package org.gatehouse.journeys;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Settings of the shared server and of the nodes beside it as a test wants them, given back after it. Registered in a
 * static field it also changes some for all tests of a class. Several settings are changed as one: some make no sense
 * without another, and each change takes a server up to a second to see.
 */
final class ChangedSettings implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private final Map<String, String> forAll;
    private final Map<String, Optional<String>> changed = new LinkedHashMap<>();

    ChangedSettings() {
        this(Map.of());
    }

    private ChangedSettings(Map<String, String> forAll) {
        this.forAll = forAll;
    }

    /** What all tests of a class want. */
    static ChangedSettings forAll(Map<String, String> values) {
        return new ChangedSettings(values);
    }

    /** Changes a setting for the test that runs. */
    void set(String name, String value) {
        set(Map.of(name, value));
    }

    /** Changes settings for the test that runs. */
    void set(Map<String, String> values) {
        values.keySet().forEach(name -> changed.put(name, Optional.empty()));
        change(values);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        change(forAll);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        apply(changed);
        changed.clear();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        var names = new HashMap<String, Optional<String>>();
        forAll.keySet().forEach(name -> names.put(name, Optional.empty()));
        apply(names);
    }

    private static void change(Map<String, String> values) {
        var changes = new HashMap<String, Optional<String>>();
        values.forEach((name, value) -> changes.put(name, Optional.of(value)));
        apply(changes);
    }

    private static void apply(Map<String, Optional<String>> changes) {
        if (!changes.isEmpty()) {
            Gatehouse.shared().settings(changes);
            Nodes.awaitSettings();
        }
    }
}
