package org.gatehouse.systems;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The ticket protocol of an {@link IdentityProvider} (CAS protocol 3.0): a ticket works once, for its service. */
final class CasEndpoints {

    private static final String ANSWER =
            "<cas:serviceResponse xmlns:cas=\"http://www.yale.edu/tp/cas\">%s</cas:serviceResponse>";

    private final IdentityProvider provider;
    private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();

    CasEndpoints(IdentityProvider provider) {
        this.provider = provider;
    }

    private record Ticket(String service, ProviderUser user) {
    }

    ProviderAnswer login(ProviderRequest request) {
        var service = request.query().getOrDefault("service", "");
        var ticket = "ST-" + UUID.randomUUID();
        tickets.put(ticket, new Ticket(service, provider.user()));
        return provider.callback().sendBack(service, Optional.empty(), Map.of("ticket", ticket));
    }

    ProviderAnswer validate(ProviderRequest request) {
        var ticket = tickets.remove(request.query().getOrDefault("ticket", ""));
        if (ticket == null || !ticket.service().equals(request.query().get("service"))) {
            return xml("<cas:authenticationFailure code=\"INVALID_TICKET\">unknown</cas:authenticationFailure>");
        }
        var attributes = provider.profileOf(ticket.user()).entrySet().stream()
                .map(claim -> "<cas:%1$s>%2$s</cas:%1$s>".formatted(claim.getKey(), claim.getValue()))
                .collect(Collectors.joining());
        return xml("<cas:authenticationSuccess><cas:user>%s</cas:user><cas:attributes>%s</cas:attributes>"
                .formatted(ticket.user().subject(), attributes) + "</cas:authenticationSuccess>");
    }

    private static ProviderAnswer xml(String content) {
        return ProviderAnswer.of(200, "application/xml;charset=utf-8", ANSWER.formatted(content));
    }
}
