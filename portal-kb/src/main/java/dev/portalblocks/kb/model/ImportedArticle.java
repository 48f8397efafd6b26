// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import java.util.List;

/**
 * An article that came from outside.
 *
 * @param id names it for good
 * @param source where it came from
 * @param state where it stands
 * @param assets the pictures and files of what was published last
 */
public record ImportedArticle(ArticleId id, SourceKey source, ArticleState state, List<Asset> assets) {
    /** Copies the list. */
    public ImportedArticle {
        assets = List.copyOf(assets);
    }
}
