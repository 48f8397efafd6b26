// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published article as an export takes it out: all of it that readers see, in all languages.
 *
 * @param id names it for good
 * @param source where it was imported from; null if it was written here
 * @param content what readers see now
 * @param categories where it stands: the keys of each category, from the top, in the order of their texts
 * @param settings what is said of it beside its texts; of what is related only what is published, too
 */
public record ExportedArticle(
        ArticleId id,
        @Nullable SourceKey source,
        ArticleContent content,
        List<List<String>> categories,
        ArticleSettings settings) {
    /** Copies the lists. */
    public ExportedArticle {
        categories = categories.stream().map(List::copyOf).toList();
    }
}
