package org.gatehouse.journeys;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Settings of the shared server as a test wants them, given back after it in the opposite order: some settings make no
 * sense without another. Registered in a static field it also changes some for all tests of a class.
 */
final class ChangedSettings implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private final Map<String, String> forAll = new LinkedHashMap<>();
    private final Deque<String> changedForAll = new ArrayDeque<>();
    private final Deque<String> changed = new ArrayDeque<>();

    /** Changes a setting for all tests of the class. */
    ChangedSettings forAll(String name, String value) {
        forAll.put(name, value);
        return this;
    }

    /** Changes a setting for the test that runs. */
    void set(String name, String value) {
        changed.push(name);
        Gatehouse.shared().setting(name, value);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        forAll.forEach((name, value) -> {
            changedForAll.push(name);
            Gatehouse.shared().setting(name, value);
        });
    }

    @Override
    public void afterEach(ExtensionContext context) {
        giveBack(changed);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        giveBack(changedForAll);
    }

    private static void giveBack(Deque<String> names) {
        while (!names.isEmpty()) {
            Gatehouse.shared().resetSetting(names.pop());
        }
    }
}
