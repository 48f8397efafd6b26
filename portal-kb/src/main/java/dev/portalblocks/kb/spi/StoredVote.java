// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.spi;

import dev.portalblocks.core.access.AccessLabel;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.core.model.PersonalData;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.FeedbackId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a customer said of a revision of an article.
 *
 * @param tenant whose portal
 * @param id names it as it was said
 * @param article which article
 * @param revision about which of its revisions
 * @param customer who said it
 * @param language in which language they read it
 * @param helpful whether it helped
 * @param text what they added; null for nothing
 * @param givenAt when
 */
public record StoredVote(
        TenantId tenant,
        FeedbackId id,
        ArticleId article,

        @NotPersonal("the number of a published text") long revision,

        CustomerId customer,

        @PersonalData(category = PersonalData.Category.USAGE, purpose = "knowing which text is meant")
        LanguageTag language,

        @PersonalData(category = PersonalData.Category.CONTENT, purpose = "better articles")
        boolean helpful,

        @PersonalData(category = PersonalData.Category.CONTENT, purpose = "better articles") @Nullable
        String text,

        Instant givenAt) {
    /** Returns what a customer's scope decides by. */
    public AccessLabel label() {
        return AccessLabel.of(tenant).ownedBy(customer);
    }

    /** Returns whether this says the same of the same text as another, whenever it was said. */
    public boolean saysTheSameAs(StoredVote other) {
        return equals(new StoredVote(
                other.tenant,
                id,
                other.article,
                other.revision,
                other.customer,
                other.language,
                other.helpful,
                other.text,
                givenAt));
    }
}
