// SPDX-License-Identifier: Apache-2.0
/** Articles, categories, and the commands over them. */
@NullMarked
package dev.portalblocks.kb.model;

import org.jspecify.annotations.NullMarked;
