package org.gatehouse.journeys.company;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.gatehouse.spi.CallbackRule;

/** Each branch of the company has a front end of its own. */
@ApplicationScoped
public class Branches implements CallbackRule {

    @Override
    public boolean allows(String provider, URI callback) {
        return callback.getHost().endsWith(".branches.example") && "/done".equals(callback.getPath());
    }
}
