package org.gatehouse.development;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gatehouse.systems.Datasource;
import org.gatehouse.systems.Inbox;
import org.gatehouse.systems.PayaraMicro;
import org.gatehouse.systems.PayaraMicroBuilder;
import org.gatehouse.systems.Ports;
import org.gatehouse.systems.Project;
import org.gatehouse.systems.ServerDidNotStart;

/** Runs Gatehouse for the developer until Ctrl-C, and says in plain words where everything is. */
public final class DevelopmentServer {

    private static final String WAR = "gatehouse.war";

    private final Options options;
    private final PrintStream console;
    private volatile boolean stopping;

    private DevelopmentServer(Options options, PrintStream console) {
        this.options = options;
        this.console = console;
    }

    public static void main(String[] arguments) throws InterruptedException {
        PrintStream console = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        new DevelopmentServer(Options.from(System.getProperties()), console).run();
    }

    private void run() throws InterruptedException {
        checkBeforehand();
        Inbox inbox = Inbox.open();
        try {
            Mailbox mailbox = Mailbox.open(options.mailboxPort(), inbox);
            try {
                runUntilStopped(server(inbox));
            } finally {
                mailbox.close();
            }
        } finally {
            inbox.stop();
        }
    }

    private void checkBeforehand() {
        if (Files.notExists(Project.built(WAR))) {
            throw new CannotRun("target/" + WAR + " is missing: ./mvnw -Prun builds it and runs it");
        }
        if (Ports.isTaken(options.port())) {
            throw new CannotRun(("Port %d is taken by another program: end that, or choose another port with "
                    + "-Dgatehouse.run.port=<port>").formatted(options.port()));
        }
    }

    private PayaraMicro server(Inbox inbox) {
        Path data = options.data();
        PayaraMicroBuilder server = PayaraMicro.onPort(options.port());
        return server
                .deploy(Project.built(WAR), "/")
                .datasource(Datasource.h2("jdbc:h2:file:" + data.resolve("gatehouse")))
                .inbox(inbox)
                .property("gatehouse.mode", "development")
                .property("gatehouse.url", server.baseUri().toString())
                .property("gatehouse.encryption-key-file", data.resolve("encryption.key").toString())
                .property("gatehouse.advanced.email-confirmation", "true")
                .property("gatehouse.graphql.introspection", "true")
                .properties(options.gatehouse())
                .build();
    }

    private void runUntilStopped(PayaraMicro server) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
        console.printf("%nStarting Gatehouse on Payara Micro ...%n");
        try {
            server.start();
            welcome(server);
            server.join();
        } catch (ServerDidNotStart e) {
            leaveToShutdown();
            throw new CannotRun("Gatehouse did not start. " + e.reason() + " (" + server.log() + " says more)");
        }
        leaveToShutdown();
        throw new CannotRun("The server has ended by itself (" + server.log() + " may say why)");
    }

    private void welcome(PayaraMicro server) {
        console.printf("""

                Gatehouse is running.

                  API      %1$s/api
                  Mailbox  http://localhost:%2$d  (every mail Gatehouse sends ends up here, and only here)
                  Data     %3$s  (stays for the next start; delete the directory to begin anew)
                  Log      %4$s

                Register somebody, then open the mailbox and follow the link:

                  curl -H 'Content-Type: application/json' \\
                    -d '{"username":"ada","email":"ada@example.org","password":"an engine that weaves"}' \\
                    %1$s/api/auth/local/register

                Ctrl-C stops it.

                """, server.baseUri(), options.mailboxPort(), options.data(), server.log());
    }

    private void stop(PayaraMicro server) {
        stopping = true;
        console.printf("%nStopping Gatehouse ...%n");
        server.stop();
        console.printf("Gatehouse has stopped; its data stays in %s%n", options.data());
    }

    /** While the JVM ends, what the server's end means is no failure: waits until the JVM is gone. */
    private void leaveToShutdown() throws InterruptedException {
        if (stopping) {
            Thread.currentThread().join();
        }
    }
}
