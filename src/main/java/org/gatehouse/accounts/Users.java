package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Locale;
import java.util.Optional;
import org.gatehouse.platform.Database;
import org.gatehouse.platform.Settings;

/** The accounts there are. All queries see the database as it is now. */
@Singleton
class Users {

    /** An id that no user has. */
    static final long NOBODY = -1;

    private final Database database;
    private final Settings settings;

    @Inject
    Users(Database database, Settings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** The user with the role, in one statement. */
    Optional<User> find(long id) {
        return database.read(entities -> entities.createQuery(
                "select u from User u left join fetch u.role where u.id = :id", User.class)
                .setParameter("id", id).getResultList().stream().findFirst());
    }

    /**
     * The user, locked until the caller's transaction ends, so that whatever is decided about them is decided by one at
     * a time.
     */
    Optional<User> lock(long id) {
        database.read(entities -> entities.createNativeQuery("select id from gatehouse_user where id = :id for update")
                .setParameter("id", id).getResultList());
        return find(id); // only now: what is decided must not rest on what was true before
    }

    /** Someone who logs in here: by the address in any letter case, or by the exact user name. */
    Optional<User> findLocal(String identifier) {
        return database.read(entities -> entities.createQuery(
                "select u from User u left join fetch u.role where u.provider = :local"
                        + " and (u.email = :email or u.username = :username) order by u.id", User.class)
                .setParameter("local", User.LOCAL)
                .setParameter("email", identifier.toLowerCase(Locale.ROOT))
                .setParameter("username", identifier)
                .getResultList().stream().findFirst());
    }

    /** Whoever has that address; someone who logs in here before someone of a provider. */
    Optional<User> findByEmail(String email) {
        return database.read(entities -> entities.createQuery(
                "select u from User u where u.email = :email"
                        + " order by case when u.provider = :local then 0 else 1 end, u.id", User.class)
                .setParameter("email", email.toLowerCase(Locale.ROOT))
                .setParameter("local", User.LOCAL)
                .getResultList().stream().findFirst());
    }

    /** Gives a stored user the names they have now instead of those they had; fails if one of them is taken. */
    void rename(User user) {
        database.write(entities -> {
            entities.createQuery("delete from LoginName n where n.userId = :user").setParameter("user", user.id())
                    .executeUpdate();
            addNames(entities, user);
        });
    }

    void delete(User user) {
        database.write(entities -> entities.remove(user));
    }

    /** Stores a new user and the names they alone have; fails on the unique key if one of them is taken. */
    void add(User user) {
        database.write(entities -> {
            entities.persist(user);
            addNames(entities, user);
        });
    }

    private void addNames(EntityManager entities, User user) {
        LoginNames.of(user, settings.get(AccountSettings.UNIQUE_EMAIL))
                .forEach(name -> entities.persist(new LoginName(name, user.id())));
        entities.flush();
    }

    /** Who has an address alone, among the people of a provider or, where addresses are unique, among all. */
    Optional<User> holderOfEmail(String provider, String email) {
        return holderOf(emailName(provider, email));
    }

    /** The name by which an address belongs to one account of a provider, or of all. */
    String emailName(String provider, String email) {
        return LoginNames.ofEmail(provider, email, settings.get(AccountSettings.UNIQUE_EMAIL));
    }

    /** The id of whoever has that name; for those who lock the user first, and read only then. */
    Optional<Long> idOfHolder(String loginName) {
        return database.read(entities -> entities.createQuery("select n.userId from LoginName n where n.name = :name",
                Long.class).setParameter("name", loginName).getResultList().stream().findFirst());
    }

    /** Whose name this is, if anybody's. */
    Optional<User> holderOf(String loginName) {
        return database.read(entities -> entities.createQuery(
                "select u from User u, LoginName n where n.name = :name and n.userId = u.id",
                User.class).setParameter("name", loginName).getResultList().stream().findFirst());
    }
}
