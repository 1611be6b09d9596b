package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.platform.Database;

/** Finds users by what a {@link ListQuery} asks for, each time with one statement. */
@Singleton
class UserList {

    private static final List<String> SEARCHED = List.of("username", "email", "provider");

    private final Database database;

    @Inject
    UserList(Database database) {
        this.database = database;
    }

    List<User> find(ListQuery query) {
        return find(query, Optional.empty());
    }

    /** The one user with that id or document id, if the query's filters let them through. */
    Optional<User> find(String id, ListQuery query) {
        return find(query, Optional.of(id)).stream().findFirst();
    }

    long count(ListQuery query) {
        return database.read(entities -> {
            var build = entities.getCriteriaBuilder();
            var count = build.createQuery(Long.class);
            var user = count.from(User.class);
            return entities.createQuery(count.select(build.count(user)).where(condition(build, user, query)))
                    .getSingleResult();
        });
    }

    private List<User> find(ListQuery query, Optional<String> id) {
        return database.read(entities -> {
            var build = entities.getCriteriaBuilder();
            var select = build.createQuery(User.class);
            var user = select.from(User.class);
            user.fetch("role", JoinType.LEFT);
            var conditions = Stream.concat(Stream.of(condition(build, user, query)),
                    id.map(wanted -> hasId(build, user, wanted)).stream());
            select.select(user).where(conditions.toArray(Predicate[]::new)).orderBy(Stream.concat(
                    query.order().stream().map(order -> order(build, user, order)),
                    Stream.of(build.asc(user.get("id")))).toList());
            return entities.createQuery(select).setFirstResult(query.start()).setMaxResults(query.limit())
                    .getResultList();
        });
    }

    private static Predicate condition(CriteriaBuilder build, Root<User> user, ListQuery query) {
        var filter = new UserFilter(build, user, query.seesRoles()).compile(query.filters());
        return query.search().map(text -> build.and(filter, search(build, user, text))).orElse(filter);
    }

    private static Predicate search(CriteriaBuilder build, Root<User> user, String text) {
        var pattern = "%" + text.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        return build.or(SEARCHED.stream()
                .map(field -> build.like(build.lower(user.get(field)), pattern, '!')).toArray(Predicate[]::new));
    }

    private static Predicate hasId(CriteriaBuilder build, Root<User> user, String id) {
        return id.matches("-?\\d{1,18}") ? build.equal(user.get("id"), Long.valueOf(id))
                : build.equal(user.get("documentId"), id);
    }

    private static Order order(CriteriaBuilder build, Root<User> user,
            ListQuery.Order order) {
        From<?, ?> owner = user;
        var name = order.field();
        if (name.startsWith("role.")) {
            owner = UserFilter.role(user);
            name = name.substring("role.".length());
        }
        return order.descending() ? build.desc(owner.get(name)) : build.asc(owner.get(name));
    }
}
