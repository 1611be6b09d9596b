package org.gatehouse.systems;

import java.net.URI;
import java.nio.file.Path;

/** A Payara Micro server in a process of its own, on a loopback port that stays the same over restarts. */
public final class PayaraMicro {

    /** A server to be described and then started; its port is known from now on. */
    public static Builder builder() {
        return new Builder();
    }

    /** Describes a server before its first start. */
    public static final class Builder {

        /** Where it will answer. */
        public URI baseUri() {
            throw new UnsupportedOperationException();
        }

        /** Deploys a WAR; the context root is {@code /} or begins with a slash. */
        public Builder deploy(Path war, String contextRoot) {
            return this;
        }

        /** Sets a system property, which is a MicroProfile Config property too. */
        public Builder property(String name, String value) {
            return this;
        }

        public Builder database(Database database) {
            return this;
        }

        public Builder inbox(Inbox inbox) {
            return this;
        }

        /** Starts it and waits until it is ready. */
        public PayaraMicro start() {
            return new PayaraMicro();
        }
    }

    /** Starts it and waits until {@code /api/health/ready} answers 200. */
    public void start() {
        throw new UnsupportedOperationException();
    }

    /** Ends it as an operator does, letting it finish what it does. */
    public void stop() {
        throw new UnsupportedOperationException();
    }

    /** Ends it as a power cut does. */
    public void kill() {
        throw new UnsupportedOperationException();
    }

    public URI baseUri() {
        throw new UnsupportedOperationException();
    }

    public Path log() {
        throw new UnsupportedOperationException();
    }

    public long pid() {
        throw new UnsupportedOperationException();
    }
}
