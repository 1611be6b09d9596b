package org.gatehouse.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import org.gatehouse.systems.Gatehouse;
import org.gatehouse.systems.Keycloak;
import org.gatehouse.systems.ProviderUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A front end on another site than Gatehouse, in a real browser, with a real Keycloak between them. */
class FrontEndIT {

    private static final String PASSWORD = "the password at Keycloak";

    private static Keycloak keycloak;
    private static FrontEnd frontEnd;

    private final ProviderUser person = ProviderUser.anybody();

    @BeforeAll
    static void start() {
        keycloak = Keycloak.start(Gatehouse.shared().baseUri());
        frontEnd = FrontEnd.start(Gatehouse.shared().baseUri(), "keycloak");
        var settings = new TreeMap<String, Optional<String>>();
        keycloak.settings("keycloak").forEach((name, value) -> settings.put(name, Optional.of(value)));
        settings.put("gatehouse.provider.keycloak.callback", Optional.of(frontEnd.redirectPage()));
        Gatehouse.shared().settings(settings);
    }

    @AfterAll
    static void end() {
        frontEnd.close();
        keycloak.close();
    }

    @Test
    void aButtonLeadsToKeycloakAndBackToAPageThatKnowsWhoCame() {
        keycloak.opensAccount(person, PASSWORD);
        try (var browser = Chromium.start()) {
            var window = browser.driver();
            window.get(frontEnd.uri());
            window.findElement(By.id("login")).click();
            window.findElement(By.id("username")).sendKeys(person.username());
            window.findElement(By.id("password")).sendKeys(PASSWORD);
            browser.keepScreenshot("keycloak-login");
            window.findElement(By.id("kc-login")).click();
            assertThat(welcome(browser)).isEqualTo("Welcome, " + person.username());
            assertThat(window.getCurrentUrl()).startsWith(frontEnd.redirectPage());
            browser.keepScreenshot("signed-in");
            window.navigate().refresh(); // the ticket in the address has been used
            assertThat(welcome(browser)).startsWith("Not logged in: ");
        }
    }

    private static String welcome(Chromium browser) {
        var outcome = By.id("outcome");
        var wait = new WebDriverWait(browser.driver(), Duration.ofSeconds(20));
        wait.until(ExpectedConditions.presenceOfElementLocated(outcome));
        wait.until(ExpectedConditions.not(ExpectedConditions.textToBe(outcome, "Logging in …")));
        return browser.driver().findElement(outcome).getText();
    }
}
