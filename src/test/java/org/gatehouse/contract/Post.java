package org.gatehouse.contract;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gatehouse.systems.Await;
import org.gatehouse.systems.Database;
import org.gatehouse.systems.Gatehouse;
import org.gatehouse.systems.Inbox;
import org.gatehouse.systems.Mail;

/** The mails between Gatehouse and its people, each to be accounted for by one case. */
final class Post {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Database database;
    private final Inbox inbox;
    /** By their headers, no two of which are the same. */
    private final Set<List<String>> seen = new HashSet<>();
    private boolean fails;

    Post(Gatehouse gatehouse) {
        database = gatehouse.database();
        inbox = gatehouse.inbox();
        inbox.clear();
    }

    /** The mails since the last look, once all that is due has left; while the mail server fails nothing does. */
    JsonArray unseen() {
        if (fails) {
            return JsonValue.EMPTY_JSON_ARRAY;
        }
        Await.until("the outbox to be empty", PATIENCE,
                () -> database.queryForLong("select count(*) from gatehouse_outbox_message") == 0);
        JsonArrayBuilder unseen = Json.createArrayBuilder();
        inbox.mails().stream().filter(mail -> seen.add(mail.headers())).map(Observed::mail).forEach(unseen::add);
        return unseen.build();
    }

    /** The one mail to this address, which no case has to account for any more. */
    Mail take(String address) {
        Mail mail = inbox.awaitMailTo(address);
        seen.add(mail.headers());
        return mail;
    }

    void fails() {
        inbox.stop();
        fails = true;
    }

    /** What could not be delivered meanwhile arrives. */
    void isBack(String waitingAddress) {
        inbox.start();
        fails = false;
        database.update("update gatehouse_outbox_message set next_attempt_at = created_at");
        take(waitingAddress);
    }
}
