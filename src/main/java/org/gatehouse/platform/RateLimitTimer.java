package org.gatehouse.platform;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Clears away the counters in the database whose windows are over. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class RateLimitTimer {

    @Inject
    private Readiness readiness;

    @Inject
    private RateLimitsInDatabase counters;

    @Schedule(hour = "*", minute = "*/5", persistent = false)
    void purge() {
        readiness.whenReady("clear away rate-limit counters", counters::purge);
    }
}
