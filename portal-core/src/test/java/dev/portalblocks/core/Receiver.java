// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import dev.portalblocks.core.event.Delivery;
import dev.portalblocks.core.event.EventSubscriber;
import dev.portalblocks.core.event.RelayTerms;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A subscriber that remembers what it took, and refuses the lanes that it is told to, once for all. */
final class Receiver implements EventSubscriber {
    final List<Delivery> taken = new ArrayList<>();
    final Set<String> refusing = ConcurrentHashMap.newKeySet();
    private final String name;

    Receiver(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public RelayTerms terms() {
        return RelayTerms.standard().retrying(1, Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    @Override
    public void receive(Delivery delivery) throws IOException {
        if (refusing.contains(delivery.event().lane().id())) {
            throw new IOException("refused");
        }
        taken.add(delivery);
    }

    /** Returns lane and number of each that it took. */
    List<String> places() {
        return taken.stream()
                .map(delivery ->
                        delivery.event().lane().id() + "/" + delivery.event().sequence())
                .toList();
    }
}
