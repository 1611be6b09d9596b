/**
 * What an attacker, or a broken client, sends. Requests are written to the socket byte by byte, since no decent HTTP
 * client would send them. Whatever comes in, {@link org.gatehouse.hostile.Decency} must hold; what went wrong once has
 * a case of its own, named after the rule.
 */
package org.gatehouse.hostile;
