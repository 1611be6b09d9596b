package org.gatehouse.hostile;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** The provider answers by a page that posts itself. */
@Tag("once")
class OpenIdConformanceByFormIT extends OpenIdConformance {

    @BeforeAll
    static void declare() {
        declare("form_post");
    }
}
