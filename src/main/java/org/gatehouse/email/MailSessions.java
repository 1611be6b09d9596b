package org.gatehouse.email;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Properties;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.gatehouse.platform.Settings;
import org.gatehouse.platform.Starting;

/**
 * Finds the mail session: the container's by its JNDI name, looked up anew for each mail so that a change in the
 * server's console acts at once, or one of our own where an SMTP server is configured with {@code gatehouse.mail.host}.
 */
@Singleton
class MailSessions {

    /** An SMTP server that does not answer holds the only sending thread no longer than this. */
    private static final String TIMEOUT_MILLIS = "10000";

    private static final Logger LOG = System.getLogger(MailSessions.class.getName());

    private final Settings settings;

    @Inject
    MailSessions(Settings settings) {
        this.settings = settings;
    }

    /** Says where mail goes, or what is missing for it to go anywhere; that can still come while the server runs. */
    void tell(@Observes @Priority(Starting.ROOMS) Starting event) {
        try {
            var session = current();
            LOG.log(Level.INFO, "Mail leaves through {0}:{1}", session.getProperty("mail.smtp.host"),
                    session.getProperty("mail.smtp.port"));
        } catch (MessagingException e) {
            LOG.log(Level.WARNING, "Mail waits in the outbox: {0}", e.getMessage());
        }
    }

    Session current() throws MessagingException {
        return settings.get(EmailSettings.HOST).isPresent() ? own() : withTimeouts(containers());
    }

    private Session containers() throws MessagingException {
        var name = settings.get(EmailSettings.SESSION);
        for (var candidate : List.of(name, "java:/" + name)) { // WildFly binds below java:/
            try {
                return InitialContext.doLookup(candidate);
            } catch (NamingException e) {
                continue;
            }
        }
        throw new MessagingException("there is no mail session " + name + " in the server, and no gatehouse.mail.host");
    }

    /** The container's session with its own authenticator, but never without time-outs. */
    private static Session withTimeouts(Session session) {
        var properties = new Properties();
        List.of("mail.smtp.", "mail.smtps.").forEach(protocol ->
                List.of("connectiontimeout", "timeout", "writetimeout").forEach(name ->
                        properties.setProperty(protocol + name, TIMEOUT_MILLIS)));
        properties.putAll(session.getProperties());
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return session.requestPasswordAuthentication(getRequestingSite(), getRequestingPort(),
                        getRequestingProtocol(), getRequestingPrompt(), getDefaultUserName());
            }
        });
    }

    private Session own() {
        var security = settings.get(EmailSettings.SECURITY);
        var username = settings.get(EmailSettings.USERNAME);
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", settings.get(EmailSettings.HOST).orElseThrow());
        properties.setProperty("mail.smtp.port", settings.get(EmailSettings.PORT).toString());
        properties.setProperty("mail.smtp.auth", String.valueOf(username.isPresent()));
        properties.setProperty("mail.smtp.starttls.required",
                String.valueOf(security == EmailSettings.Security.STARTTLS));
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(security == EmailSettings.Security.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return withTimeouts(Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(username.orElse(null),
                        settings.get(EmailSettings.PASSWORD).orElse(""));
            }
        }));
    }
}
