package org.gatehouse.accounts;

import jakarta.ws.rs.core.SecurityContext;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.gatehouse.tokens.AccessToken;

/**
 * The principal of a request that a user makes: the token they sent, and what the database says of them now.
 *
 * @param user with the role
 */
record SignedIn(User user, AccessToken token) implements JsonWebToken {

    /**
     * Who makes the request.
     *
     * @throws org.gatehouse.platform.ApiException if it is the public
     */
    static SignedIn require(SecurityContext caller) {
        if (caller.getUserPrincipal() instanceof SignedIn signedIn) {
            return signedIn;
        }
        throw AccountError.UNAUTHORIZED.exception();
    }

    @Override
    public String getName() {
        return token.getName();
    }

    @Override
    public Set<String> getClaimNames() {
        return token.getClaimNames();
    }

    @Override
    public <T> T getClaim(String claimName) {
        return token.getClaim(claimName);
    }
}
