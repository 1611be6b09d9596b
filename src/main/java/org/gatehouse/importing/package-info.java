/**
 * Brings users, roles and permissions over from Strapi, out of its export file or out of its database.
 *
 * <p>An import is named by the operator and happens once: each row of the source leaves a row here that says what became
 * of it, stored in the same transaction as the account itself. Whoever begins again after an interruption therefore
 * passes over what is done, whichever node it is. One node works at a time, under a lease that it renews with each step.
 *
 * <p>A source is not trusted: archives may be bombs, and texts anything.
 */
package org.gatehouse.importing;
