/**
 * Gatehouse and programs that others wrote: an OpenID provider, an OAuth 1.0a server, a browser. They need more than a JDK,
 * so that they are met by {@code ./mvnw -Ppeers} only, which fails where a tool is missing.
 */
package org.gatehouse.peers;
