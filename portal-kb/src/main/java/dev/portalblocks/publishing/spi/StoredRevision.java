// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.publishing.spi;

import dev.portalblocks.core.access.AccessLabel;
import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.publishing.model.EditorialContent;
import dev.portalblocks.publishing.model.Revision;
import java.util.UUID;

/**
 * A revision as it is stored.
 *
 * @param <C> what editors write
 * @param tenant whose portal
 * @param object of what: the value of its id
 * @param revision what was published
 */
public record StoredRevision<C extends EditorialContent<C>>(
        TenantId tenant,
        @NotPersonal("names an editorial text") UUID object,

        @NotPersonal("editorial text about products, not about persons")
        Revision<C> revision) {
    /** Returns what an editor's scope decides by: for whom the revision was. It has no state. */
    public AccessLabel label() {
        return AccessLabel.of(tenant).forAudiences(revision.content().audiences());
    }
}
