package org.gatehouse.importing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ticks with everything that is read, and breaks off when more comes than can be meant. */
final class MeteredStream extends FilterInputStream {

    /** As much as is skipped without a tick. */
    private static final long STEP = 1 << 20;

    private final Runnable tick;
    private long left;

    MeteredStream(InputStream input, long most, Runnable tick) {
        super(input);
        this.tick = tick;
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        var read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var read = super.read(buffer, offset, length);
        count(read);
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        var skipped = super.skip(Math.min(bytes, STEP));
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long bytes) throws IOException {
        tick.run();
        left -= Math.max(bytes, 0);
        if (left < 0) {
            throw new IOException("it unpacks to far more than an export does");
        }
    }
}
