/**
 * Mails: what they say and how they leave.
 *
 * <p>A mail is written into the outbox in the same transaction as the change that causes it, so there is never one
 * without the other, and it is sent after that transaction, outside of any. Where the SMTP server is away, it is tried
 * again with growing pauses. A link in a mail is a secret: waiting mails are encrypted, and deleted once sent. The room
 * knows addresses and texts, never a user; {@code jakarta.mail} is used here alone.
 */
package org.gatehouse.email;
