package org.gatehouse.spi;

import java.util.Map;

/**
 * What OAuth 1.0a adds.
 *
 * @param url            gives the request token; null where the operator has to name it
 * @param scopeParameter the query parameter for scopes when asking for the request token; null where there is none
 * @param parameters     the query besides, always
 * @param verifier       false only where the exchange fails with a verifier
 */
public record OAuth1(String url, SignatureMethod signature, String scopeParameter, Map<String, String> parameters,
        boolean verifier) {

    static OAuth1 read(Members members) {
        return new OAuth1(members.text("url"), members.choice("signature", SignatureMethod.HMAC_SHA1),
                members.text("scope-parameter"), members.map("parameters"), members.flag("verifier", true));
    }
}
