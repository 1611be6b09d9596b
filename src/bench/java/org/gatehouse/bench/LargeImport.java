package org.gatehouse.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.gatehouse.systems.Await;
import org.gatehouse.systems.Gatehouse;
import org.gatehouse.systems.Project;
import org.gatehouse.systems.StrapiExport;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** How long a hundred thousand users take to come over from Strapi, with a power cut on the way. */
final class LargeImport {

    private static final int PEOPLE = 100_000;
    private static final int SAMPLE = 100;
    private static final double MOST_SECONDS = 600;
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final double MILLIS_PER_SECOND = 1e3;

    private final Consumer<String> say;

    LargeImport(Consumer<String> say) {
        this.say = say;
    }

    String measure() {
        say.accept("Writing an export of " + PEOPLE + " people");
        Path file = export().writeTo(Project.directory("bench").resolve("export.tar.gz"));
        say.accept("Starting Gatehouse on a new database");
        try (Gatehouse gatehouse = Gatehouse.start(Map.of())) {
            say.accept("Importing");
            gatehouse.setting("gatehouse.import.file", file.toString());
            Instant start = Instant.now();
            Await.until("half of them", PATIENCE, () -> imported(gatehouse) > PEOPLE / 2);
            gatehouse.server().kill();
            long before = imported(gatehouse);
            say.accept("Cut off after " + before + "; starting again");
            gatehouse.server().start();
            Await.until("the end", PATIENCE, () -> isFinished(gatehouse));
            double seconds = Duration.between(start, Instant.now()).toMillis() / MILLIS_PER_SECOND;
            return result(gatehouse, before, seconds);
        }
    }

    private String result(Gatehouse gatehouse, long before, double seconds) {
        say.accept("Logging some of them in");
        long loggedIn = sample().filter(number -> gatehouse.login(name(number), Subject.PASSWORD).status() == 200).count();
        long rehashed = sample().filter(number -> gatehouse.database().queryForString(
                "select password_hash from gatehouse_user where username = ?", name(number)).startsWith("$argon2id$")).count();
        Table table = new Table("bar", "measured", "promised", "");
        for (Bar bar : new Bar[] {
            Bar.atMost("import of 100,000 with a power cut", seconds, MOST_SECONDS, "%.0f s"),
            Bar.atLeast("imported", imported(gatehouse), PEOPLE, "%,.0f"),
            Bar.atMost("accounts", gatehouse.database().queryForLong("select count(*) from gatehouse_user"), PEOPLE, "%,.0f"),
            Bar.atLeast("of a sample, logged in", loggedIn, SAMPLE, "%.0f"),
            Bar.atLeast("of a sample, with argon2id then", rehashed, SAMPLE, "%.0f")}) {
            table.row(bar.figure(), bar.measured(), bar.promised(), bar.isMet() ? "met" : "MISSED");
        }
        return Text.of("# A large import%n%nCut off after %,d; the time holds the second start and the wait for the lease."
                + "%n%n%s", before, table);
    }

    private static StrapiExport export() {
        BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder();
        String[] hashes = IntStream.range(0, SAMPLE).mapToObj(i -> bcrypt.encode(Subject.PASSWORD)).toArray(String[]::new);
        StrapiExport export = StrapiExport.withUsualRoles();
        for (int number = 1; number <= PEOPLE; number++) {
            export.user(number, StrapiExport.fields(name(number), name(number) + "@example.org", hashes[number % SAMPLE]), 1);
        }
        return export;
    }

    private static IntStream sample() {
        return IntStream.rangeClosed(1, SAMPLE).map(i -> i * (PEOPLE / SAMPLE));
    }

    private static long imported(Gatehouse gatehouse) {
        return gatehouse.database().queryForLong("select count(*) from gatehouse_import_row where outcome = 'imported'");
    }

    private static boolean isFinished(Gatehouse gatehouse) {
        return "finished".equals(gatehouse.database().queryForString("select state from gatehouse_import"));
    }

    private static String name(int number) {
        return "person-" + number;
    }
}
