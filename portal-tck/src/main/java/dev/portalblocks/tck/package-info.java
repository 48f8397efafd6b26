// SPDX-License-Identifier: Apache-2.0
/** What the contracts share: how a test names the promise it checks, and a second user for races. */
@NullMarked
package dev.portalblocks.tck;

import org.jspecify.annotations.NullMarked;
