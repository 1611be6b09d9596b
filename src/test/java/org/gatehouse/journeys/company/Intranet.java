package org.gatehouse.journeys.company;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.spi.EmailVerification;
import org.gatehouse.spi.ExternalProfile;
import org.gatehouse.spi.ProfileContext;
import org.gatehouse.spi.ProviderDescriptor;
import org.gatehouse.spi.SocialProvider;

/** The company's intranet, which hands out its employees' numbers with the token. */
@ApplicationScoped
public class Intranet implements SocialProvider {

    private static final String DESCRIPTION = """
            {"title": "Intranet", "authorize": {"url": "https://[host]/authorize"}, "token": {"url": "https://[host]/token"},
             "mapping": {"subject": ["token:/number"]}}
            """;

    @Override
    public ProviderDescriptor descriptor() {
        try (var reader = Json.createReader(new StringReader(DESCRIPTION))) {
            return ProviderDescriptor.read("intranet", reader.readObject());
        }
    }

    @Override
    public Optional<ExternalProfile> profile(ProfileContext context) {
        var number = "employee-of-" + context.settings().get("department");
        return Optional.of(new ExternalProfile("intranet", number, number, number + "@example.org",
                EmailVerification.VERIFIED, null, null, Map.of()));
    }
}
