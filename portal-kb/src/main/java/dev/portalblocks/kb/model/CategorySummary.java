// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import dev.portalblocks.core.model.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * A category as a reader sees it.
 *
 * @param id names it for good
 * @param parent the category that it stands in; null at the top
 * @param language the language of the name
 * @param name its name
 * @param articles how many articles in it, not counting those of its sub-categories, the reader may see
 */
public record CategorySummary(
        CategoryId id, @Nullable CategoryId parent, LanguageTag language, String name, int articles) {}
