// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.spi;

import dev.portalblocks.core.access.AccessLabel;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleState;
import dev.portalblocks.kb.model.Revision;
import dev.portalblocks.kb.model.SourceKey;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An article as it is stored.
 *
 * @param tenant whose portal
 * @param id names it for good
 * @param state where it stands
 * @param source where it was imported from; null if it was written here
 * @param parts what it says
 * @param version 1 for the first
 * @param changedAt when it was changed last
 */
public record StoredArticle(
        TenantId tenant,
        ArticleId id,
        ArticleState state,

        @NotPersonal("a path in an editorial tree") @Nullable
        SourceKey source,

        @NotPersonal("editorial text about products, not about persons")
        Parts parts,

        long version,
        Instant changedAt) {

    /**
     * The two sides of an article; at least one is there.
     *
     * @param draft what waits for publishing
     * @param published what was published last
     */
    public record Parts(
            @Nullable ArticleContent draft, @Nullable Revision published) {}

    /**
     * Returns whether an editor's scope covers the article: the tenant, the state, and the audiences of each side that is
     * there. An editor sees and changes both sides at once, so one of them beyond the scope puts the whole article beyond it.
     */
    public boolean isWithin(Scope scope) {
        AccessLabel label = AccessLabel.of(tenant).inState(state.label());
        ArticleContent draft = parts.draft();
        Revision published = parts.published();
        return scope.covers(label)
                && (draft == null || scope.covers(label.forAudiences(draft.audiences())))
                && (published == null
                        || scope.covers(label.forAudiences(published.content().audiences())));
    }

    /** Returns what a reader's scope decides by; empty when readers have nothing to see. */
    public Optional<AccessLabel> publishedLabel() {
        Revision published = parts.published();
        if (published == null || state != ArticleState.PUBLISHED) {
            return Optional.empty();
        }
        return Optional.of(AccessLabel.of(tenant)
                .inState(state.label())
                .forAudiences(published.content().audiences()));
    }

    /** Returns the next version of this article. */
    public StoredArticle next(ArticleState newState, Parts newParts, Instant now) {
        return new StoredArticle(tenant, id, newState, source, newParts, version + 1, now);
    }
}
