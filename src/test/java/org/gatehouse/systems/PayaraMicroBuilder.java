package org.gatehouse.systems;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Describes a {@link PayaraMicro}, configured by the scripts that operators use. */
public final class PayaraMicroBuilder {

    private final int port;
    private final Path jar;
    private final List<String> scripts;
    private final List<String> deployments = new ArrayList<>();
    private final Map<String, String> properties = new TreeMap<>();
    private final Map<String, String> environment = new HashMap<>();
    private final Set<Path> libraries = new LinkedHashSet<>();
    private final List<String> virtualMachine = new ArrayList<>(List.of("-Xmx512m"));
    private Path workingDirectory = Path.of("");

    PayaraMicroBuilder(int port, Path jar, List<String> scripts) {
        this.port = port;
        this.jar = jar;
        this.scripts = new ArrayList<>(scripts);
    }

    /** Where it will answer. */
    public URI baseUri() {
        return URI.create("http://localhost:" + port);
    }

    /** Deploys a WAR; the context root is {@code /} or begins with a slash. */
    public PayaraMicroBuilder deploy(Path war, String contextRoot) {
        deployments.add(war + File.pathSeparator + contextRoot);
        return this;
    }

    /** Sets a system property, which is a MicroProfile Config property too. */
    public PayaraMicroBuilder property(String name, String value) {
        properties.put(name, value);
        return this;
    }

    public PayaraMicroBuilder properties(Map<String, String> more) {
        properties.putAll(more);
        return this;
    }

    public PayaraMicroBuilder database(Database database) {
        return datasource(database.datasource());
    }

    public PayaraMicroBuilder datasource(Datasource datasource) {
        scripts.add(datasource.script());
        environment.putAll(datasource.environment());
        libraries.addAll(datasource.libraries());
        return this;
    }

    public PayaraMicroBuilder inbox(Inbox inbox) {
        scripts.add("mail-session.asadmin");
        environment.putAll(inbox.environment());
        return this;
    }

    /**
     * For a server that lives for minutes: saves a third of what its start costs by leaving to the quicker compiler what
     * does not run ten times as often as usual. Password hashing does, and so stays as fast as ever.
     */
    public PayaraMicroBuilder shortLived() {
        virtualMachine.addAll(List.of("-XX:+UseSerialGC", "-XX:Tier4InvocationThreshold=50000",
                "-XX:Tier4MinInvocationThreshold=6000", "-XX:Tier4CompileThreshold=150000",
                "-XX:Tier4BackEdgeThreshold=400000"));
        return this;
    }

    /** Where the process starts, instead of where this one did. */
    public PayaraMicroBuilder workingDirectory(Path directory) {
        workingDirectory = directory;
        return this;
    }

    /** Starts it and waits until it is ready. */
    public PayaraMicro start() {
        PayaraMicro server = build();
        server.start();
        return server;
    }

    /** The server, not started yet. */
    public PayaraMicro build() {
        Path log = Project.directory("server-logs").resolve(name() + ".log");
        Project.delete(log);
        Path temporary = Project.built("server-runs").resolve(name());
        ProcessBuilder process = new ProcessBuilder(command(temporary))
                .directory(workingDirectory.toAbsolutePath().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        process.environment().putAll(environment);
        return new PayaraMicro(baseUri(), new ServerProcess(process, temporary), log);
    }

    private String name() {
        return "payara-micro-" + port;
    }

    private List<String> command(Path temporary) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(virtualMachine);
        command.add("-Djava.io.tmpdir=" + temporary);
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", jar.toString(),
                "--port", Integer.toString(port),
                "--logProperties", Project.serverConfig("logging.properties").toString(),
                "--prebootCommandFile", preboot().toString()));
        if (!libraries.isEmpty()) {
            command.add("--addLibs");
            command.add(libraries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        }
        deployments.forEach(deployment -> command.addAll(List.of("--deploy", deployment)));
        return command;
    }

    /** Payara Micro takes one file of commands, the scripts are one concern each. */
    private Path preboot() {
        try {
            StringBuilder commands = new StringBuilder();
            for (String script : scripts) {
                commands.append(Files.readString(Project.serverConfig(script))).append('\n');
            }
            return Files.writeString(Project.directory("server-runs").resolve(name() + ".asadmin"), commands);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
