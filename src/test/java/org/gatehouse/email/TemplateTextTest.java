package org.gatehouse.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTextTest {

    private static final EmailTemplate TEMPLATE = EmailTemplate.RESET_PASSWORD;
    private static final Pattern VARIABLE = Pattern.compile("<%=\\s*[\\w.]+\\s*%>");

    @Property
    void whateverAUserIsCalledNothingOfItIsMarkup(@ForAll("evil") String username) {
        var html = TemplateText.html("<p title=\"<%= USER.username %>\"><%= USER.username %></p>", Map.of("USER.username", username));
        assertThat(html).startsWith("<p title=\"").endsWith("</p>");
        var inside = html.substring("<p title=\"".length(), html.length() - "</p>".length()).split("\">", 2);
        assertThat(inside[0]).doesNotContain("<", ">", "\"", "'");
        assertThat(inside[1]).doesNotContain("<", ">", "\"", "'").isEqualTo(inside[0]);
    }

    @Property
    void whatAUserIsCalledIsNotFilledInAgain(@ForAll("evil") String username) {
        var values = Map.of("USER.username", username, "TOKEN", "the-token");
        assertThat(TemplateText.html("<%= USER.username %>", values)).doesNotContain("the-token");
        assertThat(TemplateText.text("<%= USER.username %>", values)).isEqualTo(username);
        assertThat(TemplateText.line("<%= USER.username %>", values)).doesNotContain("the-token");
    }

    @Property
    void aSubjectIsOneLine(@ForAll("evil") String username) {
        assertThat(TemplateText.line("Dear <%= USER.username %>", Map.of("USER.username", username)))
                .startsWith("Dear").doesNotContainPattern("[\\p{Cntrl}]");
    }

    @Property
    void aTemplateThatPassesHasNothingButKnownVariables(@ForAll("templates") String template) {
        try {
            TemplateText.check(template, TEMPLATE);
        } catch (IllegalArgumentException refused) {
            return;
        }
        assertThat(VARIABLE.matcher(template).replaceAll("")).doesNotContain("<%").doesNotContain("${");
        var filled = TemplateText.html(template, Map.of("URL", "u", "TOKEN", "t", "USER.username", "n", "USER.email", "e",
                "SERVER_URL", "s", "ADMIN_URL", "a"));
        assertThat(filled).doesNotContain("<%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<% x %>", "<%= 7*7 %>", "<%= USER.passwordHash %>", "<%- URL %>", "<%=URL", "${URL}", "<%= CODE %>",
            "<%= URL + TOKEN %>", "<%= TOKEN.constructor %>", "<<%= URL %>%= TOKEN %>", "<%= __proto__ %>", "<%_ x _%>", "<%# x %>"})
    void anythingThatIsNoKnownVariableIsRefused(String template) {
        assertThatThrownBy(() -> TemplateText.check(template, TEMPLATE)).hasMessage("Invalid template");
    }

    @Test
    void theWordsInTheTextAreTheWordsInTheHtml() {
        var text = TemplateText.text("<p>Dear <b><%= USER.username %></b>,<br>1 &lt; 2 &amp;amp; more</p>", Map.of("USER.username", "<i>&amp;"));
        assertThat(text).isEqualTo("Dear <i>&amp;,\n1 < 2 &amp; more");
    }

    @Test
    void packagedTemplatesPassTheirOwnCheck() {
        for (var template : EmailTemplate.values()) {
            assertThatCode(() -> TemplateText.check(template.defaultMessage(), template)).doesNotThrowAnyException();
        }
    }

    @Provide
    Arbitrary<String> evil() {
        var pieces = Arbitraries.of("<", ">", "\"", "'", "&", "&lt;", "<%= TOKEN %>", "<%", "%>", "$1", "\\", "${x}", "<script>", "</p>",
                "\r\n", "\n", "\u2028", "\u0000", "é", "\uD83D\uDE00", "a", "javascript:");
        return pieces.list().ofMinSize(1).ofMaxSize(8).map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<String> templates() {
        var pieces = Arbitraries.of("<%= URL %>", "<%=TOKEN%>", "<%= USER.username %>", "<%= SECRET %>", "<%", "%>", "<", "%", "=", " ", "URL",
                "TOKEN", "$", "{", "<%=", "a", "\n", "<%= URL\n%>");
        return pieces.list().ofMaxSize(10).map(list -> String.join("", list));
    }
}
