// SPDX-License-Identifier: Apache-2.0
/** The secure inbox: conversations between a customer and the company's teams. */
@NullMarked
package dev.portalblocks.messaging;

import org.jspecify.annotations.NullMarked;
