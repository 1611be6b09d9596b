package org.gatehouse.providers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import org.gatehouse.audit.AuditLog;
import org.gatehouse.audit.Fact;
import org.gatehouse.platform.CurrentRequest;
import org.gatehouse.spi.ProviderException;

/** Tells everybody what they need to know of a login that failed at a provider: front end, log and audit. */
@Singleton
class ConnectFailures {

    private static final Logger LOG = System.getLogger(ConnectFailures.class.getName());
    private static final int LONGEST = 300;
    private static final String OUTCOME = "refused by provider";

    private final CurrentRequest request;
    private final AuditLog audit;

    @Inject
    ConnectFailures(CurrentRequest request, AuditLog audit) {
        this.request = request;
        this.audit = audit;
    }

    void log(SocialLogin login, ProviderException failure) {
        LOG.log(failure.getCause() == null ? Level.INFO : Level.WARNING, "Login with " + login.name() + " failed, request "
                + request.id() + ": " + printable(String.valueOf(failure.getMessage())), failure.getCause());
        audit.record(new Fact("login with " + login.name(), OUTCOME, null));
    }

    /** The front end's page with the error in its query. */
    static String page(String callback, ProviderException failure) {
        var query = new LinkedHashMap<String, String>();
        query.put("error", printable(failure.error()));
        if (failure.description() != null) {
            query.put("error_description", printable(failure.description()));
        }
        return FrontEndPages.with(callback, query);
    }

    /** The provider, or whoever claims to be it, wrote the words. */
    private static String printable(String words) {
        var plain = words.replaceAll("\\p{Cntrl}", " ");
        return plain.substring(0, Math.min(plain.length(), LONGEST));
    }
}
