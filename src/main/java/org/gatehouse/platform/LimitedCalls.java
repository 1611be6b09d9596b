package org.gatehouse.platform;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts the calls of each client to each {@link RateLimited} route, by whatever way they come. */
@Singleton
public class LimitedCalls {

    private final RateLimit rateLimit;
    private final CurrentRequest request;

    @Inject
    LimitedCalls(RateLimit rateLimit, CurrentRequest request) {
        this.rateLimit = rateLimit;
        this.request = request;
    }

    /**
     * Counts a call that comes by another way than its route.
     *
     * @param route the resource method that answers the same call over its route
     * @throws ApiException 429 if there were too many
     */
    public void countAs(Method route) {
        if (route.isAnnotationPresent(RateLimited.class)) {
            count(route, Map.of()).ifPresent(this::refuseIfFull);
        }
    }

    /** Counts a call to the resource that was found and its parameters, however the caller spelt it (CVE-2023-38507). */
    Optional<RateLimitStore.Window> count(Method route, Map<String, List<String>> parameters) {
        return Optional.of(route.getDeclaringClass().getSimpleName() + "." + route.getName() + " "
                        + new TreeMap<>(parameters) + " " + AddressRange.ofOneClient(request.address()))
                .filter(bucket -> rateLimit.isOn()).map(rateLimit::countIn);
    }

    void refuseIfFull(RateLimitStore.Window window) {
        if (window.hits() > rateLimit.limit()) {
            throw rateLimit.refusal(window);
        }
    }
}
