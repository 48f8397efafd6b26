// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.spi;

import dev.portalblocks.core.access.AccessLabel;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.core.model.PersonalData;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleSettings;
import dev.portalblocks.kb.model.ArticleState;
import dev.portalblocks.kb.model.SourceKey;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.publishing.spi.Parts;
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
 * @param settings what is said of it beside its texts
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
        Parts<ArticleContent> parts,

        @PersonalData(category = PersonalData.Category.IDENTITY, purpose = "knowing who answers for an article")
        ArticleSettings settings,

        long version,
        Instant changedAt) {

    /** Takes an article without settings. */
    public StoredArticle(
            TenantId tenant,
            ArticleId id,
            ArticleState state,
            @Nullable SourceKey source,
            Parts<ArticleContent> parts,
            long version,
            Instant changedAt) {
        this(tenant, id, state, source, parts, ArticleSettings.none(), version, changedAt);
    }

    /**
     * Returns whether an editor's scope covers the article: the tenant, the state, and the audiences of each side that is
     * there. An editor sees and changes both sides at once, so one of them beyond the scope puts the whole article beyond it.
     */
    public boolean isWithin(Scope scope) {
        AccessLabel label = AccessLabel.of(tenant).inState(state.label());
        ArticleContent draft = parts.draft();
        Revision<ArticleContent> published = parts.published();
        return scope.covers(label)
                && (draft == null || scope.covers(label.forAudiences(draft.audiences())))
                && (published == null
                        || scope.covers(label.forAudiences(published.content().audiences())));
    }

    /** Returns what a reader's scope decides by; empty when readers have nothing to see. */
    public Optional<AccessLabel> publishedLabel() {
        Revision<ArticleContent> published = parts.published();
        if (published == null || state != ArticleState.PUBLISHED) {
            return Optional.empty();
        }
        return Optional.of(AccessLabel.of(tenant)
                .inState(state.label())
                .forAudiences(published.content().audiences()));
    }

    /**
     * Returns what readers may see at this moment; empty when that is nothing. A moment before the last change stands for that: a reader
     * who began before an editor was done, or whose clock is behind the editor's, sees what the editor did.
     */
    public Optional<PublishedArticle> shownAt(Instant moment) {
        return state == ArticleState.PUBLISHED
                ? parts.schedule()
                        .at(known(moment, changedAt))
                        .map(showing -> new PublishedArticle(id, showing, settings))
                : Optional.empty();
    }

    /** Returns the moment from which on an article's schedule tells what a reader of this moment sees. */
    public static Instant known(Instant moment, Instant changedAt) {
        return moment.isBefore(changedAt) ? changedAt : moment;
    }

    /** Returns the next version of this article. */
    public StoredArticle next(ArticleState newState, Parts<ArticleContent> newParts, Instant now) {
        return new StoredArticle(tenant, id, newState, source, newParts, settings, version + 1, now);
    }

    /** Returns this article, of the same version, with other settings. */
    public StoredArticle with(ArticleSettings newSettings) {
        return new StoredArticle(tenant, id, state, source, parts, newSettings, version, changedAt);
    }

    /** Returns this article, of the same version, that says something else. */
    public StoredArticle saying(Parts<ArticleContent> newParts) {
        return new StoredArticle(tenant, id, state, source, newParts, settings, version, changedAt);
    }
}
