// SPDX-License-Identifier: Apache-2.0
/** What a measurement has to see of the search's own insides, to do the same by Lucene alone. */
@NullMarked
package dev.portalblocks.search.lucene;

import org.jspecify.annotations.NullMarked;
