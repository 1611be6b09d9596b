package org.gatehouse.importing;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.gatehouse.platform.SettingKey;
import org.gatehouse.platform.SettingKeys;
import org.gatehouse.platform.Settings;

/** The settings that ask for an import. */
@Singleton
class ImportSettings implements SettingKeys {

    static final SettingKey<Optional<String>> FILE = SettingKey.optionalText("gatehouse.import.file");
    static final SettingKey<Optional<String>> DATA_SOURCE = SettingKey.optionalText("gatehouse.import.datasource");
    static final SettingKey<String> ID = new SettingKey<>("gatehouse.import.id",
            "1 to 64 letters, digits and the characters . _ -",
            text -> text.filter(id -> id.matches("[A-Za-z0-9._-]{1,64}")).orElseThrow(IllegalArgumentException::new));

    @Override
    public List<SettingKey<?>> keys() {
        return List.of(FILE, DATA_SOURCE, ID);
    }

    @Override
    public Optional<String> contradiction(Settings settings) {
        return settings.get(FILE).isPresent() && settings.get(DATA_SOURCE).isPresent()
                ? Optional.of("gatehouse.import.file and gatehouse.import.datasource are both set: one import has one source.")
                : Optional.empty();
    }

    /** What the settings ask for, if anything. */
    static Optional<ImportOrder> order(Settings settings) {
        return settings.get(FILE).map(file -> new ImportOrder(settings.get(ID), ImportOrder.Kind.FILE, file))
                .or(() -> settings.get(DATA_SOURCE)
                        .map(name -> new ImportOrder(settings.get(ID), ImportOrder.Kind.DATA_SOURCE, name)));
    }
}
