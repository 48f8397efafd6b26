// SPDX-License-Identifier: Apache-2.0
/** The short answers: questions in sections, for readers, for editors and for the search. */
@NullMarked
package dev.portalblocks.faq;

import org.jspecify.annotations.NullMarked;
