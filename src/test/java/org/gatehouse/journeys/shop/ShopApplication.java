package org.gatehouse.journeys.shop;

import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/**
 * All that an application needs to accept tokens, beside three properties. Payara sees {@code @LoginConfig} only on CDI
 * beans, hence the scope.
 */
@ApplicationScoped
@ApplicationPath("/")
@LoginConfig(authMethod = "MP-JWT")
@DeclareRoles({"authenticated", "staff", "api::order.order.refund"})
public class ShopApplication extends Application {
}
