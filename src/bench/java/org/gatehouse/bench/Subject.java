package org.gatehouse.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Database;
import org.gatehouse.systems.Inbox;
import org.gatehouse.systems.PayaraMicro;
import org.gatehouse.systems.PayaraMicroBuilder;
import org.gatehouse.systems.Project;

/**
 * The Gatehouse that is measured, and the people who log in there. Its rate limit is off, or there would be no load; and
 * its server has the JVM flags of a long life, unlike those that the tests start.
 */
final class Subject implements AutoCloseable {

    static final int PEOPLE = 50;
    static final String PASSWORD = "an engine that weaves";

    private final Database database = Database.selected();
    private final Inbox inbox = Inbox.open();
    private final PayaraMicro server = describe();

    /** Starts it on a new database, which takes longer than later starts: the schema is made, and a key. */
    static Subject start() {
        Subject subject = new Subject();
        try {
            subject.server.start();
            return subject;
        } catch (RuntimeException e) {
            subject.close();
            throw e;
        }
    }

    /** Stops and starts the server, and answers how long the start took until it was ready. */
    Duration restart() {
        server.stop();
        server.start();
        return StartTime.untilNow(server.pid());
    }

    void registerPeople() {
        for (int number = 1; number <= PEOPLE; number++) {
            post("/api/auth/local/register", Map.of(
                    "username", name(number), "email", name(number) + "@example.org", "password", PASSWORD));
        }
    }

    /** Stores so many more, with the same password, that there are that many, faster than they could register. */
    void fillUpTo(int people) {
        database.update("insert into gatehouse_user (document_id, username, email, provider, password_hash, confirmed,"
                + " blocked, role_id, created_at, updated_at, published_at)"
                + " select 'm' || lpad(n::text, 23, '0'), 'person-' || n, 'person-' || n || '@example.org', 'local', ?, true,"
                + " false, r.id, now(), now(), now() from generate_series(" + (PEOPLE + 1) + ", " + people + ") n,"
                + " gatehouse_role r where r.type = 'authenticated'", storedHash());
        database.update("insert into gatehouse_login_name (name, user_id)"
                + " select username, id from gatehouse_user where id > " + PEOPLE
                + " union all select email, id from gatehouse_user where id > " + PEOPLE);
        database.update("vacuum analyze gatehouse_user");
        database.update("vacuum analyze gatehouse_login_name");
    }

    /** Lets everybody who is signed in see the list of users. */
    void showUsers() {
        database.update("insert into gatehouse_permission (role_id, action)"
                + " select id, 'plugin::users-permissions.user.find' from gatehouse_role where type = 'authenticated'");
        database.update("update gatehouse_role set version = version + 1");
    }

    /** An access token of one of the people. */
    String token() {
        return post("/api/auth/local", Map.of("identifier", name(1), "password", PASSWORD)).jwt();
    }

    /** A hash of the people's password as Gatehouse has stored it. */
    String storedHash() {
        return database.queryForString("select password_hash from gatehouse_user where username = ?", name(1));
    }

    long memory() {
        return ResidentMemory.mebibytesOf(server.pid());
    }

    Wrk wrk(Path scripts) {
        return new Wrk(scripts, server.baseUri());
    }

    @Override
    public void close() {
        server.stop();
        inbox.stop();
        database.stop();
    }

    private PayaraMicro describe() {
        PayaraMicroBuilder plan = PayaraMicro.builder();
        return plan
                .deploy(Project.built("gatehouse.war"), "/")
                .database(database)
                .inbox(inbox)
                .property("gatehouse.mode", "development")
                .property("gatehouse.url", plan.baseUri().toString())
                .property("gatehouse.encryption-key-file", Project.directory("bench").resolve("encryption.key").toString())
                .property("gatehouse.ratelimit.enabled", "false")
                .property("gatehouse.provider.github.enabled", "true")
                .property("gatehouse.provider.github.key", "a-client")
                .property("gatehouse.provider.github.secret", "its secret")
                .property("gatehouse.provider.github.callback", "https://front.example/connect/github/redirect")
                .build();
    }

    private Answer post(String path, Map<String, ?> body) {
        Answer answer = server.client().post(path, body);
        if (answer.status() != 200) {
            throw new IllegalStateException(path + " answers " + answer.status() + " " + answer.body());
        }
        return answer;
    }

    private static String name(int number) {
        return "person-" + number;
    }
}
