package org.gatehouse.systems;

import java.sql.SQLException;
import java.util.UUID;
import org.h2.tools.Server;

/** H2 in the memory of the test JVM, reached over TCP as a server of its own would be. */
final class H2Database extends Database {

    static {
        // H2 reads it once, when its classes are loaded; without it the TCP server listens on every interface.
        System.setProperty("h2.bindAddress", "127.0.0.1");
    }

    private final int port = Ports.free();
    private final Datasource datasource = Datasource.h2("jdbc:h2:tcp://127.0.0.1:%d/mem:gatehouse-%s;DB_CLOSE_DELAY=-1"
            .formatted(port, UUID.randomUUID()));
    private Server server;

    @Override
    public void start() {
        try {
            server = Server.createTcpServer("-tcpPort", Integer.toString(port), "-tcpDaemon", "-ifNotExists").start();
        } catch (SQLException e) {
            throw new IllegalStateException("H2 does not start on port " + port, e);
        }
    }

    @Override
    public void stop() {
        server.stop();
    }

    @Override
    public Datasource datasource() {
        return datasource;
    }
}
