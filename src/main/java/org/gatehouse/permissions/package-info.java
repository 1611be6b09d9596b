/**
 * Roles, the actions they allow, and the question every request is asked: may they?
 *
 * <p>A caller has exactly one role: that of the signed-in user, or {@code public} without one; a signed-in user does not
 * have the permissions of {@code public} on top. Each resource method names the action it performs with {@link
 * org.gatehouse.permissions.Action}, or says that it is open to everybody. What does neither is refused.
 * The company's applications register actions of their own and ask about them.
 *
 * <p>Who the caller is, other rooms find out; they put a {@link org.gatehouse.permissions.Caller} into the request.
 */
package org.gatehouse.permissions;
