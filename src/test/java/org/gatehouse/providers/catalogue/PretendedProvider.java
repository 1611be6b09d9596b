package org.gatehouse.providers.catalogue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.platform.OutboundRequest;
import org.gatehouse.platform.OutboundResponse;
import org.gatehouse.spi.AnswerFormat;
import org.gatehouse.spi.EmailList;
import org.gatehouse.spi.Protocol;
import org.gatehouse.spi.ProviderDescriptor;

/** A provider that behaves as its descriptor has it, for a person who is always the same. */
final class PretendedProvider implements Function<OutboundRequest, OutboundResponse> {

    static final String CLIENT_ID = "client-of-gatehouse";
    static final String CLIENT_SECRET = "secret-of-gatehouse";
    static final String ACCESS_TOKEN = "access-token-of-ada";
    private static final String TENANT = "tenant-of-ada";
    private static final RSAKey KEY = key();

    private final ProviderDescriptor provider;
    private final Map<String, JsonTree> sources = new LinkedHashMap<>();
    private final Map<String, OutboundResponse> told = new LinkedHashMap<>();
    private final List<OutboundRequest> received = new ArrayList<>();
    private String nonce;

    PretendedProvider(ProviderDescriptor provider) {
        this.provider = provider;
        this.sources.put("", new JsonTree());
        var answer = provider.token().answer();
        source("token").put(answer.accessToken().get(0), ACCESS_TOKEN);
        source("token").put("/token_type", "bearer");
        if (provider.openId() == null) {
            source("token").put(answer.idToken(), "an-id-token-that-nobody-reads");
        }
    }

    /** Knows this about the person, where the first of the candidates points; says what the descriptor leads to. */
    String knows(List<String> candidates, String value) {
        return candidates.isEmpty() ? null : Stream.of(candidates.get(0).split(" "))
                .map(pointer -> String.valueOf(put(pointer, value))).collect(Collectors.joining(" "));
    }

    /** Says this in the place of the pointer. */
    void says(String pointer, Object value) {
        put(pointer, value);
    }

    /** Says of the address whether it is verified, where that is said. */
    void saysThatTheAddressIs(boolean verified) {
        if (!provider.mapping().email().isEmpty()) {
            provider.mapping().emailVerified().stream().limit(1).forEach(pointer -> put(pointer, verified));
        }
    }

    /** Knows two verified addresses, of which the second is the primary one. */
    void lists(EmailList list, String other, String primary) {
        put(list.list(), new ArrayList<>(List.of(element(list, other, false), element(list, primary, true))));
    }

    private static Map<String, Object> element(EmailList list, String address, boolean primary) {
        var element = new JsonTree();
        element.put(list.address(), address);
        element.put(list.primary(), primary);
        element.put(list.verified(), true);
        return element.members();
    }

    /** Sends this nonce with the next id_token. */
    void sends(String nonceOfAttempt) {
        nonce = nonceOfAttempt;
    }

    /** Answers requests for this URL like this, from now on. */
    void answers(String url, int status, String body) {
        told.put(url, new OutboundResponse(status, "application/json", body));
    }

    /** What the browser brings back besides the code and state. */
    Map<String, Object> callback() {
        return source("callback").members();
    }

    /** All requests. */
    List<OutboundRequest> received() {
        return List.copyOf(received);
    }

    /** The requests for this URL. */
    List<OutboundRequest> received(String url) {
        return received.stream().filter(request -> isFor(request, url)).toList();
    }

    @Override
    public OutboundResponse apply(OutboundRequest request) {
        received.add(request);
        return told.entrySet().stream().filter(each -> isFor(request, each.getKey())).map(Map.Entry::getValue).findFirst()
                .orElseGet(() -> answer(request));
    }

