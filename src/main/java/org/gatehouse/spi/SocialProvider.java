package org.gatehouse.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An identity provider of a company's own, as a CDI bean. Most need no code: the descriptor's protocol, endpoints and
 * mapping are enough for what follows a standard. Where {@link #profile} or a hook is not overridden, the descriptor
 * decides.
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class Intranet implements SocialProvider {
 *     public ProviderDescriptor descriptor() {
 *         return ProviderDescriptor.read("intranet", Json.createReader(DESCRIPTION).readObject());
 *     }
 *
 *     public Optional<ExternalProfile> profile(ProfileContext context) {
 *         var employee = context.http().get(EMPLOYEE, context.tokens().accessToken());
 *         ...
 *     }
 * }
 * }</pre>
 */
public interface SocialProvider {

    /** What can be said about the provider in data; its name is the one in the addresses of the API. */
    ProviderDescriptor descriptor();

    /**
     * Makes the profile of the person who has just logged in.
     *
     * @return the profile, or empty to have it made as the descriptor says
     * @throws ProviderException if there is none to be had
     */
    default Optional<ExternalProfile> profile(ProfileContext context) {
        return Optional.empty();
    }

    /** Changes the parameters with which the browser is sent to the provider; those that secure the login stay. */
    default Map<String, String> authorizationParameters(Map<String, String> parameters, Map<String, String> settings) {
        return parameters;
    }

    /** Changes the parameters with which the code is exchanged for tokens. */
    default Map<String, String> tokenParameters(Map<String, String> parameters, Map<String, String> settings) {
        return parameters;
    }

    /**
     * Looks at what the provider sent through the browser, before any of it is used.
     *
     * @throws ProviderException if it is not genuine
     */
    default void verifyCallback(Map<String, List<String>> parameters, Map<String, String> settings) {
    }

    /**
     * Asks the provider for which client a token was made that an application obtained by itself.
     *
     * @return the client id, or empty if the provider does not say, in which case the token is refused
     */
    default Optional<String> audienceOf(String accessToken, Map<String, String> settings, ProviderHttp http) {
        return Optional.empty();
    }
}
