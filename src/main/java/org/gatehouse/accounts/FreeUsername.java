package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Finds a user name for somebody whom a provider sends: the name they have there, else that of their mailbox. If it is
 * taken or too short, four random digits are added; if ten such names are taken as well, or none of them is allowed, it
 * is a UUID.
 */
@Singleton
class FreeUsername {

    private static final int TRIES = 10;
    private static final int LONGEST = 240;

    private final Users users;
    private final SecureRandom random = new SecureRandom();

    @Inject
    FreeUsername(Users users) {
        this.users = users;
    }

    String forNewcomer(ExternalIdentity external) {
        var wanted = external.username()
                .or(() -> external.email().map(email -> email.substring(0, email.indexOf('@'))))
                .map(name -> name.codePoints().limit(LONGEST).collect(StringBuilder::new,
                        StringBuilder::appendCodePoint, StringBuilder::append).toString());
        return wanted.flatMap(name -> firstFree(name, external)).orElseGet(() -> UUID.randomUUID().toString());
    }

    private Optional<String> firstFree(String name, ExternalIdentity external) {
        var withDigits = Stream.generate(() -> name + (1000 + random.nextInt(9000))).limit(TRIES);
        return Stream.concat(Stream.of(name), withDigits)
                .filter(candidate -> Username.problem(candidate, external.email().orElse("")).isEmpty())
                .filter(candidate -> users.idOfHolder(LoginNames.ofUsername(candidate)).isEmpty())
                .findFirst();
    }
}
