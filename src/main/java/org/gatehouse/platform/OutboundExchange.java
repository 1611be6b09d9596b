package org.gatehouse.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;

/** One request and its answer. */
record OutboundExchange(HttpClient client, HttpUriRequestBase request, int mostBytes) {

    OutboundResponse perform() throws IOException {
        return client.execute(request, this::read);
    }

    /** Ends it from another thread, by closing the connection. */
    void abort() {
        request.cancel();
    }

    private OutboundResponse read(ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        var type = entity == null || entity.getContentType() == null ? "" : entity.getContentType();
        return new OutboundResponse(response.getCode(), type, entity == null ? "" : body(entity));
    }

    private String body(HttpEntity entity) throws IOException {
        try (var stream = entity.getContent()) {
            var bytes = stream.readNBytes(mostBytes + 1);
            if (bytes.length > mostBytes) {
                request.cancel(); // or the rest would be read to keep the connection
                throw new OutboundException(request.getAuthority().getHostName() + " answered with too much");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
