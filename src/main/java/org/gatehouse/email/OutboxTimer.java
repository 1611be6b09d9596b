package org.gatehouse.email;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.gatehouse.platform.Readiness;

/** Tries again what could not be sent, and clears away what was given up a month ago. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class OutboxTimer {

    private static final Duration KEEP_GIVEN_UP = Duration.ofDays(30);

    @Inject
    private Readiness readiness;

    @Inject
    private OutboxSender sender;

    @Inject
    private Outbox outbox;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void retry() {
        sender.wake();
    }

    @Schedule(hour = "*", minute = "17", persistent = false)
    void purge() {
        readiness.whenReady("clear away mails that were given up", () -> outbox.purge(KEEP_GIVEN_UP));
    }
}
