package org.gatehouse.providers.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.platform.OutboundRequest;
import org.gatehouse.spi.ProviderException;
import org.pac4j.cas.client.CasClient;
import org.pac4j.cas.config.CasConfiguration;
import org.pac4j.cas.credentials.extractor.CasCredentialsExtractor;
import org.pac4j.core.context.CallContext;
import org.pac4j.core.credentials.Credentials;
import org.pac4j.core.credentials.TokenCredentials;
import org.xml.sax.SAXException;

/**
 * CAS: to the login page, back with a ticket, and the ticket to {@code /p3/serviceValidate}
 * (<a href="https://apereo.github.io/cas/7.0.x/protocol/CAS-Protocol-Specification.html">CAS protocol 3.0</a>). The state is
 * part of the service, which CAS repeats. pac4j sends the browser away and finds the ticket; validating it is done here,
 * since CAS's own client reads XML carelessly and goes past our way out.
 */
final class TicketClient extends CasClient {

    private final ConfiguredProvider provider;
    private final ProviderCalls calls;

    TicketClient(ConfiguredProvider provider, ProviderCalls calls, Profiles profiles) {
        super(new CasConfiguration(
                Blanks.withQuery(provider.descriptor().authorize().url(), provider.descriptor().authorize().parameters()),
                provider.descriptor().token().url()));
        this.provider = provider;
        this.calls = calls;
        setName(provider.name());
        setCallbackUrl(provider.name());
        setCallbackUrlResolver(new OwnCallback(context -> service((Browser) context)));
        var tickets = new CasCredentialsExtractor(getConfiguration());
        setCredentialsExtractor(context -> {
            check(Browser.of(context));
            return tickets.extract(context);
        });
        setAuthenticator(this::validate);
        setProfileCreator(new ArrivalCreator(provider, profiles));
    }

    /** Makes the attempt's secrets when the browser leaves; they are there when it returns. */
    private static String service(Browser browser) {
        if (browser.secrets() == null) {
            browser.memory().keep(AttemptSecrets.forCode(false, false));
        }
        return Blanks.withQuery(browser.redirectUri().toString(), Map.of("state", browser.secrets().state()));
    }

    private void check(Browser browser) {
        if (!browser.secrets().answeredBy(browser.parameters())) {
            throw new ProviderException("OAuth2 state mismatch");
        }
        if (browser.parameters().single("ticket") == null) {
            throw new ProviderException("CAS missing ticket parameter");
        }
        if (provider.custom() != null) {
            provider.custom().verifyCallback(browser.parameters().values(), provider.settings());
        }
    }

    private Optional<Credentials> validate(CallContext context, Credentials credentials) {
        if (!(credentials instanceof TokenCredentials ticket)) {
            return Optional.empty();
        }
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("service", service(Browser.of(context)));
        parameters.put("ticket", ticket.getToken());
        var url = Blanks.withQuery(provider.descriptor().token().url(), parameters);
        var response = calls.send(provider.name(),
                new OutboundRequest("GET", ProviderCalls.uri(url), Map.of("Accept", "application/xml"), null));
        try {
            return Sources.at(Xml.parse(response.body().strip()), "/authenticationSuccess").map(Evidence::ofProfile);
        } catch (SAXException e) {
            throw new ProviderException("Ticket validation failed (" + response.status() + ")", e);
        }
    }
}
