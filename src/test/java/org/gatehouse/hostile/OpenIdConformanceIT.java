package org.gatehouse.hostile;

import org.junit.jupiter.api.Tag;

/** The provider answers by a redirect. */
@Tag("once")
class OpenIdConformanceIT extends OpenIdConformance {

    @Override
    String responseMode() {
        return "query";
    }
}
