// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.json;

import java.time.Instant;

/** Leaves the form of its time to the mapper. */
public record Dated(Instant at) {}
