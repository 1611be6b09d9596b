package org.gatehouse.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.audit.AuditLog;
import org.gatehouse.email.Mails;
import org.gatehouse.permissions.Roles;
import org.gatehouse.platform.ApiException;
import org.gatehouse.platform.Database;
import org.gatehouse.platform.Encryption;
import org.gatehouse.platform.InvalidSettingException;
import org.gatehouse.platform.SettingKey;
import org.gatehouse.platform.Settings;
import org.gatehouse.platform.Transactions;
import org.gatehouse.settings.SettingsStore;
import org.gatehouse.systems.Project;
import org.gatehouse.tokens.AccessTokens;
import org.gatehouse.tokens.KeyRotation;
import org.gatehouse.tokens.OneTimeCodes;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What only shows inside of the application: the rooms as other rooms, and administration to come, see them. */
@ExtendWith(ArquillianExtension.class)
@Tag("once")
class InContainerIT {

    private static final SettingKey<Duration> EXPIRES_IN = SettingKey.duration("gatehouse.jwt.expires-in");
    private static final SettingKey<List<String>> ORIGINS = SettingKey.list("gatehouse.cors.origins");
    private static final SettingKey<String> AUDIENCE = SettingKey.text("gatehouse.jwt.audience");

    @Inject
    private SettingsStore store;

    @Inject
    private Settings settings;

    @Inject
    private Encryption encryption;

    @Inject
    private Database database;

    @Inject
    private KeyRotation rotation;

    @Deployment
    static WebArchive gatehouse() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, Project.built("gatehouse.war").toFile())
                .addClass(InContainerIT.class);
    }

    @Test
    void theRoomsOfferTheirBeans() {
        for (var bean : List.of(SettingsStore.class, Settings.class, Transactions.class, Encryption.class, AuditLog.class,
                AccessTokens.class, KeyRotation.class, OneTimeCodes.class, Mails.class, Roles.class)) {
            assertTrue(CDI.current().select(bean).isResolvable(), bean.getName());
        }
    }

    @Test
    void aChangeIsInForceWhenItReturnsAndTheVersionGrows() {
        var version = settings.version();

        store.change(Map.of(EXPIRES_IN.name(), Optional.of("12h")));

        assertEquals(Duration.ofHours(12), settings.get(EXPIRES_IN));
        assertEquals(version + 1, settings.version());
    }

    @Test
    void aSettingCanBeMadeEmptyWhateverItsDefaultIs() {
        store.change(Map.of(ORIGINS.name(), Optional.of("https://app.example.org, https://www.example.org")));
        assertEquals(List.of("https://app.example.org", "https://www.example.org"), settings.get(ORIGINS));

        store.change(Map.of(ORIGINS.name(), Optional.empty()));

        assertEquals(List.of(), settings.get(ORIGINS));
    }

    @Test
    void whatTheOperatorSetOutsideCannotBeChanged() {
        var version = settings.version();

        assertThrows(ApiException.class, () -> store.change(Map.of(AUDIENCE.name(), Optional.of("everybody"))));

        assertEquals("pinned", settings.get(AUDIENCE));
        assertEquals(version, settings.version());
    }

    @Test
    void aValueThatIsNotAllowedIsRefusedAndAllThatCameWithItToo() {
        store.change(Map.of(ORIGINS.name(), Optional.of("https://before.example.org")));
        var version = settings.version();

        var refusal = assertThrows(InvalidSettingException.class, () -> store.change(Map.of(
                EXPIRES_IN.name(), Optional.of("never"), ORIGINS.name(), Optional.of("https://after.example.org"))));

        assertTrue(refusal.getMessage().startsWith("gatehouse.jwt.expires-in must be a time"), refusal.getMessage());
        assertEquals(List.of("https://before.example.org"), settings.get(ORIGINS));
        assertEquals(version, settings.version());
    }

    @Test
    void valuesThatContradictEachOtherAreRefused() {
        var refusal = assertThrows(RuntimeException.class, () ->
                store.change(Map.of("gatehouse.accounts.privacy", Optional.of("strict"))));

        assertTrue(refusal.getMessage().contains("gatehouse.advanced.email-confirmation=true"), refusal.getMessage());
    }

    @Test
    void aMailTemplateThatIsNoPlainTextIsRefused() {
        for (var template : List.of("<p>${7*7}</p>", "<p><%= UNKNOWN %></p>", "<% while (true) {} %>", "<%- TOKEN %>",
                "<%= USER.password %>", "<%= TOKEN.constructor %>")) {
            assertThrows(InvalidSettingException.class, () -> store.change(
                    Map.of("gatehouse.email.reset-password.message", Optional.of(template))), template);
        }
        store.change(Map.of("gatehouse.email.reset-password.message", Optional.of("<p><%= URL %>?code=<%= TOKEN %></p>")));
    }

    @Test
    void secretsOfProvidersRestEncrypted() {
        var name = "gatehouse.provider.github.secret";

        store.change(Map.of(name, Optional.of("the secret of github")));

        assertEquals(Optional.of("the secret of github"), settings.get(SettingKey.optionalText(name)));
        var stored = (String) database.read(entities -> entities.createNativeQuery(
                "select content from gatehouse_setting where name = :name").setParameter("name", name).getSingleResult());
        assertTrue(stored.startsWith("encrypted:"), stored);
        assertFalse(stored.contains("github"), stored);
    }

    /** Two administrators may have the same thought. */
    @Test
    void aKeyThatIsReplacedOnDemandIsReplacedOnceUntilTheNewOneSigns() {
        var keys = keys();

        rotation.rotate();
        assertEquals(keys + 1, keys());
        rotation.rotate();

        assertEquals(keys + 1, keys());
    }

    private long keys() {
        return database.read(entities -> entities.createQuery("select count(k) from SigningKey k", Long.class)
                .getSingleResult());
    }

    /** So that nothing encrypted is of use in another place than its own. */
    @Test
    void whatIsEncryptedForOnePurposeCannotBeReadForAnother() {
        var encrypted = encryption.encrypt("secret", "mine");

        assertEquals("secret", encryption.decrypt(encrypted, "mine"));
        assertThrows(IllegalStateException.class, () -> encryption.decrypt(encrypted, "yours"));
        assertNotEquals(encrypted, encryption.encrypt("secret", "mine"));
    }
}
