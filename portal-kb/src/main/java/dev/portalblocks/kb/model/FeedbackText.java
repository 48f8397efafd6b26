// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.portalblocks.core.model.LanguageTag;
import java.time.Instant;

/**
 * What some reader wrote about an article, as editors see it: not who wrote it.
 *
 * @param id names it as it was written
 * @param article which article
 * @param revision about which of its revisions
 * @param language in which language it was read
 * @param helpful whether it helped
 * @param text plain text, never HTML: escape it
 * @param givenAt when it was written
 */
public record FeedbackText(
        FeedbackId id,
        ArticleId article,
        long revision,
        LanguageTag language,
        boolean helpful,
        String text,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant givenAt) {}
