package org.gatehouse.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.logging.LogFactory;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Checks one password against its hash on all cores and does nothing else: no login can be faster. It runs in a JVM of
 * its own, with a hash that Gatehouse has stored, so that algorithm and parameters are those in use.
 */
final class HashAlone {

    private static final Duration GRACE = Duration.ofSeconds(60);
    private static final double NANOS_PER_SECOND = 1e9;

    private final String password;
    private final String hash;

    private HashAlone(String password, String hash) {
        this.password = password;
        this.hash = hash;
    }

    /** What this machine is capable of. */
    static HashRate measure(String password, String hash, int warmUp, int seconds) {
        String libraries = Jvm.classPathOf(
                HashAlone.class, Argon2PasswordEncoder.class, Argon2Parameters.class, LogFactory.class);
        ProcessBuilder command = new ProcessBuilder(Jvm.java(), "-Xmx512m", "-cp", libraries, HashAlone.class.getName(),
                password, hash, Integer.toString(warmUp), Integer.toString(seconds));
        try (Child jvm = Child.start(command)) {
            return HashRate.parse(jvm.output(GRACE.plusSeconds(warmUp + seconds)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Arguments: password, hash, seconds to warm up, seconds to measure. Prints the {@link HashRate}. */
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        HashAlone alone = new HashAlone(arguments[0], arguments[1]);
        alone.rate(Integer.parseInt(arguments[2]));
        HashRate rate = alone.rate(Integer.parseInt(arguments[3]));
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8).println(rate.line());
    }

    private HashRate rate(int seconds) throws InterruptedException, ExecutionException {
        int cores = Runtime.getRuntime().availableProcessors();
        long start = System.nanoTime();
        Duration busyBefore = cpuTime();
        double perSecond = perSecondOn(cores, seconds);
        double busy = cpuTime().minus(busyBefore).toNanos();
        return new HashRate(perSecond, busy / cores / (System.nanoTime() - start));
    }

    private double perSecondOn(int cores, int seconds) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(cores);
        try {
            Callable<Double> work = () -> perSecondOnOne(seconds);
            double sum = 0;
            for (Future<Double> rate : threads.invokeAll(Collections.nCopies(cores, work))) {
                sum += rate.get();
            }
            return sum;
        } finally {
            threads.shutdown();
        }
    }

    private double perSecondOnOne(int seconds) {
        Argon2PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
        long start = System.nanoTime();
        int count = 0;
        while (System.nanoTime() - start < seconds * NANOS_PER_SECOND) {
            if (!encoder.matches(password, hash)) {
                throw new IllegalStateException("The password does not belong to the hash");
            }
            count++;
        }
        return count * NANOS_PER_SECOND / (System.nanoTime() - start);
    }

    private static Duration cpuTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }
}
