package org.gatehouse.journeys.shop;

import jakarta.annotation.security.DeclareRoles;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/** All that an application needs to accept tokens, beside three properties. */
@ApplicationPath("/")
@LoginConfig(authMethod = "MP-JWT")
@DeclareRoles({"authenticated", "staff"})
public class ShopApplication extends Application {
}
