package org.gatehouse.platform;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A window of the rate limit that all nodes count in; the bucket's name is kept as SHA-256. */
@Entity
@Table(name = "gatehouse_rate_limit")
class RateLimitCounter {

    @Id
    private String bucket;

    private int hits;

    @Column(name = "ends_at")
    private Instant endsAt;

    protected RateLimitCounter() {
    }

    RateLimitCounter(String bucket, int hits, Instant endsAt) {
        this.bucket = bucket;
        this.hits = hits;
        this.endsAt = endsAt;
    }

    RateLimitStore.Window window() {
        return new RateLimitStore.Window(hits, endsAt);
    }
}
