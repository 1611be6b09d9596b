package org.gatehouse.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.gatehouse.systems.Project;

/**
 * One certificate that names all providers, made by the JDK's keytool for a run of the tests.
 *
 * @param store the key store it is in, which those who shall trust it take for their trust store
 */
record UpstreamCertificate(Path store, SSLSocketFactory sockets) {

    static final String PASSWORD = "only for tests";

    static UpstreamCertificate forHosts(String... hosts) {
        try {
            var store = Project.directory("server-runs").resolve("upstream.p12");
            Files.deleteIfExists(store);
            make(store, Arrays.stream(hosts).map("dns:"::concat).collect(Collectors.joining(",")));
            return new UpstreamCertificate(store, sockets(store));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void make(Path store, String names) throws IOException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var process = new ProcessBuilder(keytool, "-genkeypair", "-alias", "upstream", "-keyalg", "EC", "-validity", "2",
                "-dname", "CN=upstream", "-ext", "san=" + names, "-storetype", "PKCS12", "-keystore", store.toString(),
                "-storepass", PASSWORD).inheritIO().start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("keytool made no certificate");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static SSLSocketFactory sockets(Path store) throws IOException, GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context.getSocketFactory();
    }
}
