// SPDX-License-Identifier: Apache-2.0
/** What is searched and what is found. */
@NullMarked
package dev.portalblocks.search.model;

import org.jspecify.annotations.NullMarked;
