package org.gatehouse.systems;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.h2.tools.Server;

/** H2 in memory of the test JVM, reached over TCP as a server would be. */
final class H2Database extends Database {

    private final String name = "gatehouse-" + UUID.randomUUID();
    private final int port = FreePort.choose();
    private Server server;

    @Override
    public void start() {
        try {
            server = Server.createTcpServer("-tcpPort", "" + port, "-ifNotExists", "-tcpDaemon").start();
        } catch (SQLException e) {
            throw new IllegalStateException("H2 does not start on port " + port, e);
        }
    }

    @Override
    public void stop() {
        server.stop();
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), "sa", "");
    }

    @Override
    String datasourceScript() {
        return "datasource-h2.asadmin";
    }

    @Override
    Map<String, String> environment() {
        return Map.of("DATABASE_URL", url());
    }

    private String url() {
        return "jdbc:h2:tcp://127.0.0.1:" + port + "/mem:" + name + ";DB_CLOSE_DELAY=-1";
    }
}
