/**
 * People: how they register, confirm an address, log in, change or reset a password, and how a request is known to come
 * from one of them.
 *
 * <p>Each use case is a class with one method that reads like its description; resources only translate between HTTP
 * and use cases. Slow work, above all hashing a password, happens outside of transactions. The database holds what must
 * never be true twice: every user name and address belongs to one account ({@link org.gatehouse.accounts.LoginNames}),
 * and a code works once.
 *
 * <p>Password hashing is used here alone. Answers that could tell a stranger who has an account are alike in words and
 * in time; {@link org.gatehouse.accounts.Privacy} says where the HTTP contract wants otherwise.
 */
package org.gatehouse.accounts;
