// SPDX-License-Identifier: Apache-2.0
/** When editors' texts are shown: what the knowledge base and the FAQ have in common of an editorial life. */
@NullMarked
package dev.portalblocks.publishing;

import org.jspecify.annotations.NullMarked;
