package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gatehouse.systems.Await;
import org.gatehouse.systems.Gatehouse;
import org.gatehouse.systems.StrapiExport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** An import may be interrupted by anything at any time, and loses nobody and doubles nobody. */
@Tag("once") // the measurement of a large import does the same on PostgreSQL
class ImportInterruptedIT {

    private static final int PEOPLE = 8000;

    private final Gatehouse gatehouse = Fragile.server();
    private final Import imported = Import.anyInto(gatehouse);
    private final Person ada = Person.anybody();

    @AfterEach
    void nothingIsToBeImported() {
        gatehouse.settings(Map.of("gatehouse.import.id", Optional.empty(), "gatehouse.import.file", Optional.empty()));
    }

    @Test
    void anImportGoesOnAfterAPowerCut() {
        begin();
        Await.until("some to be imported", Duration.ofSeconds(60), () -> imported.users("imported") > 0);
        gatehouse.server().kill();
        var before = imported.users("imported");

        gatehouse.server().start();

        assertThat(imported.ended()).isEqualTo("finished");
        assertThat(before).isBetween(1L, PEOPLE - 1L);
        assertThat(imported.users("imported")).isEqualTo(PEOPLE);
        assertThat(count("gatehouse_user where username like ?")).isEqualTo(PEOPLE);
        assertThat(count("gatehouse_login_name where name like ?")).isEqualTo(2 * PEOPLE);
        for (var number = 1; number <= PEOPLE; number += PEOPLE / 8) {
            Expect.status(200, gatehouse.login(name(number), ada.password()));
        }
    }

    private void begin() {
        var hash = new BCryptPasswordEncoder(4).encode(ada.password());
        var export = StrapiExport.withUsualRoles();
        for (var number = 1; number <= PEOPLE; number++) {
            export.user(number, StrapiExport.fields(name(number), name(number) + "@example.org", hash), 1);
        }
        gatehouse.settings(imported.ofFile(imported.write(export)).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Optional.of(entry.getValue()))));
    }

    private long count(String from) {
        return gatehouse.database().queryForLong("select count(*) from " + from, ada.username() + "-%");
    }

    private String name(int number) {
        return ada.username() + "-" + number;
    }
}
