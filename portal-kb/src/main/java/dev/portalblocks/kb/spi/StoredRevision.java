// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.spi;

import dev.portalblocks.core.access.AccessLabel;
import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.publishing.model.Revision;

/**
 * A revision as it is stored.
 *
 * @param tenant whose portal
 * @param article which article
 * @param revision what was published
 */
public record StoredRevision(
        TenantId tenant,
        ArticleId article,

        @NotPersonal("editorial text about products, not about persons")
        Revision<ArticleContent> revision) {
    /** Returns what an editor's scope decides by: for whom the revision was. It has no state. */
    public AccessLabel label() {
        return AccessLabel.of(tenant).forAudiences(revision.content().audiences());
    }
}
