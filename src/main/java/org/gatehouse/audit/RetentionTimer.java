package org.gatehouse.audit;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.gatehouse.platform.Readiness;

/** Clears away audit events that are older than the retention time. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class RetentionTimer {

    @Inject
    private Readiness readiness;

    @Inject
    private AuditLog log;

    @Schedule(hour = "*", minute = "7", persistent = false)
    void purge() {
        readiness.whenReady("clear away old audit events", log::purge);
    }
}
