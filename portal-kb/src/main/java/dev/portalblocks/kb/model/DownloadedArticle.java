// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.portalblocks.core.model.LanguageTag;
import java.time.Instant;
import java.util.List;

/**
 * A published article as a reader takes it along: one version of it, in one language.
 *
 * @param id names it for good
 * @param language the language that is served
 * @param slug what it is called in addresses of that language
 * @param title one line
 * @param body CommonMark, as it was written
 * @param pictures those that the body shows, in its order, each once; what the article has beside them is left out
 * @param revision by which revision this text came, 1 for the first that was published
 * @param publishedAt since when this revision is shown
 * @param outdated whether the text that it was written in first was changed after this translation
 */
public record DownloadedArticle(
        ArticleId id,
        LanguageTag language,
        String slug,
        String title,
        String body,
        List<Asset> pictures,
        long revision,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant publishedAt,
        boolean outdated) {
    /** Copies the list; empty when JSON names none. */
    public DownloadedArticle {
        pictures = pictures == null ? List.of() : List.copyOf(pictures);
    }
}
