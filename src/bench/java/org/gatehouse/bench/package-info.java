/**
 * Measures Gatehouse on Payara Micro and PostgreSQL, and beside it, in the same run, what it has to be compared with: the
 * server without an application, and the password hash without a server. {@code src/bench/README.md} says how to read it.
 */
package org.gatehouse.bench;
