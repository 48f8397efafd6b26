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
import dev.portalblocks.kb.model.Revision;
import dev.portalblocks.kb.model.Schedule;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.kb.spi.StoredRevision;
import dev.portalblocks.publishing.WallClock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How what readers see is changed, inside an operation that may: checked, kept, and told of. */
final class ArticlePublishing {
    /** The most showings that an article has at a time, with those that are planned. */
    static final int MAX_SHOWINGS = 50;

    private static final int LAST_YEAR = 9_998; // one less than in instants, as a zone adds hours

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

    StoredArticle publish(OperationContext context, PublishArticle command) {
        StoredArticle article = writing.load(context, command.article(), command.expectedVersion());
        ArticleContent content = contentToPublish(context, article, command.languages());
        Publication publication = publication(context, command, content);
        requireReview(article, publication.languages());
        requirePlaces(context, article, publication);
        requireFit(context, article, publication);
        return publish(context, ArticleLife.placed(article, content), publication);
    }

    /** Publishes this; for imports as well. */
    StoredArticle publish(OperationContext context, StoredArticle article, Publication publication) {
        StoredArticle published = named(context, ArticleLife.published(article, publication, context.now()));
        save(context, article, published);
        recordPublished(context, published);
        return published;
    }

    /** Keeps what was published last, and tells of it: that it is shown, or planned to be. */
    void recordPublished(OperationContext context, StoredArticle article) {
        ObjectRef reference = ArticleWriting.reference(article.id());
        context.about(reference);
        Revision revision = Objects.requireNonNull(article.parts().published(), "it was published");
        if (!storage.revisions().append(context.tx(), new StoredRevision(article.tenant(), article.id(), revision))) {
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
        Instant from = command.at() == null ? context.now() : notPast(context, end(context, command.at()));
        if (article.state() == ArticleState.VANISHED && command.languages() == null && command.at() == null) {
            return takeAway(context, article, ArticleState.ARCHIVED);
        }
        StoredArticle archived = ArticleLife.withdrawn(article, command.languages(), from, context.now());
        if (article.state() != ArticleState.PUBLISHED || isSame(article, archived, context.now())) {
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
        if (article.state() != ArticleState.PUBLISHED || isSame(article, kept, context.now())) {
            throw new PortalException.Conflict("article.nothing-planned");
        }
        save(context, article, kept);
        reportPlan(context, kept);
        return kept;
    }

    private static boolean isSame(StoredArticle before, StoredArticle after, Instant now) {
        return ArticleLife.timeline(before).since(now).equals(ArticleLife.timeline(after));
    }

    private void save(OperationContext context, StoredArticle before, StoredArticle after) {
        if (after.parts().schedule().showings().size() > MAX_SHOWINGS) {
            throw new PortalException.LimitExceeded("article.too-many-showings", MAX_SHOWINGS);
        }
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
        ArticleContent draft = article.parts().draft();
        ArticleContent newest = ArticleLife.newest(article.parts());
        boolean isThere = draft != null || article.state() != ArticleState.PUBLISHED || languages != null;
        if (newest == null || !isThere) {
            throw new PortalException.Conflict("article.nothing-to-publish");
        }
        return writing.requireReferences(context, newest, Set.copyOf(newest.categories()));
    }

    private Publication publication(OperationContext context, PublishArticle command, ArticleContent content) {
        Set<LanguageTag> languages = command.languages();
        if (languages != null && !content.texts().keySet().containsAll(languages)) {
            throw new PortalException.InvalidInput("article.language-without-text");
        }
        Instant from = command.from() == null ? context.now() : notPast(context, begin(context, command.from()));
        Instant until = command.until() == null ? null : end(context, command.until());
        if (until != null && !until.isAfter(from)) {
            throw new PortalException.InvalidInput("schedule.ends-before-it-begins");
        }
        return languages == null
                ? new Publication(content, content.texts().keySet(), true, from, until)
                : new Publication(content, languages, false, from, until);
    }

    private Instant begin(OperationContext context, LocalDateTime time) {
        return clock(context).begin(micros(time));
    }

    private Instant end(OperationContext context, LocalDateTime time) {
        return clock(context).end(micros(time));
    }

    private static Instant notPast(OperationContext context, Instant wanted) {
        return wanted.isBefore(context.now()) ? context.now() : wanted;
    }

    private WallClock clock(OperationContext context) {
        return new WallClock(zones.of(context.actor().tenant()));
    }

    /** Databases keep no more than four digits of a year alike. */
    private static LocalDateTime micros(LocalDateTime time) {
        if (time.getYear() < 1 || time.getYear() > LAST_YEAR) {
            throw new PortalException.InvalidInput("schedule.year");
        }
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    private void requireReview(StoredArticle article, Set<LanguageTag> languages) {
        boolean isRead = languages.stream()
                .allMatch(language -> isUnchanged(article, language)
                        || article.parts().editing().isInReview(language));
        if (reviewed && !isRead) {
            throw new PortalException.Conflict("article.not-reviewed");
        }
    }

    private void requireFit(OperationContext context, StoredArticle article, Publication publication) {
        if (refused.isEmpty()) {
            return;
        }
        ArticleContent content =
                publication.content().only(publication.languages()).orElseThrow();
        List<ArticleFinding> findings =
                ContentCheck.of(context, storage.articles(), List.of(content)).findings(content).stream()
                        .filter(finding -> refused.contains(finding.problem()))
                        .toList();
        if (!findings.isEmpty()) {
            throw new PortalException.Conflict("article.unfit", new CheckedArticle(article.id(), findings));
        }
    }

    private static boolean isUnchanged(StoredArticle article, LanguageTag language) {
        ArticleContent draft = article.parts().draft();
        Revision published = article.parts().published();
        return published != null
                && (draft == null
                        || Objects.equals(
                                draft.texts().get(language),
                                published.content().texts().get(language)));
    }

    /** For whom and where an article stands holds at all times, so what is planned can't bring other readers. */
    private void requirePlaces(OperationContext context, StoredArticle article, Publication publication) {
        boolean isShown =
                !ArticleLife.timeline(article).since(context.now()).spans().isEmpty();
        Revision published = article.parts().published();
        if (publication.from().isAfter(context.now())
                && isShown
                && published != null
                && !publication.content().isPlacedLike(writing.inWhatIsThere(context, published.content()))) {
            throw new PortalException.Conflict("article.plan-moves-it");
        }
    }
}
