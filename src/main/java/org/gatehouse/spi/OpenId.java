package org.gatehouse.spi;

import java.util.List;

/**
 * What OpenID Connect adds. Endpoints that the descriptor does not name are read from the issuer's discovery document.
 *
 * @param issuer     null where the operator has to name it
 * @param issuers    values of {@code iss} to accept where that is not just the issuer; claims in braces are filled in:
 *                   {@code https://login.microsoftonline.com/{tid}/v2.0}
 * @param jwks       the provider's keys; null where the discovery document names them
 * @param algorithms of id_tokens; empty for the usual asymmetric ones
 * @param nonce      false only where the provider does not repeat it in the id_token
 */
public record OpenId(String issuer, List<String> issuers, String jwks, List<String> algorithms, boolean nonce) {

    static OpenId read(Members members) {
        return new OpenId(members.text("issuer"), members.texts("issuers"), members.text("jwks"),
                members.texts("algorithms"), members.flag("nonce", true));
    }
}
