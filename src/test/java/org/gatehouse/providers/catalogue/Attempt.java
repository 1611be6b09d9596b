package org.gatehouse.providers.catalogue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import jakarta.json.Json;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gatehouse.platform.OutboundRequest;
import org.gatehouse.platform.PretendedWeb;
import org.gatehouse.providers.protocol.Arrival;
import org.gatehouse.providers.protocol.CallbackParameters;
import org.gatehouse.providers.protocol.ClientCredentials;
import org.gatehouse.providers.protocol.ConfiguredProvider;
import org.gatehouse.providers.protocol.Departure;
import org.gatehouse.providers.protocol.LoginsByPretendedWeb;
import org.gatehouse.providers.protocol.ProviderLogins;
import org.gatehouse.spi.ClientAuthentication;
import org.gatehouse.spi.Protocol;
import org.gatehouse.spi.ProviderDescriptor;
import org.gatehouse.spi.Strategy;

/** A login by a provider of the catalogue, configured as an operator would. */
final class Attempt {

    static final URI CALLBACK = URI.create("https://accounts.example.org/api/connect/it/callback");

    private static final Set<ClientAuthentication> KEYED =
            EnumSet.of(ClientAuthentication.PRIVATE_KEY_JWT, ClientAuthentication.APPLE_CLIENT_SECRET);
    private static final String PRIVATE_KEY = privateKey();

    final ProviderDescriptor provider;
    final PretendedProvider server;
    private final ProviderLogins logins;
    private final ConfiguredProvider configured;
    private Departure departure;

    Attempt(ProviderDescriptor known) {
        var privateKey = KEYED.contains(known.token().authentication()) ? PRIVATE_KEY : null;
        provider = complete(known);
        server = new PretendedProvider(provider);
        logins = LoginsByPretendedWeb.over(new PretendedWeb(server));
        configured = new ConfiguredProvider(provider,
                new ClientCredentials(PretendedProvider.CLIENT_ID, PretendedProvider.CLIENT_SECRET, privateKey, "key", "team"),
                Map.of(), null);
    }

    /** Gives what an operator has to give. */
    private static ProviderDescriptor complete(ProviderDescriptor known) {
        var resolved = known.resolved(Map.of("subdomain", "tenant.example"));
        var settings = Map.of("issuer", "{\"openid\": {\"issuer\": \"https://issuer.example\"}}",
                "authorize-url", "{\"authorize\": {\"url\": \"https://authorize.example/\"}}",
                "access-url", "{\"token\": {\"url\": \"https://access.example/\"}}",
                "request-url", "{\"oauth1\": {\"url\": \"https://request.example/\"}}",
                "profile-url", "{\"profile\": {\"url\": \"https://profile.example/\"}}");
        for (var missing : resolved.missing()) {
            resolved = resolved.with(Json.createReader(new StringReader(settings.get(missing))).readObject());
        }
        return resolved;
    }

    /** Leaves for the provider; these are the parameters of the address. */
    Map<String, String> begin() {
        departure = logins.begin(configured, CALLBACK);
        server.sends(departure.secrets().nonce());
        return parameters(departure.location());
    }

    URI location() {
        return departure.location();
    }

    /** Comes back as honest providers send people back. */
    Arrival comeBack() {
        return comeBack(honest());
    }

    Arrival comeBack(Map<String, String> parameters) {
        return logins.finish(configured, CALLBACK, departure.secrets(), new CallbackParameters(parameters.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, parameter -> List.of(parameter.getValue())))));
    }

    /** What an honest provider sends back. */
    Map<String, String> honest() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("state", departure.secrets().state());
        if (provider.protocol() == Protocol.OAUTH1) {
            parameters.put("oauth_token", "request-token");
            parameters.put("oauth_verifier", "verifier");
        } else {
            parameters.put(provider.protocol() == Protocol.CAS ? "ticket" : "code", "code-of-ada");
        }
        if (provider.strategy() == Strategy.SHOPIFY) {
            parameters.put("shop", "tenant.example.myshopify.com");
            parameters.put("hmac", hmac("code=code-of-ada&shop=tenant.example.myshopify.com&state=" + parameters.get("state")));
        }
        server.callback().forEach((name, value) -> parameters.put(name,
                value instanceof Map<?, ?> object ? Json.createObjectBuilder(asObject(object)).build().toString()
                        : String.valueOf(value)));
        return parameters;
    }

    private static String privateKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("key").generate().toJSONString();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static String hmac(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(PretendedProvider.CLIENT_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asObject(Map<?, ?> object) {
        return (Map<String, Object>) object;
    }

    /** The only request for a URL. */
    OutboundRequest request(String url) {
        var requests = server.received(url);
        if (requests.size() != 1) {
            throw new AssertionError(requests.size() + " requests for " + url);
        }
        return requests.get(0);
    }

    /** What was sent by query, form or JSON. */
    static Map<String, String> parameters(OutboundRequest request) {
        var parameters = parameters(request.url());
        var type = request.headers().getOrDefault("Content-Type", "");
        if (type.contains("json")) {
            Json.createReader(new StringReader(request.body())).readObject()
                    .forEach((name, value) -> parameters.put(name, ((JsonString) value).getString()));
        } else if (type.contains("form")) {
            parameters.putAll(single(URLUtils.parseParameters(request.body())));
        }
        return parameters;
    }

    static Map<String, String> parameters(URI url) {
        return new LinkedHashMap<>(single(URLUtils.parseParameters(url.getRawQuery())));
    }

    private static Map<String, String> single(Map<String, List<String>> parameters) {
        return parameters.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().get(0)));
    }
}
