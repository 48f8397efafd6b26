// SPDX-License-Identifier: Apache-2.0
/** What editors write, in memory: what several blocks keep alike. */
@NullMarked
package dev.portalblocks.publishing.memory;

import org.jspecify.annotations.NullMarked;
