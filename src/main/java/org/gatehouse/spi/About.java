package org.gatehouse.spi;

/**
 * What people see of a provider.
 *
 * @param icon   path of an image below the application's {@code icons/}
 * @param note   what an operator must know before using it; null where there is nothing
 * @param closed whether the service no longer lets anybody log in
 */
public record About(String title, String icon, String note, boolean closed) {

    private static final String ANY = "provider.svg";

    static About read(Members members) {
        return new About(members.required("title"), members.text("icon", ANY), members.text("note"),
                members.flag("closed", false));
    }
}
