// SPDX-License-Identifier: Apache-2.0
/** Conversations, messages, notes, and the commands over them. */
@NullMarked
package dev.portalblocks.messaging.model;

import org.jspecify.annotations.NullMarked;
