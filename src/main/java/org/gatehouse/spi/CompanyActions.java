package org.gatehouse.spi;

import java.util.Set;

/**
 * Names what people can do in a company's own applications, so that roles can allow it. All beans of this type are asked,
 * once, when Gatehouse starts; the setting {@code gatehouse.actions} does the same without code.
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class ShopActions implements CompanyActions {
 *     public Set<String> actions() {
 *         return Set.of("api::order.order.find", "api::order.order.create");
 *     }
 * }
 * }</pre>
 */
public interface CompanyActions {

    /** Names of the form {@code api::<application>.<controller>.<action>}; anything else ends the deployment. */
    Set<String> actions();
}
