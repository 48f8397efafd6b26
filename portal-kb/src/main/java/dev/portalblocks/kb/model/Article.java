// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.portalblocks.core.model.LanguageTag;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A published article as a reader gets it: all of it in one language.
 *
 * @param id names it for good
 * @param language the language that is served
 * @param slug what it is called in addresses of that language; where it was asked for by another, the reader is to be led here
 * @param languages all that there are, the one that it was written in first
 * @param text title and body
 * @param categories where it stands
 * @param tags words that it is filed under
 * @param assets its pictures and files
 * @param revision by which revision this text came, 1 for the first that was published
 * @param publishedAt since when this revision is shown
 * @param outdated whether the text that it was written in first was changed after this translation
 */
public record Article(
        ArticleId id,
        LanguageTag language,
        String slug,
        List<LanguageTag> languages,
        ArticleText text,
        Set<CategoryId> categories,
        List<String> tags,
        List<Asset> assets,
        long revision,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant publishedAt,
        boolean outdated) {}
