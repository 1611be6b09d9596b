package org.gatehouse.providers;

/** How the end of a login with a provider reaches the front end. */
enum HandOver {
    /**
     * A ticket in the query of the front end's page. Whoever has it first may use it, except that a browser which has got
     * tickets of its own is not let in by somebody else's.
     */
    TICKET,
    /** The same, but the ticket works in the browser alone that brought it. */
    STRICT,
    /** Nothing in the query: the ticket is in a cookie, for front ends on the site of Gatehouse. */
    COOKIE
}
