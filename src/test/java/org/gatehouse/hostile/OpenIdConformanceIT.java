package org.gatehouse.hostile;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** The provider answers by a redirect. */
@Tag("once")
class OpenIdConformanceIT extends OpenIdConformance {

    @BeforeAll
    static void declare() {
        declare("query");
    }
}
