// SPDX-License-Identifier: Apache-2.0
/** What happened: events, the lanes they belong to, and the log that they are read from. */
@NullMarked
package dev.portalblocks.core.event;

import org.jspecify.annotations.NullMarked;
