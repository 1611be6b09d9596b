package org.gatehouse.platform;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Starts the application when it is deployed, or says in plain words why it cannot. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class StartUp {

    private static final Logger LOG = System.getLogger(StartUp.class.getName());

    @Inject
    private Event<Starting> starting;

    @Inject
    private Readiness readiness;

    @Inject
    private PublicUrl url;

    @PostConstruct
    void start() {
        try {
            starting.fire(new Starting());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Gatehouse cannot start: " + e.getMessage());
            throw e;
        }
        readiness.ready();
        LOG.log(Level.INFO, "Gatehouse is ready. Its API is at {0}", url.api(""));
    }
}
