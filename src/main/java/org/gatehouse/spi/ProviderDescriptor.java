package org.gatehouse.spi;

import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Set;

/**
 * Everything about a provider that is data: where it is, how it is talked to, where the profile stands in what it answers.
 * It is made from a JSON object, in which defaults are left out:
 *
 * <pre>{@code
 * {
 *   "title": "GitLab",
 *   "authorize": {"url": "https://gitlab.com/oauth/authorize", "scopes": ["openid", "profile", "email"]},
 *   "token": {"url": "https://gitlab.com/oauth/token"},
 *   "profile": {"url": "https://gitlab.com/oauth/userinfo"},
 *   "mapping": {"subject": "/sub", "username": "/nickname"}
 * }
 * }</pre>
 *
 * <p>Its members are the components of this record and of the records in it, in lower case with dashes; unknown members
 * are refused. It can be changed by laying another object over it, so a variant or the settings of an operator are
 * descriptions too.
 *
 * @param name        by which it is known in URLs and settings
 * @param protocol    {@code oauth2} where it is left out
 * @param openId      null unless the protocol is OpenID Connect
 * @param oauth1      null unless the protocol is OAuth 1.0a
 * @param profile     the request for the profile; with OpenID Connect that of userinfo. Its URL is null where the
 *                    discovery document, or the operator, names it, and where there is nothing to ask
 * @param also        further requests, by the name under which {@link Mapping} knows their answers, in their order; one
 *                    that the provider refuses counts as answered with nothing
 * @param audience    null where the provider does not tell whom an access token was made for
 * @param variables   the values of {@link Placeholder}s in URLs that the operator need not give
 * @param description what all this was read from
 */
public record ProviderDescriptor(String name, About about, Protocol protocol, OpenId openId, OAuth1 oauth1,
        Authorization authorize, TokenExchange token, ApiRequest profile, Map<String, ApiRequest> also, Mapping mapping,
        AudienceCheck audience, EmailTrust emailTrust, Strategy strategy, Map<String, String> variables,
        JsonObject description) {

    /**
     * Reads a description.
     *
     * @throws IllegalArgumentException if it is none; the message names the wrong member
     */
    public static ProviderDescriptor read(String name, JsonObject description) {
        return Members.read(name, description, members -> read(name, members, description));
    }

    private static ProviderDescriptor read(String name, Members members, JsonObject description) {
        var protocol = members.choice("protocol", Protocol.OAUTH2);
        return new ProviderDescriptor(name, About.read(members), protocol,
                protocol == Protocol.OIDC ? members.object("openid", OpenId::read) : null,
                protocol == Protocol.OAUTH1 ? members.object("oauth1", OAuth1::read) : null,
                members.object("authorize", authorize -> Authorization.read(authorize, protocol)),
                members.object("token", TokenExchange::read), members.object("profile", ApiRequest::read),
                members.objects("also", ApiRequest::read),
                members.object("mapping", mapping -> Mapping.read(mapping, protocol)),
                members.has("audience") ? members.object("audience", AudienceCheck::read) : null,
                members.choice("email-trust", EmailTrust.VERIFIED_ONLY), members.choice("strategy", Strategy.STANDARD),
                members.map("variables"), description);
    }

    /**
     * Lays changes over this provider, by the rules of <a href="https://www.rfc-editor.org/rfc/rfc7396">RFC 7396</a>:
     * members replace members, null removes one, arrays are replaced whole.
     *
     * @throws IllegalArgumentException if the result is no description
     */
    public ProviderDescriptor with(JsonObject changes) {
        return read(name, Descriptions.merge(description, changes));
    }

    /** The same under another name. */
    public ProviderDescriptor named(String other) {
        return read(other, description);
    }

    /**
     * Puts values in the places of the variables in URLs.
     *
     * @param values by name; what is not among them has the value in {@link #variables}, or stays as it is
     * @throws IllegalArgumentException if a value is not of the form {@code host}, {@code host:port} or
     *                                  {@code host:port/path}: it could lead elsewhere
     */
    public ProviderDescriptor resolved(Map<String, String> values) {
        return read(name, Variables.of(variables, values).fill(description));
    }

    /** The settings without which this provider cannot work, besides the client's credentials. */
    public Set<String> missing() {
        return Missing.in(this);
    }
}
