package org.gatehouse.systems;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Keycloak as the build unpacked it. It is first assembled for what the tests use, which takes as long as a start, and
 * so is done once. Java is called as its own script does it, which needs a shell and leaves a process too many.
 */
final class KeycloakInstallation {

    private static final Path HOME = Project.built("servers/keycloak");
    private static final Path BUILT = HOME.resolve("built-for-tests");
    private static final String WITHOUT = "account,account-api,admin,admin-fine-grained-authz,authorization,ciba,"
            + "client-admin-api,client-policies,device-flow,docker,dpop,identity-brokering-api,impersonation,"
            + "instagram-broker,kerberos,oid4vc-vci,openapi,organization,par,passkeys,recovery-codes,scim-api,ssf,"
            + "step-up-authentication,step-up-authentication-saml,token-exchange-standard,twitter-broker,web-authn,"
            + "workflows";

    private KeycloakInstallation() {
    }

    static KeycloakInstallation builtOnce(Path log) {
        if (Files.notExists(HOME)) {
            throw new IllegalStateException("There is no " + HOME + ": ./mvnw dependency:unpack@keycloak makes it");
        }
        if (Files.notExists(BUILT)) {
            build(log);
        }
        return new KeycloakInstallation();
    }

    /** The realm that is there when it has started. */
    void importsAtStart(String name, JsonObject realm) {
        try {
            Files.writeString(Files.createDirectories(HOME.resolve("data/import")).resolve(name + ".json"), realm.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ServerProcess process(URI baseUri, String administrator, Path log) {
        var process = command(log, List.of("start", "--optimized", "--import-realm", "--cache=local",
                "--http-enabled=true", "--http-host=" + baseUri.getHost(), "--http-port=" + baseUri.getPort(),
                "--hostname=" + baseUri));
        process.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", administrator);
        process.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", administrator);
        return new ServerProcess(process, Project.built("server-runs").resolve("keycloak-" + baseUri.getPort()));
    }

    private static void build(Path log) {
        try {
            var status = command(log, List.of("build", "--db=dev-mem", "--features-disabled=" + WITHOUT)).start().waitFor();
            if (status != 0) {
                throw new IllegalStateException("Keycloak cannot be built: see " + log);
            }
            Files.createFile(BUILT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Bounded in memory, and compiled by the quicker compiler only: it lives for a minute. */
    private static ProcessBuilder command(Path log, List<String> arguments) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m", "-XX:MaxMetaspaceSize=256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-Dkc.home.dir=" + HOME, "-Djboss.server.config.dir=" + HOME.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory"));
        for (var opened : List.of("java.lang", "java.util", "java.util.concurrent", "java.security")) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", HOME.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }
}
