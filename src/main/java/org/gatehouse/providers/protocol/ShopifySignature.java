package org.gatehouse.providers.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gatehouse.spi.ProviderException;

/**
 * <a href="https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/authorization-code-grant">Shopify
 * </a> signs what it sends through the browser, and names the shop in it, which must be the one that was asked.
 */
final class ShopifySignature {

    private ShopifySignature() {
    }

    static void check(ConfiguredProvider provider, CallbackParameters parameters) {
        var signature = parameters.single("hmac");
        var expected = Blanks.hmac(provider.client().secret(), signed(parameters));
        var genuine = signature != null && !expected.isEmpty() && MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8));
        var shop = ProviderCalls.uri(provider.descriptor().authorize().url()).getHost();
        if (!genuine || !shop.equalsIgnoreCase(parameters.single("shop"))) {
            throw new ProviderException("The answer is not signed by the shop that was asked");
        }
    }

    private static String signed(CallbackParameters parameters) {
        return new TreeMap<>(parameters.values()).entrySet().stream().filter(each -> !each.getKey().equals("hmac"))
                .map(each -> each.getKey() + "=" + String.join(",", each.getValue())).collect(Collectors.joining("&"));
    }
}
