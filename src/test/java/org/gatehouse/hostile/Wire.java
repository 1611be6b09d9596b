package org.gatehouse.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import org.gatehouse.systems.Gatehouse;

/** Sends requests as they are, one connection each, and takes whatever comes back. */
final class Wire {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private final URI server;

    private Wire(URI server) {
        this.server = server;
    }

    static Wire to(Gatehouse gatehouse) {
        return new Wire(gatehouse.baseUri());
    }

    /** A request that asks the server to close the connection after its answer. */
    WireAnswer send(WireRequest request) {
        return send(request.bytes(), request.method());
    }

    WireAnswer send(byte[] request, String method) {
        var start = System.nanoTime();
        var received = exchange(request);
        return WireAnswer.parse(method, received, Duration.ofNanos(System.nanoTime() - start));
    }

    private byte[] exchange(byte[] request) {
        var received = new ByteArrayOutputStream();
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), 5000);
            socket.setSoTimeout((int) PATIENCE.toMillis());
            write(socket, request);
            var buffer = new byte[65536];
            for (var read = 0; read >= 0 && received.size() < MOST_BYTES; read = socket.getInputStream().read(buffer)) {
                received.write(buffer, 0, read);
            }
        } catch (IOException e) {
            if (received.size() == 0) {
                throw new AssertionError("no answer: " + e, e);
            }
        }
        return received.toByteArray();
    }

    /** A server may answer and close before it has read everything; that is no failure. */
    private static void write(Socket socket, byte[] request) {
        try {
            socket.getOutputStream().write(request);
        } catch (IOException e) {
            return;
        }
    }
}
