// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.TenantZones;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.ArticleArchived;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleFinding;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleNarrowed;
import dev.portalblocks.kb.model.ArticlePublished;
import dev.portalblocks.kb.model.ArticleScheduled;
import dev.portalblocks.kb.model.ArticleState;
import dev.portalblocks.kb.model.CheckedArticle;
import dev.portalblocks.kb.model.ContentProblem;
import dev.portalblocks.kb.model.KeepArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.publishing.Publication;
import dev.portalblocks.publishing.Workflow;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.publishing.model.Schedule;
import dev.portalblocks.publishing.spi.StoredRevision;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How what readers see is changed, inside an operation that may: checked, kept, and told of. */
final class ArticlePublishing {
    private static final Workflow<ArticleContent> WORKFLOW = ArticleLife.WORKFLOW;

    private final KnowledgeStorage storage;
    private final ArticleWriting writing;
    private final ArticleAddresses addresses;
    private final TenantZones zones;
    private final boolean reviewed;
    private final Set<ContentProblem> refused;

    /** Publishes what is in review only, or any draft. */
    ArticlePublishing(
            KnowledgeStorage storage,
            ArticleWriting writing,
            TenantZones zones,
            boolean reviewed,
            Set<ContentProblem> refused) {
        this.storage = storage;
        this.writing = writing;
        this.addresses = new ArticleAddresses(storage);
        this.zones = zones;
        this.reviewed = reviewed;
        this.refused = Set.copyOf(refused);
    }

    /** Returns the article with a slug for each text that was published last. */
    StoredArticle named(OperationContext context, StoredArticle article) {
        return addresses.named(context, article);
    }

    /** Returns the article with these slugs, as far as they are free or its own. */
    StoredArticle called(OperationContext context, StoredArticle article, Map<LanguageTag, List<String>> slugs) {
        return addresses.called(context, article, slugs);
    }

    StoredArticle publish(OperationContext context, PublishArticle command) {
        StoredArticle article = writing.load(context, command.article(), command.expectedVersion());
        ArticleContent content = contentToPublish(context, article, command.languages());
        Publication<ArticleContent> publication = WORKFLOW.publication(
                content, command.languages(), command.from(), command.until(), zone(context), context.now());
        if (reviewed) {
            WORKFLOW.requireReview(article.parts(), publication.languages());
        }
        requirePlaces(context, article, publication);
        requireFit(context, article, publication);
        return publish(context, ArticleLife.placed(article, content), publication);
    }

    /** Publishes this; for imports as well. */
    StoredArticle publish(OperationContext context, StoredArticle article, Publication<ArticleContent> publication) {
        StoredArticle published = named(context, ArticleLife.published(article, publication, context.now()));
        save(context, article, published);
        recordPublished(context, published);
        return published;
    }

    /** Keeps what was published last, and tells of it: that it is shown, or planned to be. */
    void recordPublished(OperationContext context, StoredArticle article) {
        ObjectRef reference = ArticleWriting.reference(article.id());
        context.about(reference);
        Revision<ArticleContent> revision =
                Objects.requireNonNull(article.parts().published(), "it was published");
        if (!storage.revisions()
                .append(
                        context.tx(),
                        new StoredRevision<>(article.tenant(), article.id().value(), revision))) {
            throw new PortalException.Conflict("article.version-conflict");
        }
        if (revision.publishedAt().isAfter(context.now())) {
            reportPlan(context, article);
        } else {
            context.emit(ArticlePublished.TYPE, reference, new ArticlePublished(article.id(), revision.number()));
        }
    }

    StoredArticle archive(OperationContext context, ArchiveArticle command) {
        StoredArticle article = writing.load(context, command.article(), command.expectedVersion());
        Instant from = WORKFLOW.ending(command.at(), zone(context), context.now());
        if (article.state() == ArticleState.VANISHED && command.languages() == null && command.at() == null) {
            return takeAway(context, article, ArticleState.ARCHIVED);
        }
        StoredArticle archived = ArticleLife.withdrawn(article, command.languages(), from, context.now());
        if (article.state() != ArticleState.PUBLISHED || ArticleLife.isSame(article, archived, context.now())) {
            throw new PortalException.Conflict("article.not-published");
        }
        if (archived.state() == ArticleState.ARCHIVED) {
            return takeAway(context, article, ArticleState.ARCHIVED);
        }
        save(context, article, archived);
        reportPlan(context, archived);
        return archived;
    }

    /** Takes an article out of its readers' sight, into this state, and tells of it. */
    StoredArticle takeAway(OperationContext context, StoredArticle article, ArticleState away) {
        StoredArticle gone = article.next(away, article.parts().scheduled(Schedule.none()), context.now());
        writing.save(context, gone);
        context.emit(
                ArticleArchived.TYPE,
                ArticleWriting.reference(gone.id()),
                new ArticleArchived(gone.id(), gone.version()));
        return gone;
    }

    StoredArticle keep(OperationContext context, KeepArticle command) {
        StoredArticle article = writing.load(context, command.article(), command.expectedVersion());
        StoredArticle kept = ArticleLife.kept(article, command.languages(), context.now());
        if (article.state() != ArticleState.PUBLISHED || ArticleLife.isSame(article, kept, context.now())) {
            throw new PortalException.Conflict("article.nothing-planned");
        }
        save(context, article, kept);
        reportPlan(context, kept);
        return kept;
    }

    private void save(OperationContext context, StoredArticle before, StoredArticle after) {
        WORKFLOW.bounded(after.parts());
        writing.save(context, after);
        ArticleId id = after.id();
        if (ArticleLife.isNarrowed(before, after, context.now())) {
            context.emit(ArticleNarrowed.TYPE, ArticleWriting.reference(id), new ArticleNarrowed(id, before.version()));
        }
    }

    private static void reportPlan(OperationContext context, StoredArticle article) {
        context.emit(
                ArticleScheduled.TYPE,
                ArticleWriting.reference(article.id()),
                new ArticleScheduled(article.id(), article.version()));
    }

    private ArticleContent contentToPublish(
            OperationContext context, StoredArticle article, @Nullable Set<LanguageTag> languages) {
        ArticleContent newest =
                WORKFLOW.toPublish(article.parts(), article.state() == ArticleState.PUBLISHED, languages);
        return writing.requireReferences(context, newest, Set.copyOf(newest.categories()));
    }

    private ZoneId zone(OperationContext context) {
        return zones.of(context.actor().tenant());
    }

    private void requireFit(OperationContext context, StoredArticle article, Publication<ArticleContent> publication) {
        if (refused.isEmpty()) {
            return;
        }
        ArticleContent content =
                publication.content().only(publication.languages()).orElseThrow();
        List<ArticleFinding> findings = ContentCheck.of(
                        context, storage.articles(), Map.of(article.id(), List.of(content)))
                .checked(article.id())
                .findings()
                .stream()
                .filter(finding -> refused.contains(finding.problem()))
                .toList();
        if (!findings.isEmpty()) {
            throw new PortalException.Conflict("article.unfit", new CheckedArticle(article.id(), findings));
        }
    }

    private void requirePlaces(
            OperationContext context, StoredArticle article, Publication<ArticleContent> publication) {
        Revision<ArticleContent> published = article.parts().published();
        ArticleContent placed = published == null ? null : writing.inWhatIsThere(context, published.content());
        WORKFLOW.requirePlaces(article.parts(), publication, placed, context.now());
    }
}
