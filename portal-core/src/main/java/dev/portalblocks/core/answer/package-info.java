// SPDX-License-Identifier: Apache-2.0
/** How a block asks for answers to what somebody wrote, whoever knows them. */
@NullMarked
package dev.portalblocks.core.answer;

import org.jspecify.annotations.NullMarked;
