// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import dev.portalblocks.core.model.EventType;
import dev.portalblocks.core.operation.Operation;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a block brings to the portal, registered once when the block is created.
 *
 * @param block the block's name, {@code kb}
 * @param operations every public operation, with its permission
 * @param eventTypes every kind of event that it emits
 * @param tasks what has to happen later
 */
public record BlockContribution(
        String block, List<Operation> operations, List<EventType<?>> eventTypes, List<MaintenanceTask> tasks) {
    /** Copies the lists. */
    public BlockContribution {
        operations = List.copyOf(operations);
        eventTypes = List.copyOf(eventTypes);
        tasks = List.copyOf(tasks);
    }

    /** Returns the contribution of a block that has operations and nothing else. */
    public static BlockContribution of(String block, Operation... operations) {
        return new BlockContribution(block, List.of(operations), List.of(), List.of());
    }

    /** Returns this contribution with further operations. */
    public BlockContribution and(List<Operation> more) {
        List<Operation> all = Stream.concat(operations.stream(), more.stream()).toList();
        return new BlockContribution(block, all, eventTypes, tasks);
    }

    /** Returns this contribution with these kinds of events. */
    public BlockContribution emitting(EventType<?>... types) {
        return new BlockContribution(block, operations, List.of(types), tasks);
    }

    /** Returns this contribution with these tasks. */
    public BlockContribution maintainedBy(MaintenanceTask... work) {
        return new BlockContribution(block, operations, eventTypes, List.of(work));
    }
}
