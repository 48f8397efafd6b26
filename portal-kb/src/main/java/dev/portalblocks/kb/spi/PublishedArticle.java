// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.spi;

import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.core.model.PersonalData;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleSettings;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.publishing.model.Showing;

/**
 * What readers may see of an article at one moment.
 *
 * @param id names it for good
 * @param showing what is published, and from when until when it is
 * @param settings what is said of it beside its texts; readers get the slugs and what is related
 */
public record PublishedArticle(
        ArticleId id,

        @NotPersonal("editorial text about products, not about persons")
        Showing<ArticleContent> showing,

        @PersonalData(category = PersonalData.Category.IDENTITY, purpose = "knowing who answers for an article")
        ArticleSettings settings) {
    /** Returns what is published. */
    public Revision<ArticleContent> revision() {
        return showing.revision();
    }
}
