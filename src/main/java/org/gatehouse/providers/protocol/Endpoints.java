package org.gatehouse.providers.protocol;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.Set;

/**
 * Where a provider is, after its descriptor and its discovery document were laid over each other.
 *
 * @param userInfo         null where there is none
 * @param jwks             null unless the provider speaks OpenID Connect
 * @param algorithms       with which id_tokens may be signed
 * @param namesItself      whether the provider promises to name itself in its answers (RFC 9207)
 */
record Endpoints(String authorize, String token, String userInfo, String jwks, Set<JWSAlgorithm> algorithms,
        boolean namesItself) {
}
