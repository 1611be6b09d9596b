package org.gatehouse.journeys.company;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.spi.EmailVerification;
import org.gatehouse.spi.ExternalProfile;
import org.gatehouse.spi.ProfileContext;
import org.gatehouse.spi.ProviderDescriptor;
import org.gatehouse.spi.ProviderException;
import org.gatehouse.spi.SocialProvider;

/** The company's intranet: logs in by OAuth 2.0, and its directory says who an employee is. */
@ApplicationScoped
public class Intranet implements SocialProvider {

    private static final String DESCRIPTION = """
            {
              "title": "Intranet",
              "authorize": {"url": "https://intranet.example.org/authorize", "scopes": ["directory"]},
              "token": {"url": "https://intranet.example.org/token"},
              "profile": {"url": "https://intranet.example.org/directory/me"}
            }
            """;

    @Override
    public ProviderDescriptor descriptor() {
        return ProviderDescriptor.read("intranet", parse(DESCRIPTION));
    }

    @Override
    public Optional<ExternalProfile> profile(ProfileContext context) {
        var directory = URI.create(context.settings().get("directory"));
        var answer = context.http().get(directory, context.tokens().accessToken());
        if (!answer.successful()) {
            throw new ProviderException("The directory does not answer");
        }
        var employee = parse(answer.body());
        return Optional.of(new ExternalProfile("intranet", "employee:" + employee.getString("sub"),
                employee.getString("preferred_username"), employee.getString("email"), EmailVerification.VERIFIED,
                null, null, Map.of()));
    }

    private static JsonObject parse(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
