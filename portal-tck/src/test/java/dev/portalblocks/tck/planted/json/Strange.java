// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.json;

import java.util.concurrent.atomic.AtomicInteger;

/** Holds what no sample is known of. */
public record Strange(AtomicInteger count) {}
