package org.gatehouse.settings;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.gatehouse.platform.Readiness;
import org.gatehouse.platform.Settings;
import org.gatehouse.platform.Starting;

/** Looks for settings that another node, or the operator, has changed. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class SettingsTimer {

    @Resource
    private TimerService timers;

    @Inject
    private Settings settings;

    @Inject
    private SettingsStore store;

    @Inject
    private Readiness readiness;

    public void start(@Observes @Priority(Starting.ROOMS) Starting event) {
        var interval = settings.get(StoredSettings.RELOAD_INTERVAL).toMillis();
        timers.createIntervalTimer(interval, interval, new TimerConfig(null, false));
    }

    @Timeout
    void reload() {
        readiness.whenReady("look for changed settings", store::reloadIfChanged);
    }
}
