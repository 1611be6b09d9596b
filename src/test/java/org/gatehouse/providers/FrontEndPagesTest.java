package org.gatehouse.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is added to the address of a page. */
class FrontEndPagesTest {

    private static final Map<String, String> TICKET = Map.of("access_token", "a b&c");

    @Test
    void parametersComeAfterThosePresentAndBeforeTheFragment() {
        assertThat(FrontEndPages.with("https://a.test/p", TICKET)).isEqualTo("https://a.test/p?access_token=a+b%26c");
        assertThat(FrontEndPages.with("https://a.test/p?x=%20&y", TICKET)).isEqualTo("https://a.test/p?x=%20&y&access_token=a+b%26c");
        assertThat(FrontEndPages.with("https://a.test/p?", TICKET)).isEqualTo("https://a.test/p?access_token=a+b%26c");
        assertThat(FrontEndPages.with("https://a.test/#/login?x=1", TICKET))
                .isEqualTo("https://a.test/?access_token=a+b%26c#/login?x=1");
        assertThat(FrontEndPages.with("myapp://login", TICKET)).isEqualTo("myapp://login?access_token=a+b%26c");
    }

    @Test
    void nothingIsAddedWhereThereIsNothing() {
        assertThat(FrontEndPages.with("https://a.test/p?", Map.of())).isEqualTo("https://a.test/p?");
    }

    @Test
    void severalKeepTheirOrder() {
        var error = new LinkedHashMap<String, String>();
        error.put("error", "oauth_error");
        error.put("error_description", "Token exchange failed (500)");

        assertThat(FrontEndPages.with("https://a.test/p", error))
                .isEqualTo("https://a.test/p?error=oauth_error&error_description=Token+exchange+failed+%28500%29");
    }
}
