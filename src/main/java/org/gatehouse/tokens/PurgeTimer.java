package org.gatehouse.tokens;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.gatehouse.platform.Readiness;

/** Clears away expired codes, tickets and sessions. It fires on every node; deleting twice does no harm. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class PurgeTimer {

    @Inject
    private Readiness readiness;

    @Inject
    private OneTimeCodes codes;

    @Inject
    private Sessions sessions;
    @Inject
    private Tickets tickets;
    @Inject
    private UsedValues usedValues;

    @Schedule(hour = "*", minute = "*/10", persistent = false)
    void purge() {
        readiness.whenReady("clear away expired codes", codes::purge);
        readiness.whenReady("clear away sessions that are over", sessions::purge);
        readiness.whenReady("clear away expired tickets", tickets::purge);
        readiness.whenReady("forget used values", usedValues::purge);
    }
}
