// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call of a source, on a thread of its own, whose items another thread takes one by one. Who takes them may leave; the source
 * is stopped when it gives the next one, if it ever does.
 */
final class SourceCall {
    private static final Logger LOG = LoggerFactory.getLogger(SourceCall.class);
    private static final int AHEAD = 64;

    private final String type;
    private final BlockingQueue<SourceItem> items = new ArrayBlockingQueue<>(AHEAD);
    private volatile boolean abandoned;
    private boolean ended;

    /** Begins a call of the source of this type of objects. */
    SourceCall(String type) {
        this.type = type;
    }

    /** Stops a source that nobody listens to any more. */
    private static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** What a source is asked. */
    interface Question {
        /** Has the source give to the target. */
        void ask(Consumer<SourceItem> target);
    }

    /** Returns where the items come from. */
    BlockingQueue<SourceItem> items() {
        return items;
    }

    /** Asks the source, on this thread; whatever it throws is its own failure. */
    void run(Question question, Runnable whenEnded) {
        String failure = null;
        try {
            question.ask(this::give);
        } catch (Abandoned e) {
            failure = SourceItem.HANGS;
        } catch (RuntimeException | Error e) {
            logThrown(e);
            failure = SourceItem.THROWS;
        }
        end(whenEnded);
        if (!abandoned) {
            put(SourceItem.end(failure));
        }
    }

    /** Says of what kind it was: its message may tell of persons. */
    void logThrown(Throwable thrown) {
        LOG.warn("The search source of {} threw {}", type, thrown.getClass().getName());
    }

    /** Returns without waiting any more; runs this if the source has not come back. */
    synchronized void abandon(Runnable whenRunning) {
        abandoned = true;
        items.clear(); // where the source waits to give something, it goes on and finds out
        if (!ended) {
            whenRunning.run();
        }
    }

    private synchronized void end(Runnable whenEnded) {
        ended = true;
        whenEnded.run();
    }

    private void give(SourceItem item) {
        requireListener(); // a source that caught this once does not get to fill the queue
        put(item);
        requireListener();
    }

    private void requireListener() {
        if (abandoned) {
            throw new Abandoned();
        }
    }

    private void put(SourceItem item) {
        try {
            items.put(item);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The thread of a search source was interrupted", e);
        }
    }
}
