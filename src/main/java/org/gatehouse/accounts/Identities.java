package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.gatehouse.platform.Database;

/** Who people are at their providers. The unique key over provider, issuer and subject gives each to one account. */
@Singleton
class Identities {

    private final Database database;

    @Inject
    Identities(Database database) {
        this.database = database;
    }

    Optional<Identity> find(ExternalIdentity external) {
        return database.read(entities -> entities.createQuery("select i from Identity i where i.provider = :provider"
                        + " and i.issuer = :issuer and i.subject = :subject", Identity.class)
                .setParameter("provider", external.provider())
                .setParameter("issuer", external.issuer())
                .setParameter("subject", external.subject())
                .getResultList().stream().findFirst());
    }

    /** Those of one account, the oldest first. */
    List<Identity> of(User user) {
        return database.read(entities -> entities.createQuery(
                        "select i from Identity i where i.userId = :user order by i.id", Identity.class)
                .setParameter("user", user.id()).getResultList());
    }

    /** Within the caller's transaction; fails on the unique key if the identity belongs to somebody. */
    void add(Identity identity) {
        database.write(entities -> {
            entities.persist(identity);
            entities.flush();
        });
    }

    /** Takes every identity from an account, within the caller's transaction. */
    void removeAll(User user) {
        database.update(entities -> entities.createQuery("delete from Identity i where i.userId = :user")
                .setParameter("user", user.id()).executeUpdate());
    }

    void remove(Identity identity) {
        database.write(entities -> entities.remove(identity));
    }
}
