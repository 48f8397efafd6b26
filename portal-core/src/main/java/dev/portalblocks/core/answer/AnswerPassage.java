// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.answer;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import org.jspecify.annotations.Nullable;

/**
 * A part of a text that answers what was asked.
 *
 * @param source what it is from
 * @param language the language that it is in
 * @param title the title of what it is from
 * @param text some sentences of it, plain text
 * @param anchor the anchor of the section in which its first word that fits stands, what a link to the source ends with behind
 *     the {@code #}; null before the first heading, and where the title alone fits
 * @param confidence how sure the source is that this answers: above 0, at most 1. Of two passages of one source the surer one
 *     answers more often; it is no probability
 */
public record AnswerPassage(
        ObjectRef source,
        LanguageTag language,
        String title,
        String text,
        @Nullable String anchor,
        double confidence) {}
