package org.gatehouse.platform;

/**
 * What another server answered, whatever it was.
 *
 * @param contentType as the server calls it, which need not be true; empty if it did not say
 * @param body        read as UTF-8
 */
public record OutboundResponse(int status, String contentType, String body) {

    public boolean successful() {
        return status >= 200 && status < 300;
    }

    /** The body may hold secrets. */
    @Override
    public String toString() {
        return "OutboundResponse[status=" + status + ", contentType=" + contentType + "]";
    }
}
