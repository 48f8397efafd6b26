// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.portalblocks.core.model.LanguageTag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a customer said of an article, as they see it themselves.
 *
 * @param article which article
 * @param revision about which of its revisions
 * @param language in which language they read it
 * @param helpful whether it helped
 * @param text what they added; null for nothing, also where editors removed it
 * @param givenAt when they said so last
 */
public record GivenFeedback(
        ArticleId article,
        long revision,
        LanguageTag language,
        boolean helpful,
        @Nullable String text,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant givenAt) {}
