package org.gatehouse.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundHttpTest {

    private static final String FINE = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, String> values = new HashMap<>(Map.of("gatehouse.mode", "development",
            "gatehouse.http.timeout", TIMEOUT.toMillis() + "ms", "gatehouse.http.max-answer", "1048576",
            "gatehouse.http.max-parallel", "2", "gatehouse.url", "https://accounts.example.org"));
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private Peer peer;
    private OutboundHttp http;

    @AfterEach
    void close() throws IOException {
        if (http != null) {
            http.close();
        }
        if (peer != null) {
            peer.close();
        }
    }

    @Test
    void anAnswerIsReadWhateverItsStatus() throws IOException {
        peer = new Peer(write("HTTP/1.1 418 Teapot\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\n<hi/>"));

        var answer = call(peer.url("/"));

        assertThat(answer).isEqualTo(new OutboundResponse(418, "text/html", "<hi/>"));
        assertThat(answer.toString()).doesNotContain("<hi/>");
    }

    @Test
    void aServerThatNeverAnswersIsLeftAtTheDeadline() throws IOException {
        peer = new Peer((request, out) -> forever());

        assertEndsInTime("localhost did not answer");
    }

    @Test
    void aServerThatDripsItsAnswerIsLeftAtTheDeadline() throws IOException {
        peer = new Peer((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write('a');
                out.flush();
                new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
            }
        });

        assertEndsInTime("");
    }

    @Test
    void anAnswerOfTenMegabytesIsNotRead() throws IOException {
        var written = new AtomicInteger();
        peer = new Peer((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 10485760\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            var block = new byte[65536];
            Arrays.fill(block, (byte) 'a');
            for (var i = 0; i < 160; i++) {
                out.write(block);
                written.addAndGet(block.length);
            }
        });

        assertThatThrownBy(() -> call(peer.url("/"))).isInstanceOf(OutboundException.class)
                .hasMessage("localhost answered with too much");
        assertThat(written.get()).isLessThan(10_485_760);
    }

    @Test
    void redirectsAreNotFollowed() throws IOException {
        peer = new Peer(write("HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/latest/\r\nContent-Length: 0\r\n\r\n"));

        assertThat(call(peer.url("/")).status()).isEqualTo(302);
        assertThat(peer.calls).hasValue(1);
    }

    @Test
    void cookiesAreNotKeptAndTheCallerSaysWhomToAsk() throws IOException {
        peer = new Peer(write("HTTP/1.1 200 OK\r\nSet-Cookie: a=b; Path=/\r\nContent-Length: 0\r\n\r\n"));

        call(peer.url("/"));
        call(peer.url("/"));

        assertThat(peer.lastRequest.get()).doesNotContainIgnoringCase("cookie")
                .contains("User-Agent: Gatehouse (+https://accounts.example.org)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
            "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "fd12::1", "ff02::1", "::ffff:10.0.0.1",
            "64:ff9b::a00:1", "2002:a00:1::", "2001:0:1::", "::7f00:1"})
    void namesThatLeadToAddressesThatAreNotPublicAreRefused(String address) {
        values.put("gatehouse.mode", "production");
        var peer = http(host -> new InetAddress[] {InetAddress.getByName(address)});

        assertThatThrownBy(() -> peer.send("any", get("https://provider.example/"))).isInstanceOf(OutboundException.class)
                .hasMessageContaining("not public");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1/", "https://[::1]/", "https://2130706433/", "https://0x7f.0.0.1/", "https://localhost/"})
    void addressesThatAreNotPublicAreRefusedInAnySpelling(String url) {
        values.put("gatehouse.mode", "production");

        assertThatThrownBy(() -> http(SystemDefaultDnsResolver.INSTANCE).send("any", get(url)))
                .isInstanceOf(OutboundException.class);
    }

    @Test
    void oneAddressThatIsNotPublicSpoilsAllOthers() {
        values.put("gatehouse.mode", "production");
        var peer = http(host -> new InetAddress[] {InetAddress.getByName("93.184.216.34"), InetAddress.getByName("10.0.0.1")});

        assertThatThrownBy(() -> peer.send("any", get("https://provider.example/"))).hasMessageContaining("not public");
    }

    @Test
    void aNameThatResolvesToSomethingElseAfterItWasCheckedGainsNothing() {
        values.put("gatehouse.mode", "production");
        var lookUps = new AtomicInteger();
        var peer = http(host -> new InetAddress[] {
            InetAddress.getByName(lookUps.incrementAndGet() % 2 == 1 ? "192.0.0.1" : "93.184.216.34")});

        assertThatThrownBy(() -> peer.send("any", get("https://rebinding.example/"))).hasMessageContaining("not public");
        assertThat(lookUps).hasValue(1);
    }

    @Test
    void hostsThatTheOperatorListsMayBePrivateAndPlain() throws IOException {
        peer = new Peer(write(FINE));
        values.put("gatehouse.mode", "production");
        values.put("gatehouse.http.private-hosts", "intranet.example");
        values.put("gatehouse.http.plain-hosts", "intranet.example");
        var intranet = http(host -> new InetAddress[] {InetAddress.getLoopbackAddress()});

        var answer = intranet.send("any", get("http://intranet.example:" + peer.port() + "/"));

        assertThat(answer.successful()).isTrue();
    }

    @Test
    void throughAProxyNamesAreForTheProxyToResolve() throws IOException {
        peer = new Peer(write(FINE));
        values.put("gatehouse.mode", "production");
        values.put("gatehouse.http.proxy", "http://proxy.example:" + peer.port());
        values.put("gatehouse.http.plain-hosts", "provider.example");
        var proxied = http(host -> {
            if (!host.equals("proxy.example")) {
                throw new UnknownHostException(host);
            }
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        });

        assertThat(proxied.send("any", get("http://provider.example/path")).successful()).isTrue();
        assertThat(peer.lastRequest.get()).startsWith("GET http://provider.example/path HTTP/1.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://provider.example/", "ftp://provider.example/", "file:///etc/passwd", "https:///x",
            "https://user:password@provider.example/", "gopher://x/"})
    void onlyHttpsIsSpoken(String url) {
        assertThatThrownBy(() -> http(SystemDefaultDnsResolver.INSTANCE).send("any", get(url)))
                .isInstanceOf(OutboundException.class);
    }

    @Test
    void aServerThatHangsHoldsNoMoreThanItsOwnPlaces() throws Exception {
        values.put("gatehouse.http.timeout", "60s");
        var end = new CountDownLatch(1);
        peer = new Peer((request, out) -> {
            if (request.contains("GET /hang")) {
                end.await();
            }
            out.write(FINE.getBytes(StandardCharsets.US_ASCII));
        });
        var client = http(SystemDefaultDnsResolver.INSTANCE);
        Executor threads = task -> new Thread(task).start(); // the common pool may have one only
        var first = CompletableFuture.runAsync(() -> client.send("hanging", get(peer.url("/hang"))), threads);
        var second = CompletableFuture.runAsync(() -> client.send("hanging", get(peer.url("/hang"))), threads);
        peer.awaitCalls(2);

        assertThatThrownBy(() -> client.send("hanging", get(peer.url("/")))).hasMessageContaining("at the moment");
        assertThat(client.send("other", get(peer.url("/"))).successful()).isTrue();
        end.countDown();
        assertThat(CompletableFuture.allOf(first, second)).succeedsWithin(PATIENCE);
        assertThat(client.send("hanging", get(peer.url("/"))).successful()).isTrue();
    }

    @Test
    void aServerThatFailedFiveTimesIsLeftAloneForAWhile() throws IOException {
        var broken = new AtomicInteger(1);
        peer = new Peer((request, out) -> {
            if (broken.get() == 0) {
                out.write(FINE.getBytes(StandardCharsets.US_ASCII));
            }
        });
        for (var i = 0; i < 5; i++) {
            assertThatThrownBy(() -> call(peer.url("/"))).hasMessage("localhost did not answer");
        }
        broken.set(0);

        assertThatThrownBy(() -> call(peer.url("/"))).hasMessageContaining("at the moment");
        now.set(Instant.EPOCH.plusSeconds(11));
        assertThat(call(peer.url("/")).successful()).isTrue();
        assertThat(call(peer.url("/")).successful()).isTrue();
    }

    private void assertEndsInTime(String message) {
        var begin = System.nanoTime();
        assertThatThrownBy(() -> call(peer.url("/"))).isInstanceOf(OutboundException.class).hasMessageContaining(message);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PATIENCE);
    }

    private OutboundResponse call(String url) {
        return http(SystemDefaultDnsResolver.INSTANCE).send("peer", get(url));
    }

    private OutboundHttp http(DnsResolver names) {
        if (http == null) {
            var settings = new Settings();
            settings.replaceWith(1, name -> Optional.ofNullable(values.get(name)));
            http = new OutboundHttp(settings, clock(), names);
        }
        return http;
    }

    private OutboundHttp http(Names names) {
        return http(new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return names.resolve(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        });
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }

    private static OutboundRequest get(String url) {
        return new OutboundRequest("GET", URI.create(url), Map.of(), null);
    }

    private static Behaviour write(String answer) {
        return (request, out) -> out.write(answer.getBytes(StandardCharsets.US_ASCII));
    }

    private static void forever() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    private interface Names {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private interface Behaviour {
        void answer(String request, OutputStream out) throws IOException, InterruptedException;
    }

    /** A server that writes what it is told, byte by byte, and closes the connection. */
    private static final class Peer implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket();
        private final Behaviour behaviour;
        private final AtomicInteger calls = new AtomicInteger();
        private final AtomicReference<String> lastRequest = new AtomicReference<>();

        private Peer(Behaviour behaviour) throws IOException {
            this.behaviour = behaviour;
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            start(this::accept);
        }

        private void accept() {
            try {
                while (true) {
                    var connection = socket.accept();
                    start(() -> serve(connection));
                }
            } catch (IOException e) {
                // closed
            }
        }

        private void serve(Socket connection) {
            try (connection) {
                lastRequest.set(head(connection.getInputStream()));
                synchronized (calls) {
                    calls.incrementAndGet();
                    calls.notifyAll();
                }
                behaviour.answer(lastRequest.get(), connection.getOutputStream());
                connection.getOutputStream().flush();
            } catch (IOException | InterruptedException e) {
                // the caller went away
            }
        }

        private static String head(InputStream in) throws IOException {
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                var next = in.read();
                if (next < 0) {
                    throw new IOException("no request");
                }
                head.append((char) next);
            }
            return head.toString();
        }

        private static void start(Runnable work) {
            var thread = new Thread(work);
            thread.setDaemon(true);
            thread.start();
        }

        private void awaitCalls(int number) throws InterruptedException {
            synchronized (calls) {
                while (calls.get() < number) {
                    calls.wait();
                }
            }
        }

        private int port() {
            return socket.getLocalPort();
        }

        private String url(String path) {
            return "http://localhost:" + port() + path;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
