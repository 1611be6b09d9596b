/**
 * Begins and finishes logins with identity providers: OpenID Connect, OAuth 2.0, OAuth 1.0a and the tickets of CAS. What a
 * provider wants is in its {@link org.gatehouse.spi.ProviderDescriptor}; nothing here knows one by name.
 *
 * <p>Each configured provider is a pac4j {@link org.pac4j.core.client.IndirectClient}, whose steps are those of every login:
 * send the browser away, extract what it brings back, validate that, make a profile of it. Clients believe in a session;
 * {@link org.gatehouse.providers.protocol.AttemptMemory} is one that ends with the request, and what has to last travels in
 * {@link org.gatehouse.providers.protocol.AttemptSecrets}. This is the only room that imports pac4j.
 *
 * <p>Where pac4j's own parts would have to be bent, the libraries below it are used directly:
 * <ul>
 * <li>OpenID Connect is checked by the Nimbus SDK on which pac4j-oidc stands, without pac4j-oidc: its token and userinfo
 * requests cannot be made to go through {@link org.gatehouse.platform.OutboundHttp}, it looks neither at RFC 9207's
 * {@code iss} nor for other audiences, and it would bring Guava and Spring into the WAR.</li>
 * <li>pac4j-oauth has no PKCE and logs profiles, so the code flow of OAuth 2.0 is the same client as that of OpenID
 * Connect, without the id_token. For OAuth 1.0a its client asks for the request token, and ScribeJava signs.</li>
 * <li>pac4j-cas sends the browser to CAS and finds the ticket. CAS's own client reads the attributes of a ticket with an XML
 * parser that resolves entities, and takes any element called {@code user}, so tickets are read here.</li>
 * </ul>
 *
 * <p>Nothing that is secret is logged or part of a message: exceptions of libraries that repeat what a provider answered are
 * not kept as causes.
 */
package org.gatehouse.providers.protocol;
