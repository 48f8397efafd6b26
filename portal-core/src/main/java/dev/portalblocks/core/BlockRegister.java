// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.operation.Contents;
import dev.portalblocks.core.operation.EventTypes;
import dev.portalblocks.core.operation.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** What the blocks of a portal brought, each once. Thread-safe. */
final class BlockRegister {
    private final CopyOnWriteArrayList<BlockContribution> blocks = new CopyOnWriteArrayList<>();
    private final EventTypes eventTypes;

    BlockRegister(EventTypes eventTypes) {
        this.eventTypes = eventTypes;
    }

    void add(BlockContribution contribution) {
        synchronized (blocks) {
            if (blocks.stream().anyMatch(known -> known.block().equals(contribution.block()))) {
                throw new IllegalStateException("Block created twice on one portal: " + contribution.block());
            }
            eventTypes.register(contribution.eventTypes());
            blocks.add(contribution);
        }
    }

    List<BlockContribution> all() {
        return List.copyOf(blocks);
    }

    Stream<MaintenanceTask> tasks() {
        return blocks.stream().flatMap(block -> block.tasks().stream());
    }

    List<Permission> permissions() {
        Stream<Permission> theirs =
                blocks.stream().flatMap(block -> block.operations().stream().map(Operation::permission));
        return Stream.concat(Stream.of(Contents.READ), theirs)
                .distinct()
                .sorted(Comparator.comparing(Permission::name))
                .toList();
    }
}
