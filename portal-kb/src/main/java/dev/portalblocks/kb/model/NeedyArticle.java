// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article that needs care.
 *
 * @param article which article
 * @param owner the login of who answers for it; null for nobody
 * @param reasons why, each once, in the order of {@link CareReason}
 */
public record NeedyArticle(ArticleId article, @Nullable String owner, List<CareReason> reasons) {
    /** Copies the list. */
    public NeedyArticle {
        reasons = List.copyOf(reasons);
    }
}
