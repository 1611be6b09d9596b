package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gatehouse.platform.Database;
import org.gatehouse.platform.Settings;

/**
 * Takes over accounts from elsewhere, many at a time. Whoever has a name first keeps it: those who come later with the
 * same are passed over, and so is whoever cannot be stored here.
 */
@Singleton
public class UserImport {

    private static final String INSERT_USER = "insert into gatehouse_user (document_id, username, email, provider,"
            + " password_hash, confirmed, blocked, role_id, attributes, created_at, updated_at, published_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT_NAME = "insert into gatehouse_login_name (name, user_id) values (?, ?)";

    private final Database database;
    private final Settings settings;
    private final UserAttributes attributes;

    @Inject
    UserImport(Database database, Settings settings, UserAttributes attributes) {
        this.database = database;
        this.settings = settings;
        this.attributes = attributes;
    }

    /**
     * What became of one of them.
     *
     * @param userId their number here; empty if they are not here
     * @param detail what an operator should know about it; empty if nothing
     */
    public record Result(long sourceId, ImportOutcome outcome, Optional<Long> userId, String detail) {
    }

    /**
     * Stores those who can be, within the caller's transaction.
     *
     * @return one result each, in their order
     * @throws jakarta.persistence.PersistenceException with a violated constraint if somebody took one of the names
     *                                                  meanwhile; then it may be tried again
     */
    public List<Result> store(List<ImportedUser> users) {
        var accounts = new TreeMap<Long, ImportedAccount>();
        var takenIds = takenDocumentIds(users);
        var refused = new HashMap<Long, Result>();
        for (var user : users) {
            ImportedAccount.problem(user).ifPresentOrElse(
                    problem -> refused.put(user.sourceId(), new Result(user.sourceId(), problem, Optional.empty(), "")),
                    () -> accounts.put(user.sourceId(), ImportedAccount.of(user, attributes, takenIds::add)));
        }
        refuseTaken(accounts, refused);
        var ids = insert(accounts.values());
        return users.stream().map(ImportedUser::sourceId).map(id -> refused.containsKey(id) ? refused.get(id)
                : result(accounts.get(id), ids)).toList();
    }

    private static Result result(ImportedAccount account, Map<String, Long> ids) {
        return new Result(account.user().sourceId(), ImportOutcome.IMPORTED, Optional.of(ids.get(account.documentId())),
                String.join("; ", account.notes()));
    }

    /** Moves those whose names are taken from the ones to the others. */
    private void refuseTaken(Map<Long, ImportedAccount> accounts, Map<Long, Result> refused) {
        var taken = takenNames(accounts.values());
        for (var account : List.copyOf(accounts.values())) {
            var names = names(account);
            var colliding = names.stream().filter(taken::contains).toList();
            if (colliding.isEmpty()) {
                taken.addAll(names);
            } else {
                accounts.remove(account.user().sourceId());
                refused.put(account.user().sourceId(), new Result(account.user().sourceId(), ImportOutcome.TAKEN_NAME,
                        Optional.empty(), "taken: " + String.join(", ", colliding)));
            }
        }
    }

    private List<String> names(ImportedAccount account) {
        return account.names(settings.get(AccountSettings.UNIQUE_EMAIL));
    }

    private Set<String> takenNames(Collection<ImportedAccount> accounts) {
        var names = accounts.stream().flatMap(account -> names(account).stream()).distinct().toList();
        return existing("select n.name from LoginName n where n.name in :values", names);
    }

    private Set<String> takenDocumentIds(List<ImportedUser> users) {
        return existing("select u.documentId from User u where u.documentId in :values",
                users.stream().flatMap(user -> user.documentId().stream()).toList());
    }

    private Set<String> existing(String query, List<String> values) {
        return values.isEmpty() ? new HashSet<>() : new HashSet<>(database.read(entities ->
                entities.createQuery(query, String.class).setParameter("values", values).getResultList()));
    }

    /** Stores the accounts with their names and answers their numbers by document id. */
    private Map<String, Long> insert(Collection<ImportedAccount> accounts) {
        var ids = new HashMap<String, Long>();
        if (accounts.isEmpty()) {
            return ids;
        }
        database.batch(INSERT_USER, accounts.stream().map(ImportedAccount::row).toList());
        database.read(entities -> entities.createQuery(
                        "select u.documentId, u.id from User u where u.documentId in :ids", Object[].class)
                .setParameter("ids", accounts.stream().map(ImportedAccount::documentId).toList()).getResultList())
                .forEach(row -> ids.put((String) row[0], (Long) row[1]));
        var names = new TreeMap<String, Long>(); // in one order, so that two batches cannot wait for each other
        accounts.forEach(account -> names(account).forEach(name -> names.put(name, ids.get(account.documentId()))));
        var rows = new ArrayList<List<?>>();
        names.forEach((name, id) -> rows.add(List.of(name, id)));
        database.batch(INSERT_NAME, rows);
        return ids;
    }
}
