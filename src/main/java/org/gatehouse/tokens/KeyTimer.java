package org.gatehouse.tokens;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.gatehouse.platform.Readiness;

/**
 * Looks after the signing keys. It fires on every node, so often because a key that somebody has deleted from the
 * database shall verify nothing any more.
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class KeyTimer {

    @Inject
    private Readiness readiness;

    @Inject
    private KeyRotation rotation;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void keepUp() {
        readiness.whenReady("look after the signing keys", rotation::keepUp);
    }
}
