/**
 * Logging in with identity providers: the addresses a browser meets on its way to a provider and back, which providers
 * there are and how they are set up, and what is handed to the front end in the end.
 *
 * <p>A login takes four steps. {@code /connect/{provider}} sends the browser away and leaves an {@link
 * org.gatehouse.providers.Attempt} with it, encrypted, in a cookie. {@code /connect/{provider}/callback} finds the attempt,
 * asks the provider on the back channel who it was, and sends the browser to the front end with a ticket. The front end
 * exchanges the ticket for tokens of our own at {@code /auth/{provider}/callback}, or for a link to the account of whoever
 * is signed in. Nothing waits in the memory of a node in between.
 *
 * <p>How a provider is talked to is the matter of {@code providers.protocol}, what is known about each of {@code
 * providers.catalogue}; which account somebody gets, of {@code accounts}.
 */
package org.gatehouse.providers;
