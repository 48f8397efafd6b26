// SPDX-License-Identifier: Apache-2.0
/** Sections, entries, and the commands over them. */
@NullMarked
package dev.portalblocks.faq.model;

import org.jspecify.annotations.NullMarked;
