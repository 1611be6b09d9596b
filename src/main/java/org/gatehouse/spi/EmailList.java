package org.gatehouse.spi;

/**
 * A profile's list of addresses, of which the primary one counts if it is verified, else the first that is.
 *
 * @param list     where the list stands, written as in {@link Mapping}
 * @param address  JSON Pointer within an element, as are the others
 * @param primary  null where no element is marked as primary
 * @param verified null where nothing is said about it
 */
public record EmailList(String list, String address, String primary, String verified) {

    static EmailList read(Members members) {
        return new EmailList(members.required("list"), members.text("address", "/email"), members.text("primary"),
                members.text("verified"));
    }
}
