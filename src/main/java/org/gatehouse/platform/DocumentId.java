package org.gatehouse.platform;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** The lasting identifier of a user or a role on the wire: 24 random lower-case letters and digits, the first a letter. */
public final class DocumentId {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String ALL = LETTERS + "0123456789";
    private static final int LENGTH = 24;

    private DocumentId() {
    }

    public static String random() {
        return LETTERS.charAt(RANDOM.nextInt(LETTERS.length())) + RANDOM.ints(LENGTH - 1, 0, ALL.length())
                .mapToObj(index -> String.valueOf(ALL.charAt(index))).collect(Collectors.joining());
    }
}
