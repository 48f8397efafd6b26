// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.spi;

import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.Revision;

/**
 * What readers may see of an article.
 *
 * @param id names it for good
 * @param revision what is published
 */
public record PublishedArticle(
        ArticleId id,

        @NotPersonal("editorial text about products, not about persons")
        Revision revision) {}
