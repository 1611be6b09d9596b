package org.gatehouse.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gatehouse.systems.Project;

/** Measures everything, one thing after the other, prints what came out and writes it to {@code target/bench}. */
public final class Benchmark {

    private static final int CONNECTIONS = 16;
    /** Enough to keep all cores hashing, and few enough that nobody has to be sent away. */
    private static final int LOGIN_CONNECTIONS = 4;
    private static final int FLOOD_CONNECTIONS = 64;
    private static final int FLOOD_MARGIN_SECONDS = 5;

    private final Options options;
    private final Path project;
    private final PrintStream console;

    private Benchmark(Options options, Path project, PrintStream console) {
        this.options = options;
        this.project = project;
        this.console = console;
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream console = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Path project = Path.of(System.getProperty("basedir")).toAbsolutePath();
        new Benchmark(Options.from(System.getProperties()), project, console).run();
    }

    private void run() throws IOException {
        Logger.getLogger("").setLevel(Level.WARNING); // the database tells at length how it starts
        Wrk.check();
        ResidentMemory.check();
        String result = switch (options.only()) {
            case USUAL -> new Result(measure(), options).toString();
            case MILLION -> new MillionUsers(options, project.resolve("src/bench/lua"), this::say).measure();
            case IMPORT -> new LargeImport(this::say).measure();
        };
        Path file = Project.directory("bench").resolve("result.md");
        Files.writeString(file, result);
        console.printf("%n%s%n(written to %s)%n", result, file);
    }

    private Figures measure() {
        ServerFigures empty = emptyServer();
        say("Starting Gatehouse on a new database");
        try (Subject subject = Subject.start()) {
            return measure(empty, subject);
        }
    }

    private Figures measure(ServerFigures empty, Subject subject) {
        ServerFigures gatehouse = gatehouse(subject);
        say("Registering " + Subject.PEOPLE + " people");
        subject.registerPeople();
        Wrk wrk = subject.wrk(project.resolve("src/bench/lua"));
        Request logins = Request.login(Subject.PEOPLE, Subject.PASSWORD);
        Request asking = Request.get("/api/users/me", "Authorization: Bearer " + subject.token());

        Run live = warmedUp(wrk, Request.get("/api/health/live"), CONNECTIONS);
        Run me = warmedUp(wrk, asking, CONNECTIONS);
        Run connect = warmedUp(wrk, Request.get("/api/connect/github"), CONNECTIONS);
        HashRate hashBefore = hashAlone(subject);
        Run login = warmedUp(wrk, logins, LOGIN_CONNECTIONS);
        HashRate hashAfter = hashAlone(subject);
        Run register = register(wrk);
        Flood flood = flood(wrk, asking, logins);
        return new Figures(empty, gatehouse, live, me, connect, hashBefore, login, hashAfter, register, flood,
                subject.memory());
    }

    private ServerFigures emptyServer() {
        List<Duration> starts = new ArrayList<>();
        long memory = 0;
        for (int i = 1; i <= options.starts(); i++) {
            say("Starting an empty server, " + i + " of " + options.starts());
            try (EmptyServer server = EmptyServer.start(project.resolve("server-config/payara-micro"))) {
                starts.add(server.startTime());
                memory = ResidentMemory.mebibytesOf(server.pid());
            }
        }
        return new ServerFigures(StartTime.median(starts), memory);
    }

    private ServerFigures gatehouse(Subject subject) {
        List<Duration> starts = new ArrayList<>();
        for (int i = 1; i <= options.starts(); i++) {
            say("Starting Gatehouse, " + i + " of " + options.starts());
            starts.add(subject.restart());
        }
        return new ServerFigures(StartTime.median(starts), subject.memory());
    }

    private Run warmedUp(Wrk wrk, Request request, int connections) {
        say(request.name());
        wrk.run(request, connections, options.warmUp());
        return wrk.run(request, connections, options.seconds());
    }

    private Run register(Wrk wrk) {
        Request first = Request.register("warm-up", Subject.PASSWORD);
        say(first.name());
        wrk.run(first, LOGIN_CONNECTIONS, options.warmUp());
        return wrk.run(Request.register("newcomer", Subject.PASSWORD), LOGIN_CONNECTIONS, options.seconds());
    }

    private HashRate hashAlone(Subject subject) {
        say("The password hash alone");
        return HashAlone.measure(Subject.PASSWORD, subject.storedHash(), options.warmUp(), options.seconds());
    }

    private Flood flood(Wrk wrk, Request asking, Request logins) {
        say("A flood of logins");
        Run alone = wrk.run(asking, CONNECTIONS, options.seconds());
        int seconds = options.warmUp() + options.seconds() + FLOOD_MARGIN_SECONDS;
        try (Child flood = wrk.start(logins, FLOOD_CONNECTIONS, seconds)) {
            wrk.run(asking, CONNECTIONS, options.warmUp());
            Run during = wrk.run(asking, CONNECTIONS, options.seconds());
            return new Flood(alone.called("users/me alone"), during.called("users/me in the flood"),
                    new Run("the flood: login", FLOOD_CONNECTIONS, wrk.finished(flood, seconds)));
        }
    }

    private void say(String what) {
        console.println(what + " ...");
    }
}
