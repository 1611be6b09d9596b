package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Judges the names that an administrator gives to users, in the contract's words for administrators. */
@Singleton
class UserNames {

    private final Users users;

    @Inject
    UserNames(Users users) {
        this.users = users;
    }

    void refuseBad(String username, String email) {
        Username.problem(username, email).ifPresent(problem -> {
            throw AccountError.because(problem);
        });
    }

    /** For a new user. */
    void refuseTaken(String username, String email) {
        if (users.holderOf(LoginNames.ofUsername(username)).isPresent()) {
            throw AccountError.NOT_UNIQUE.exception();
        }
        if (users.holderOf(LoginNames.ofEmail(email)).isPresent()) {
            throw AccountError.EMAIL_TAKEN.exception();
        }
    }

    /** For a user who has names already. */
    void refuseTakenByOthers(User user, String username, String email) {
        if (belongsToAnother(user, users.holderOf(LoginNames.ofUsername(username)))) {
            throw AccountError.USERNAME_TAKEN.exception();
        }
        if (email != null && belongsToAnother(user, users.holderOfEmail(user.provider(), email))) {
            throw AccountError.EMAIL_TAKEN.exception();
        }
    }

    private static boolean belongsToAnother(User user, Optional<User> holder) {
        return holder.filter(other -> other.id() != user.id()).isPresent();
    }
}
