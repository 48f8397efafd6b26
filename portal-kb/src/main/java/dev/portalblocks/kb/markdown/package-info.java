// SPDX-License-Identifier: Apache-2.0
/** Reads a folder tree of Markdown files, as editors keep them, into articles that can be imported. */
@NullMarked
package dev.portalblocks.kb.markdown;

import org.jspecify.annotations.NullMarked;
