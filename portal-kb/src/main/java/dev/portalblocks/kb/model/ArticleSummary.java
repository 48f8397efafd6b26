// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.portalblocks.core.model.LanguageTag;
import java.time.Instant;

/**
 * A published article in a list.
 *
 * @param id names it for good
 * @param language the language that is served
 * @param slug what it is called in addresses of that language
 * @param title its title in that language
 * @param publishedAt when its revision was published
 */
public record ArticleSummary(
        ArticleId id,
        LanguageTag language,
        String slug,
        String title,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant publishedAt) {}
