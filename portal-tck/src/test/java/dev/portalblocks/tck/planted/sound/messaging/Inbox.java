// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.sound.messaging;

import dev.portalblocks.tck.planted.sound.core.operation.Way;
import dev.portalblocks.tck.planted.sound.messaging.model.Choice;
import dev.portalblocks.tck.planted.sound.messaging.spi.MessageStore;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

public final class Inbox {
    private final Way way;
    private final MessageStore store;
    private final Clock clock;

    public Inbox(Way way, MessageStore store, Clock clock) {
        this.way = way;
        this.store = store;
        this.clock = clock;
    }

    public Instant now() {
        Supplier<Boolean> done = new Supplier<>() {
            @Override
            public Boolean get() {
                return way.go();
            }
        };
        return done.get() ? Instant.now(clock) : clock.instant();
    }

    public interface Listener {
        void on(Choice choice, MessageStore from);

        default void onNone() {
            on(null, store());
        }

        private MessageStore store() {
            throw new UnsupportedOperationException();
        }
    }

    public MessageStore store() {
        return store;
    }
}
