package org.gatehouse.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Database;
import org.gatehouse.systems.Gatehouse;

/** Those who have an account, in the states that only an administrator or a provider brings about. */
final class People {

    private final Gatehouse gatehouse;
    private final Database database;

    People(Gatehouse gatehouse) {
        this.gatehouse = gatehouse;
        this.database = gatehouse.database();
    }

    void allGone() {
        database.update("delete from gatehouse_user");
        database.update("delete from gatehouse_one_time_code");
    }

    People registered(String username, String email) {
        return registered(username, email, "secret123");
    }

    People registered(String username, String email, String password) {
        Answer answer = gatehouse.register(username, email, password);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return this;
    }

    People blocked(String username) {
        gatehouse.block(username);
        return this;
    }

    People confirmed(String username, boolean confirmed) {
        database.update("update gatehouse_user set confirmed = ? where username = ?", confirmed, username);
        return this;
    }

    People withoutRole(String username) {
        database.update("update gatehouse_user set role_id = null where username = ?", username);
        return this;
    }

    People withoutPassword(String username) {
        database.update("update gatehouse_user set password_hash = null where username = ?", username);
        return this;
    }

    /** As if the account had been made by a login through this provider. */
    People cameFrom(String provider, String username, String email) {
        return registered(username, email).belongsTo(provider, username);
    }

    /** As if the account had been made by a login through this provider, whatever token there is. */
    People belongsTo(String provider, String username) {
        database.update("update gatehouse_user set provider = ? where username = ?", provider, username);
        return withoutPassword(username);
    }

    /** With {@code unique-email} off an address is taken once per provider. */
    People emailTakenAtItsProviderOnly(String provider, String email) {
        database.update("update gatehouse_login_name set name = ? where name = ?", provider + ":" + email, email);
        return this;
    }

    People gone(String username) {
        database.update("delete from gatehouse_user where username = ?", username);
        return this;
    }

    /** How many codes of any kind wait to be used. */
    long codes() {
        return database.queryForLong("select count(*) from gatehouse_one_time_code");
    }

    String roleOf(String username) {
        return database.queryForString("select r.type from gatehouse_role r join gatehouse_user u on u.role_id = r.id"
                + " where u.username = ?", username);
    }
}
