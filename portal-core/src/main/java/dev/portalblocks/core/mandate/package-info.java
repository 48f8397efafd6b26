// SPDX-License-Identifier: Apache-2.0
/** Who may act for whom: mandates, where they are kept, and what is said when one is given or taken back. */
@NullMarked
package dev.portalblocks.core.mandate;

import org.jspecify.annotations.NullMarked;
