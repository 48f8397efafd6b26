// SPDX-License-Identifier: Apache-2.0
/** One customer asks and one agent answers. */
@NullMarked
package dev.portalblocks.footprints.messaging;

import org.jspecify.annotations.NullMarked;
