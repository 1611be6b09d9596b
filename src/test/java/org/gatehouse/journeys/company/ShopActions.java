package org.gatehouse.journeys.company;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.gatehouse.spi.CompanyActions;

/** What can be done in the shop. */
@ApplicationScoped
public class ShopActions implements CompanyActions {

    @Override
    public Set<String> actions() {
        return Set.of("api::order.order.find", "api::order.order.create");
    }
}