    private OutboundResponse answer(OutboundRequest request) {
        var openId = provider.openId();
        if (openId != null && isFor(request, openId.jwks() == null ? "https://keys.example/" : openId.jwks())) {
            return json(new JWKSet(KEY.toPublicJWK()).toString());
        }
        if (openId != null && request.url().getPath().endsWith("/.well-known/openid-configuration")) {
            return json("""
                    {"issuer": "%s", "authorization_endpoint": "https://a.example/", "token_endpoint": "https://t.example/",
                     "jwks_uri": "https://keys.example/"}""".formatted(openId.issuer()));
        }
        if (provider.protocol() == Protocol.CAS) {
            return json("<serviceResponse xmlns=\"http://www.yale.edu/tp/cas\"><authenticationSuccess>" + source("").xml()
                    + "</authenticationSuccess></serviceResponse>");
        }
        if (provider.oauth1() != null && isFor(request, provider.oauth1().url()) && !isSignedWithToken(request)) {
            return json("oauth_token=request-token&oauth_token_secret=request-secret&oauth_callback_confirmed=true");
        }
        return isFor(request, tokenUrl()) ? tokens() : profile(request);
    }

    private static boolean isSignedWithToken(OutboundRequest request) {
        return request.headers().get("Authorization").contains("oauth_token=");
    }

    /** Where codes are exchanged. */
    String tokenUrl() {
        return provider.token().url() == null ? "https://t.example/" : provider.token().url();
    }

    private OutboundResponse tokens() {
        if (provider.oauth1() != null) {
            source("token").put("/oauth_token", ACCESS_TOKEN);
            source("token").put("/oauth_token_secret", "access-secret-of-ada");
            return json(source("token").members().entrySet().stream()
                    .map(member -> member.getKey() + "=" + member.getValue()).collect(Collectors.joining("&")));
        }
        if (provider.openId() != null) {
            source("token").put("/id_token", idToken());
        }
        return written(source("token"), provider.token().answer().format());
    }

    private OutboundResponse profile(OutboundRequest request) {
        if (provider.profile().url() != null && isFor(request, provider.profile().url())) {
            return written(source(""), provider.profile().format());
        }
        return provider.also().entrySet().stream().filter(each -> isFor(request, each.getValue().url()))
                .map(each -> written(source(each.getKey()), each.getValue().format())).findFirst()
                .orElseThrow(() -> new AssertionError("Nobody asks for " + request.url()));
    }

    private String idToken() {
        var issuers = provider.openId().issuers();
        var issuer = issuers.isEmpty() ? provider.openId().issuer() : issuers.get(0).replace("{tid}", TENANT);
        var claims = new JWTClaimsSet.Builder();
        source("").put("/sub", "4711");
        source("").members().forEach(claims::claim);
        source("id_token").members().forEach(claims::claim);
        claims.claim("tid", TENANT).issuer(issuer).audience(CLIENT_ID).claim("nonce", nonce)
                .issueTime(new Date()).expirationTime(Date.from(Instant.now().plusSeconds(60)));
        try {
            var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build(), claims.build());
            token.sign(new RSASSASigner(KEY));
            return token.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private Object put(String reference, Object value) {
        var colon = reference.startsWith("/") ? -1 : reference.indexOf(':');
        return source(colon < 0 ? "" : reference.substring(0, colon)).put(reference.substring(colon + 1), value);
    }

    private JsonTree source(String name) {
        return sources.computeIfAbsent(name, any -> new JsonTree());
    }

    private static OutboundResponse written(JsonTree answer, AnswerFormat format) {
        return json(switch (format) {
            case AUTO -> answer.json();
            case XML -> "<answer>" + answer.xml() + "</answer>";
            case JSONP -> "callback( " + answer.json() + " );";
        });
    }

    private static OutboundResponse json(String body) {
        return new OutboundResponse(200, "application/json", body);
    }

    private static boolean isFor(OutboundRequest request, String url) {
        return withoutQuery(request.url().toString()).equals(withoutQuery(url));
    }

    private static String withoutQuery(String url) {
        return url.contains("?") ? url.substring(0, url.indexOf('?')) : url;
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("the-only-one").generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
