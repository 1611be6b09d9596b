package org.gatehouse.email;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gatehouse.platform.Readiness;
import org.gatehouse.platform.Settings;

/**
 * Empties the outbox on one thread of the container, as soon as there is something in it. Nobody who makes a request
 * waits for it. A mail that does not get through is tried again after a pause that doubles each time, and given up only
 * after days.
 */
@Singleton
class OutboxSender {

    private static final Logger LOG = System.getLogger(OutboxSender.class.getName());
    private static final int BATCH = 20;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Outbox outbox;
    private final MailTransport transport;
    private final Settings settings;
    private final Readiness readiness;
    private final Clock clock;
    private final AtomicBoolean sending = new AtomicBoolean();

    @Resource
    private ManagedExecutorService executor;

    @Inject
    OutboxSender(Outbox outbox, MailTransport transport, Settings settings, Readiness readiness, Clock clock) {
        this.outbox = outbox;
        this.transport = transport;
        this.settings = settings;
        this.readiness = readiness;
        this.clock = clock;
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.MailWaiting event) {
        wake();
    }

    /** Starts to send, unless that is going on already; then what is new is found by it, or at the timer's next tick. */
    void wake() {
        if (sending.compareAndSet(false, true)) {
            try {
                executor.execute(() -> {
                    try {
                        readiness.whenReady("send waiting mails", this::sendAllDue);
                    } finally {
                        sending.set(false);
                    }
                });
            } catch (RuntimeException e) { // the container's queue is full
                sending.set(false);
                LOG.log(Level.WARNING, "Waiting mails could not be sent now", e);
            }
        }
    }

    private void sendAllDue() {
        var lease = settings.get(EmailSettings.ATTEMPT_TIMEOUT);
        for (var due = outbox.due(BATCH); !due.isEmpty(); due = outbox.due(BATCH)) {
            due.forEach(id -> outbox.take(id, lease).ifPresent(this::send));
        }
    }

    private void send(OutboxMessage taken) {
        try {
            var message = outbox.open(taken);
            if (!message.to().isEmpty()) {
                transport.send(message);
            }
            outbox.sent(taken);
        } catch (MailTransport.DeliveryException | IllegalStateException e) {
            var giveUp = taken.createdAt().plus(settings.get(EmailSettings.GIVE_UP_AFTER)).isBefore(clock.instant());
            var pause = pauseAfter(taken.attempts());
            outbox.failed(taken, String.valueOf(e.getMessage()), pause, giveUp);
            LOG.log(giveUp ? Level.ERROR : Level.WARNING, "Mail " + taken.id() + " could not be sent ("
                    + e.getMessage() + "); " + (giveUp ? "given up" : "the next attempt is in " + pause.toSeconds() + " s"));
        }
    }

    private Duration pauseAfter(int attempts) {
        var pause = settings.get(EmailSettings.RETRY_AFTER).multipliedBy(1L << Math.min(attempts - 1, 20));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
