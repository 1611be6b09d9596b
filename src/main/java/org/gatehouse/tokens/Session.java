package org.gatehouse.tokens;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One login that is kept alive by refresh tokens: a browser or a device somebody is signed in with. */
@Entity
@Table(name = "gatehouse_session")
public class Session {

    @Id
    private String id;

    private String subject;

    @Column(name = "device_id")
    private String deviceId;

    @Column(name = "device_name")
    private String deviceName;

    @Column(name = "login_at")
    private Instant loginAt;

    @Column(name = "last_active_at")
    private Instant lastActiveAt;

    @Column(name = "idle_at")
    private Instant idleAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected Session() {
    }

    Session(String id, String subject, Device device, Instant now, Duration longest) {
        this.id = id;
        this.subject = subject;
        this.deviceId = device.id().orElse(null);
        this.deviceName = device.name().orElse(null);
        this.loginAt = now;
        this.expiresAt = now.plus(longest);
    }

    public String id() {
        return id;
    }

    String subject() {
        return subject;
    }

    /** What the client calls the device; absent if it gave it no name. */
    public Optional<String> deviceId() {
        return Optional.ofNullable(deviceId);
    }

    /** What the browser said of itself, in words for people. */
    public Optional<String> deviceName() {
        return Optional.ofNullable(deviceName);
    }

    public Instant loginAt() {
        return loginAt;
    }

    public Instant lastActiveAt() {
        return lastActiveAt;
    }

    /** It was used, and may now rest for a while, though never beyond its end. */
    void used(Instant now, Duration idle) {
        lastActiveAt = now;
        idleAt = now.plus(idle).isBefore(expiresAt) ? now.plus(idle) : expiresAt;
    }

    boolean isOver(Instant now) {
        return !idleAt.isAfter(now);
    }
}
