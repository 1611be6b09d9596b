package org.gatehouse.platform;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * The one way in which Gatehouse calls other servers. Whatever such a server does, a call ends within
 * {@code gatehouse.http.timeout}: the connection is made and read by a thread of its own, of which no server can hold more
 * than {@code gatehouse.http.max-parallel}. Answers beyond {@code gatehouse.http.max-answer} are not read, redirects are
 * not followed, cookies are not kept, and {@link Destinations} decides which addresses may be reached at all.
 */
@Singleton
public class OutboundHttp {

    private final Settings settings;
    private final Clock clock;
    private final Destinations destinations;
    private final OutboundConnections connections;
    private final ExecutorService threads;
    private final Map<String, Bulkhead> bulkheads = new ConcurrentHashMap<>();

    @Inject
    OutboundHttp(Settings settings, Clock clock) {
        this(settings, clock, SystemDefaultDnsResolver.INSTANCE);
    }

    OutboundHttp(Settings settings, Clock clock, DnsResolver names) {
        this.settings = settings;
        this.clock = clock;
        this.destinations = new Destinations(settings, names);
        this.connections = new OutboundConnections(settings, destinations);
        this.threads = Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "gatehouse-http");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Calls another server.
     *
     * @param name    whose troubles are counted together, such as the name of a provider; one of few
     * @throws OutboundException if there is no answer
     */
    public OutboundResponse send(String name, OutboundRequest request) {
        destinations.check(request.url());
        var exchange = connections.prepare(request);
        var bulkhead = bulkheads.computeIfAbsent(name, any -> new Bulkhead(clock));
        if (!bulkhead.enter(settings.get(OutboundSettings.MAX_PARALLEL))) {
            throw new OutboundException(request.url().getHost() + " does not answer at the moment");
        }
        return await(request, exchange, threads.submit(() -> exchangeWithin(bulkhead, exchange)));
    }

    private OutboundResponse exchangeWithin(Bulkhead bulkhead, OutboundExchange exchange) throws IOException {
        try {
            var response = exchange.perform();
            bulkhead.answered();
            return response;
        } catch (IOException e) {
            bulkhead.failed();
            throw e;
        } finally {
            bulkhead.leave();
        }
    }

    private OutboundResponse await(OutboundRequest request, OutboundExchange exchange, Future<OutboundResponse> answer) {
        var host = request.url().getHost();
        try {
            return answer.get(timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            exchange.abort();
            throw new OutboundException(host + " did not answer in time", e);
        } catch (InterruptedException e) {
            exchange.abort();
            Thread.currentThread().interrupt();
            throw new OutboundException("The call of " + host + " was interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof OutboundException refused
                    ? new OutboundException(refused.getMessage(), refused)
                    : new OutboundException(host + " did not answer", e.getCause());
        }
    }

    private Duration timeout() {
        return settings.get(OutboundSettings.TIMEOUT);
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
        connections.close();
    }
}
