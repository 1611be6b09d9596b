package org.gatehouse.platform;

import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Whether the application has started completely. */
@Singleton
public class Readiness {

    private static final Logger LOG = System.getLogger(Readiness.class.getName());

    private volatile boolean ready;

    boolean isReady() {
        return ready;
    }

    void ready() {
        ready = true;
    }

    /**
     * Does work of a timer, once the application has started. A failure is logged and the work tried again at the next
     * tick: an exception that left the timer's method could end the timer.
     *
     * @param purpose what fails, to finish the sentence "Could not ..."
     */
    public void whenReady(String purpose, Runnable work) {
        if (!ready) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException e) {
            if (DatabaseFailure.isOutage(e)) {
                LOG.log(Level.WARNING, "Could not " + purpose + ", the database is away; trying again: " + e);
            } else {
                LOG.log(Level.ERROR, "Could not " + purpose + "; trying again", e);
            }
        }
    }
}
