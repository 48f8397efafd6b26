// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.model;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;

/**
 * Something that somebody may be typing the title of.
 *
 * @param object what it is
 * @param language the language that the reader gets it in
 * @param title its title, with the letters that were typed
 */
public record Suggestion(ObjectRef object, LanguageTag language, Snippet title) {}
