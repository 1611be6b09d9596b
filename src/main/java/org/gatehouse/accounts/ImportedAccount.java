package org.gatehouse.accounts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.gatehouse.permissions.Role;
import org.gatehouse.platform.DocumentId;

/**
 * The account that an {@link ImportedUser} gets: what they bring, as far as it may be stored here, and notes about what
 * was left behind.
 */
record ImportedAccount(ImportedUser user, String documentId, String email, String provider, String passwordHash,
        String attributes, List<String> notes) {

    /** A hash that takes a hundred times longer than usual would keep a core busy with each login. */
    private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$(?:0[4-9]|1[0-5])\\$[./A-Za-z0-9]{53}");
    private static final Pattern DOCUMENT_ID = Pattern.compile("[a-z0-9]{24}");
    private static final Pattern PROVIDER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

    /** Why no account can be made, if so. */
    static Optional<ImportOutcome> problem(ImportedUser user) {
        var email = email(user);
        if (user.email().flatMap(EmailAddress::problem).isPresent()) {
            return Optional.of(ImportOutcome.INVALID_EMAIL);
        }
        if (user.username().isEmpty() || Username.flaw(user.username(), email).isPresent()) {
            return Optional.of(ImportOutcome.INVALID_USERNAME);
        }
        return user.provider().filter(name -> !PROVIDER.matcher(name).matches())
                .map(name -> ImportOutcome.INVALID_PROVIDER);
    }

    /**
     * Makes the account of somebody without a problem.
     *
     * @param claim  takes a document id, unless somebody has it already
     */
    static ImportedAccount of(ImportedUser user, UserAttributes declared, Predicate<String> claim) {
        var notes = new ArrayList<String>();
        var documentId = user.documentId().filter(id -> DOCUMENT_ID.matcher(id).matches() && claim.test(id));
        var hash = user.passwordHash().filter(BCRYPT.asMatchPredicate());
        var attributes = declared.acceptable(user.attributes());
        note(notes, user.documentId().isPresent() && documentId.isEmpty(), "has another documentId");
        note(notes, user.passwordHash().isPresent() && hash.isEmpty(), "must reset the password, its hash is no bcrypt");
        note(notes, email(user) == null, "has no e-mail address");
        note(notes, user.role().isEmpty(), "has no role");
        declared.declared().stream().filter(name -> user.attributes().apply(name).isPresent()
                && !attributes.containsKey(name)).forEach(name -> notes.add(name + " is not of the declared type"));
        return new ImportedAccount(user, documentId.orElseGet(DocumentId::random), email(user),
                user.provider().orElse(User.LOCAL), hash.orElse(null),
                UserAttributes.stored(attributes).orElse(null), List.copyOf(notes));
    }

    List<String> names(boolean uniqueEmail) {
        var names = new TreeSet<String>();
        names.add(LoginNames.ofUsername(user.username()));
        if (email != null) {
            names.add(LoginNames.ofEmail(provider, email, uniqueEmail));
        }
        return List.copyOf(names);
    }

    /** The values of a row of the table of users. */
    List<?> row() {
        return Arrays.asList(documentId, user.username(), email, provider, passwordHash, user.confirmed(),
                user.blocked(), user.role().map(Role::id).orElse(null), attributes, user.createdAt(), user.updatedAt(),
                user.createdAt());
    }

    private static String email(ImportedUser user) {
        return user.email().map(email -> email.toLowerCase(Locale.ROOT)).orElse(null);
    }

    private static void note(List<String> notes, boolean isTrue, String note) {
        if (isTrue) {
            notes.add(note);
        }
    }

    /** Never prints the password's hash. */
    @Override
    public String toString() {
        return "ImportedAccount " + documentId;
    }
}
