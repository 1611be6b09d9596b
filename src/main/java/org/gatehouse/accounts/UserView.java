package org.gatehouse.accounts;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.gatehouse.platform.JsonValues;

/** How a user looks in an answer: never with a password, a code or a role. */
final class UserView {

    private static final DateTimeFormatter MILLISECONDS = new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private UserView() {
    }

    static JsonObject of(User user, UserAttributes attributes) {
        var view = JsonValues.object()
                .add("id", user.id())
                .add("documentId", user.documentId())
                .add("username", user.username());
        user.email().ifPresentOrElse(email -> view.add("email", email), () -> view.addNull("email"));
        view.add("provider", user.provider())
                .add("confirmed", user.isConfirmed())
                .add("blocked", user.isBlocked());
        addTime(view, "createdAt", user.createdAt());
        addTime(view, "updatedAt", user.updatedAt());
        addTime(view, "publishedAt", user.publishedAt());
        attributes.shown(user).forEach(view::add);
        return view.build();
    }

    private static void addTime(JsonObjectBuilder view, String name, Instant time) {
        view.add(name, MILLISECONDS.format(time));
    }
}
