// SPDX-License-Identifier: Apache-2.0
/** What the editors learn of searches. */
@NullMarked
package dev.portalblocks.search.learning.model;

import org.jspecify.annotations.NullMarked;
