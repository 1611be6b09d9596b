package org.gatehouse.hostile;

import org.junit.jupiter.api.Tag;

/** The provider answers by a page that posts itself. */
@Tag("once")
class OpenIdConformanceByFormIT extends OpenIdConformance {

    @Override
    String responseMode() {
        return "form_post";
    }
}
