// SPDX-License-Identifier: Apache-2.0
/** Published articles as files that a reader takes along. */
@NullMarked
package dev.portalblocks.kb.download;

import org.jspecify.annotations.NullMarked;
