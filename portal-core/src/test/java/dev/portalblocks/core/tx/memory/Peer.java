// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.tx.Tx;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

/** Another thread in a transaction of its own, which does step by step what the test says. */
final class Peer implements AutoCloseable {

    private static final class RollBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final BlockingQueue<Consumer<Tx>> steps = new LinkedBlockingQueue<>();
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
    private final Thread thread;
    private boolean leaving;

    private Peer(Function<Function<Tx, Boolean>, Boolean> transaction) {
        thread = new Thread(() -> {
            try {
                ended.complete(transaction.apply(this::work));
            } catch (RuntimeException | Error e) {
                ended.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    static Peer writing(Memory memory) {
        return new Peer(memory::write);
    }

    /** Returns when the reader has begun. */
    static Peer reading(Memory memory) {
        Peer peer = new Peer(memory::read);
        peer.does(tx -> true);
        return peer;
    }

    private boolean work(Tx tx) {
        while (!leaving) {
            try {
                steps.take().accept(tx);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return true;
    }

    /** Has a step begun, which may wait. */
    <R> CompletableFuture<R> begins(Function<Tx, R> step) {
        CompletableFuture<R> result = new CompletableFuture<>();
        steps.add(tx -> {
            try {
                result.complete(step.apply(tx));
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    /** Has a step done. */
    <R> R does(Function<Tx, R> step) {
        return result(begins(step));
    }

    static <R> R result(CompletableFuture<R> future) {
        try {
            return future.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("The step does not end", e);
        }
    }

    void interrupt() {
        thread.interrupt();
    }

    void commits() {
        steps.add(tx -> leaving = true);
        result(ended);
    }

    void rollsBack() {
        steps.add(tx -> {
            throw new RollBack();
        });
        try {
            result(ended);
        } catch (RollBack e) {
            return;
        }
        throw new AssertionError("It has ended before");
    }

    /** Ends it where the test has not, even where it waits. */
    @Override
    public void close() {
        thread.interrupt();
        ended.handle((committed, thrown) -> true).join();
    }

    /** Returns when so many transactions wait for locks. */
    static void awaitWaiting(Memory memory, int count) {
        while (memory.waiting() != count) {
            assertThat(Thread.currentThread().isInterrupted()).isFalse(); // by the time limit of the test
            Thread.onSpinWait();
        }
    }
}
