package org.gatehouse.providers.protocol;

import java.util.Optional;
import org.pac4j.core.context.CallContext;
import org.pac4j.core.credentials.Credentials;
import org.pac4j.core.profile.UserProfile;
import org.pac4j.core.profile.creator.ProfileCreator;

/** The last step of each of pac4j's clients: from the evidence to the person. */
record ArrivalCreator(ConfiguredProvider provider, Profiles profiles) implements ProfileCreator {

    @Override
    public Optional<UserProfile> create(CallContext context, Credentials credentials) {
        return credentials instanceof Evidence evidence
                ? Optional.of(new Arrived(profiles.read(provider, evidence, Browser.of(context).parameters())))
                : Optional.empty();
    }
}
