// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import java.time.Duration;

/**
 * Work that has to happen later: the host's scheduler runs it about this often. It is idempotent and may run on several
 * nodes at once.
 *
 * @param name stable, {@code search.follow}
 * @param every how often it should run
 * @param work what to run
 */
public record MaintenanceTask(String name, Duration every, Runnable work) {}
