package org.gatehouse.importing;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.gatehouse.platform.Readiness;
import org.gatehouse.platform.Settings;

/** Looks whether the settings ask for an import that is not done: at the start, and when another node left one behind. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ImportTimer {

    @Inject
    private Readiness readiness;

    @Inject
    private Settings settings;

    @Inject
    private StrapiImport strapi;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void look() {
        readiness.whenReady("start the import", () -> ImportSettings.order(settings).ifPresent(strapi::start));
    }
}
