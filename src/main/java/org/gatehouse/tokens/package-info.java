/**
 * Everything secret that we hand out and later recognise: access tokens and the keys that sign them, and one-time codes.
 *
 * <p>Access tokens are signed JSON Web Tokens in the shape of MicroProfile JWT, so that any other application can verify
 * them with the published key set; they are the only JWTs. All else that is handed out is random and opaque, and only
 * its SHA-256 is kept. The room knows nothing of users: a token has a {@link org.gatehouse.tokens.TokenSubject}, a code
 * has an opaque subject, and what becomes of either is for others to decide. The JOSE library is used here alone.
 */
package org.gatehouse.tokens;
