// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import java.util.List;

/**
 * What was found in an article.
 *
 * @param article which
 * @param findings language by language, in the order of the text; empty where nothing is wrong
 */
public record CheckedArticle(ArticleId article, List<ArticleFinding> findings) {
    /** Copies the list; empty when JSON names none. */
    public CheckedArticle {
        findings = findings == null ? List.of() : List.copyOf(findings);
    }
}
