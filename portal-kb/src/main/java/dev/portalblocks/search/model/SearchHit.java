// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.model;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import org.jspecify.annotations.Nullable;

/**
 * Something that was found.
 *
 * @param object what it is
 * @param language the language that the reader gets it in
 * @param title its title, with the words that matched
 * @param snippet the part of its text that fits best, with the words that matched
 * @param anchor the anchor of the section that the snippet's first match stands in, what a link to the object ends with
 *     behind the {@code #}; null where that is before the first heading, or nothing matches
 * @param score how well it fits; comparable within one search only
 */
public record SearchHit(
        ObjectRef object,
        LanguageTag language,
        Snippet title,
        Snippet snippet,
        @Nullable String anchor,
        double score) {}
