// SPDX-License-Identifier: Apache-2.0
/** The knowledge base: articles that editors write and publish, and readers find. */
@NullMarked
package dev.portalblocks.kb;

import org.jspecify.annotations.NullMarked;
