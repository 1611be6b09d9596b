package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.gatehouse.platform.Database;
import org.gatehouse.platform.Encryption;
import org.gatehouse.platform.JsonValues;
import org.gatehouse.platform.Transactions;

/** The tokens of providers that the operator wants kept, encrypted with the identity they belong to. */
@Singleton
public class IdentityTokens {

    private final Database database;
    private final Transactions transactions;
    private final Encryption encryption;

    @Inject
    IdentityTokens(Database database, Transactions transactions, Encryption encryption) {
        this.database = database;
        this.transactions = transactions;
        this.encryption = encryption;
    }

    /**
     * What is kept of one identity.
     *
     * @param stored recognises this state when it is to be replaced by the next
     */
    public record Kept(JsonObject tokens, long identity, String stored) {

        /** Never prints the tokens. */
        @Override
        public String toString() {
            return "Tokens of identity " + identity;
        }
    }

    /** Keeps what came with a login, or forgets what was kept where nothing came; within the caller's transaction. */
    void keep(Identity identity, ExternalIdentity external) {
        identity.keep(external.tokens()
                .map(tokens -> encryption.encrypt(tokens.toString(), identity.context())).orElse(null));
    }

    /** The tokens of a user's identity at a provider, the one used last. */
    public Optional<Kept> of(long userId, String provider) {
        return database.read(entities -> entities.createQuery("select i from Identity i where i.userId = :user"
                        + " and i.provider = :provider and i.encryptedTokens is not null order by i.lastLoginAt desc",
                        Identity.class)
                .setParameter("user", userId).setParameter("provider", provider).setMaxResults(1)
                .getResultList().stream().findFirst())
                .flatMap(identity -> identity.encryptedTokens().map(stored -> new Kept(
                        JsonValues.parseObject(encryption.decrypt(stored, identity.context())), identity.id(), stored)));
    }

    /** Keeps new tokens in place of those; does nothing where somebody else was faster, or they were forgotten. */
    public void replace(Kept old, JsonObject tokens) {
        transactions.run(() -> database.read(entities -> Optional.ofNullable(entities.find(Identity.class, old.identity)))
                .filter(identity -> identity.encryptedTokens().filter(old.stored::equals).isPresent())
                .ifPresent(identity -> identity.keep(encryption.encrypt(tokens.toString(), identity.context()))));
    }
}
