// SPDX-License-Identifier: Apache-2.0
/** Records, ids and commands of the inbox. */
@NullMarked
package dev.portalblocks.messaging.model;

import org.jspecify.annotations.NullMarked;
