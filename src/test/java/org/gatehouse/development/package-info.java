/**
 * The developer's server: {@code ./mvnw -Prun} builds the WAR, starts it on Payara Micro with the operators' scripts,
 * an H2 file and a mailbox in the browser, and stops all of it on Ctrl-C.
 */
package org.gatehouse.development;
