package org.gatehouse.systems;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** Which part of an {@link IdentityProvider} answers a request. */
final class ProviderEndpoints {

    private final IdentityProvider provider;
    private final OpenIdEndpoints openId;
    private final OAuth1Endpoints oauth1;
    private final CasEndpoints cas;

    ProviderEndpoints(IdentityProvider provider) {
        this.provider = provider;
        this.openId = new OpenIdEndpoints(provider);
        this.oauth1 = new OAuth1Endpoints(provider);
        this.cas = new CasEndpoints(provider);
    }

    void handle(HttpExchange exchange, CountDownLatch closed) throws IOException {
        try (exchange) {
            var request = ProviderRequest.of(exchange);
            provider.remember(request);
            var told = provider.toldAnswer(request.path());
            (told == null ? answer(request) : told).send(exchange, closed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ProviderAnswer answer(ProviderRequest request) {
        return switch (request.path()) {
            case "/.well-known/openid-configuration" -> ProviderAnswer.json(200, provider.metadata().json());
            case "/jwks" -> ProviderAnswer.json(200, provider.keys().published().toString());
            case "/authorize" -> openId.authorize(request);
            case "/token" -> openId.token(request);
            case "/userinfo" -> openId.userinfo(request);
            case "/oauth1/request-token" -> oauth1.requestToken(request);
            case "/oauth1/authorize" -> oauth1.authorize(request);
            case "/oauth1/access-token" -> oauth1.accessToken(request);
            case "/oauth1/profile" -> oauth1.profile(request);
            case "/cas/login" -> cas.login(request);
            case "/cas/p3/serviceValidate" -> cas.validate(request);
            default -> ProviderAnswer.error(404, "not_found", request.path());
        };
    }
}
