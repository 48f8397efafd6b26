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
 * @param checks what an operator's check looks at
 */
public record BlockContribution(
        String block,
        List<Operation> operations,
        List<EventType<?>> eventTypes,
        List<MaintenanceTask> tasks,
        List<HealthCheck> checks) {
    /** Copies the lists. */
    public BlockContribution {
        operations = List.copyOf(operations);
        eventTypes = List.copyOf(eventTypes);
        tasks = List.copyOf(tasks);
        checks = List.copyOf(checks);
    }

    /** Returns the contribution of a block that has operations and nothing else. */
    public static BlockContribution of(String block, Operation... operations) {
        return new BlockContribution(block, List.of(operations), List.of(), List.of(), List.of());
    }

    /** Returns this contribution with further operations. */
    public BlockContribution and(List<Operation> more) {
        List<Operation> all = Stream.concat(operations.stream(), more.stream()).toList();
        return new BlockContribution(block, all, eventTypes, tasks, checks);
    }

    /** Returns this contribution with these kinds of events. */
    public BlockContribution emitting(EventType<?>... types) {
        return new BlockContribution(block, operations, List.of(types), tasks, checks);
    }

    /** Returns this contribution with these tasks. */
    public BlockContribution maintainedBy(MaintenanceTask... work) {
        return new BlockContribution(block, operations, eventTypes, List.of(work), checks);
    }

    /** Returns this contribution with these checks. */
    public BlockContribution watchedBy(HealthCheck... watches) {
        return new BlockContribution(block, operations, eventTypes, tasks, List.of(watches));
    }
}
