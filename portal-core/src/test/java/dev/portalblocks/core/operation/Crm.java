// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.event.Delivery;
import dev.portalblocks.core.event.EventSubscriber;
import dev.portalblocks.core.event.RelayTerms;
import dev.portalblocks.core.model.ObjectRef;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** A subscriber that remembers what it took, and refuses lanes for as long as it is told to. */
final class Crm implements EventSubscriber {
    static final RelayTerms TERMS = RelayTerms.standard()
            .leasing(Duration.ofSeconds(30))
            .retrying(3, Duration.ofSeconds(10), Duration.ofSeconds(60));

    final List<Delivery> taken = Collections.synchronizedList(new ArrayList<>());
    final List<Delivery> refused = Collections.synchronizedList(new ArrayList<>());
    final Set<ObjectRef> refusing = ConcurrentHashMap.newKeySet();

    /** What happens when it takes an event. */
    volatile Act meanwhile = delivery -> {};

    interface Act {
        void on(Delivery delivery) throws Exception;
    }

    @Override
    public String name() {
        return "crm";
    }

    @Override
    public void receive(Delivery delivery) throws Exception {
        meanwhile.on(delivery);
        if (refusing.contains(delivery.event().lane())) {
            refused.add(delivery);
            throw new IOException("the CRM is down");
        }
        taken.add(delivery);
    }

    @Override
    public RelayTerms terms() {
        return TERMS;
    }

    /** Returns the numbers that it took of a lane, in the order in which they came. */
    List<Long> numbers(String lane) {
        ObjectRef name = ObjectRef.of("lane", lane);
        return taken.stream()
                .map(Delivery::event)
                .filter(event -> event.lane().equals(name))
                .map(event -> event.sequence())
                .toList();
    }

    Set<String> lanes() {
        Set<String> lanes = new TreeSet<>();
        taken.forEach(delivery -> lanes.add(delivery.event().lane().id()));
        return lanes;
    }
}
