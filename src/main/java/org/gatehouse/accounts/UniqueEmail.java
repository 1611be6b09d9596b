package org.gatehouse.accounts;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.gatehouse.platform.Database;
import org.gatehouse.platform.SettingKey;
import org.gatehouse.platform.SettingKeys;
import org.gatehouse.platform.Settings;
import org.gatehouse.platform.SettingsChanged;
import org.gatehouse.platform.Transactions;

/**
 * Makes the database hold what {@code unique_email} says now: people of providers have their address as it is, or with
 * their provider before it ({@link LoginNames}). It cannot be turned on while an address has several accounts.
 */
@Singleton
class UniqueEmail implements SettingKeys {

    private static final String OF_PROVIDERS = " from gatehouse_user u where u.provider <> 'local' and u.email is not null"
            + " and u.email not like '%@users.noreply.invalid'";

    @Inject
    private Database database;
    @Inject
    private Transactions transactions;
    @Inject
    private Settings settings;
    /** What the names in the database were last seen to hold; null before anybody has looked. */
    private volatile Boolean held;

    @Override
    public List<SettingKey<?>> keys() {
        return List.of();
    }

    @Override
    public Optional<String> conflictWithData(Settings candidate) {
        return candidate.get(AccountSettings.UNIQUE_EMAIL) && !Boolean.TRUE.equals(held) && hasDuplicates()
                ? Optional.of(AccountSettings.UNIQUE_EMAIL.name() + " cannot be true while e-mail addresses have several"
                        + " accounts. This statement finds them: select email from gatehouse_user where email not like"
                        + " '%@users.noreply.invalid' group by email having count(*) > 1")
                : Optional.empty();
    }

    void follow(@Observes SettingsChanged event) {
        var unique = settings.get(AccountSettings.UNIQUE_EMAIL);
        if (!Boolean.valueOf(unique).equals(held)) {
            if (has(form(!unique))) {
                transactions.run(() -> rewrite(form(!unique), form(unique)));
            }
            held = unique;
        }
    }

    private static String form(boolean unique) {
        return unique ? "u.email" : "concat(u.provider, ':', u.email)";
    }

    private boolean hasDuplicates() {
        return !database.read(entities -> entities.createNativeQuery("select email from gatehouse_user"
                + " where email is not null and email not like '%@users.noreply.invalid' group by email having count(*) > 1")
                .setMaxResults(1).getResultList()).isEmpty();
    }

    private boolean has(String form) {
        return !database.read(entities -> entities.createNativeQuery("select u.id" + OF_PROVIDERS
                        + " and exists (select 1 from gatehouse_login_name n where n.user_id = u.id and n.name = " + form
                        + " and lower(u.username) <> n.name)")
                .setMaxResults(1).getResultList()).isEmpty();
    }

    private void rewrite(String before, String after) {
        database.write(entities -> {
            entities.createNativeQuery("insert into gatehouse_login_name (name, user_id) select " + after + ", u.id"
                    + OF_PROVIDERS + " and not exists (select 1 from gatehouse_login_name n where n.name = " + after
                    + ")").executeUpdate();
            entities.createNativeQuery("delete from gatehouse_login_name where exists (select 1" + OF_PROVIDERS
                    + " and u.id = gatehouse_login_name.user_id and gatehouse_login_name.name = " + before
                    + " and lower(u.username) <> gatehouse_login_name.name)").executeUpdate();
        });
    }
}
