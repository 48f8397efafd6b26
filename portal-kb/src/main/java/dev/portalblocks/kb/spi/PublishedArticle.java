// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.spi;

import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.Revision;
import dev.portalblocks.kb.model.Showing;

/**
 * What readers may see of an article at one moment.
 *
 * @param id names it for good
 * @param showing what is published, and from when until when it is
 */
public record PublishedArticle(
        ArticleId id,

        @NotPersonal("editorial text about products, not about persons")
        Showing showing) {
    /** Returns what is published. */
    public Revision revision() {
        return showing.revision();
    }
}
