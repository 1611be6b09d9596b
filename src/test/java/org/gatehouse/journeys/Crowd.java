package org.gatehouse.journeys;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.gatehouse.systems.Answer;

/** Many who do the same at the same moment. */
final class Crowd {

    private Crowd() {
    }

    /** Lets all of them start together and waits for all the answers. */
    static List<Answer> of(int size, IntFunction<Answer> act) {
        var threads = Executors.newFixedThreadPool(size);
        try {
            var allReady = new CountDownLatch(size);
            var answers = new ArrayList<Future<Answer>>();
            for (var i = 0; i < size; i++) {
                var number = i;
                answers.add(threads.submit(() -> {
                    allReady.countDown();
                    allReady.await();
                    return act.apply(number);
                }));
            }
            var all = new ArrayList<Answer>();
            for (var answer : answers) {
                all.add(answer.get());
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    static List<Answer> with(int status, List<Answer> answers) {
        return answers.stream().filter(answer -> answer.status() == status).toList();
    }
}
