// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TextPatterns;
import dev.portalblocks.core.operation.Listing;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleSettingsChanged;
import dev.portalblocks.kb.model.ArticleState;
import dev.portalblocks.kb.model.ImportArticle;
import dev.portalblocks.kb.model.ImportOutcome;
import dev.portalblocks.kb.model.ImportedArticle;
import dev.portalblocks.kb.model.SourceKey;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.publishing.spi.Parts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The knowledge base as imports use it: programs, and staff with the role {@code editor}. An article is found again by
 * the place that it came from, so that a second import of the same changes nothing.
 *
 * <p>Thread-safe.
 */
public final class KnowledgeIntake {
    /** To bring articles in and publish them. */
    public static final Permission IMPORT = Permission.forStaff("kb.import", "editor");

    private static final Operation PUT = Operation.writing("kb.import.put", IMPORT);
    private static final Operation WITHDRAW = Operation.writing("kb.import.withdraw", IMPORT);
    private static final Operation FIND = Operation.reading("kb.import.find", IMPORT);
    private static final Operation LIST = Operation.reading("kb.import.list", IMPORT);

    static final List<Operation> OPERATIONS = List.of(PUT, WITHDRAW, FIND, LIST);

    private final Operations operations;
    private final KnowledgeStorage storage;
    private final ArticleWriting writing;
    private final CategoryTree tree;
    private final ArticlePublishing publishing;

    KnowledgeIntake(
            Operations operations,
            KnowledgeStorage storage,
            ArticleWriting writing,
            CategoryTree tree,
            ArticlePublishing publishing) {
        this.operations = operations;
        this.storage = storage;
        this.writing = writing;
        this.tree = tree;
        this.publishing = publishing;
    }

    /**
     * Publishes what comes from a place: as a new article, as a new revision, or not at all when readers see just that
     * already. A draft that an editor keeps beside it stays. What had {@linkplain #withdraw vanished} is published again.
     *
     * <p>What an editor has archived stays archived. When its source says something new, that becomes the article's draft,
     * for an editor to publish; a draft that is there already stays as it is.
     *
     * <p>A slug that another article has or had stays that article's; this one is published all the same, under the name that it has, or one that
     * follows from its title.
     */
    public ImportOutcome put(Actor actor, ImportArticle command) {
        return operations.perform(PUT, actor, command, context -> {
            Optional<StoredArticle> known =
                    known(context, command).map(found -> writing.load(context, found.id(), null));
            if (known.isPresent() && isDrafted(known.get())) {
                writing.requireReferences(context, command.content().in(), Set.of());
                context.unchanged(); // so no category is made either
                return ImportOutcome.UNCHANGED;
            }
            ArticleContent content = placed(context, command);
            if (known.isPresent()) {
                return change(context, known.get(), content, command.slugs());
            }
            insert(context, command, content);
            return ImportOutcome.NEW;
        });
    }

    private Optional<StoredArticle> known(OperationContext context, ImportArticle command) {
        ArticleId id = command.id();
        return storage.articles()
                .findBySource(context.tx(), context.scope(), command.source())
                .or(() -> id == null ? Optional.empty() : storage.articles().find(context.tx(), context.scope(), id));
    }

    /**
     * Takes an article out of its readers' sight because its source is no longer there; {@link #put} brings it back.
     *
     * @throws PortalException.NotFound {@code article.not-found} when none came from this place
     * @throws PortalException.Conflict {@code article.not-published} when readers do not see it anyway
     */
    public void withdraw(Actor actor, SourceKey source) {
        operations.perform(WITHDRAW, actor, source, context -> {
            ArticleId id = storage.articles()
                    .findBySource(context.tx(), context.scope(), source)
                    .map(StoredArticle::id)
                    .orElseThrow(() -> new PortalException.NotFound("article"));
            StoredArticle article = writing.load(context, id, null);
            if (article.state() != ArticleState.PUBLISHED) {
                throw new PortalException.Conflict("article.not-published");
            }
            return publishing.takeAway(context, article, ArticleState.VANISHED);
        });
    }

    /** Returns the article that came from a place, if there is one. */
    public Optional<ImportedArticle> find(Actor actor, SourceKey source) {
        return operations.perform(
                FIND,
                actor,
                source,
                context -> storage.articles()
                        .findBySource(context.tx(), context.scope(), source)
                        .map(KnowledgeIntake::view));
    }

    /** Returns the articles of one import in the order of their paths; none for an import that brought none. */
    public Page<ImportedArticle> list(Actor actor, String source, PageRequest page) {
        Listing.Rows<StoredArticle> rows = (context, after, limit) -> TextPatterns.isStorable(source)
                ? storage.articles().listBySource(context.tx(), context.scope(), source, after, limit)
                : List.of();
        return operations
                .list(
                        LIST,
                        actor,
                        new Listing<>(
                                page,
                                source,
                                rows,
                                article -> Keyset.ofId(place(article).path())))
                .map(KnowledgeIntake::view);
    }

    private ArticleContent placed(OperationContext context, ImportArticle command) {
        ArticleContent content = command.content();
        ArticleContent placed = tree.leadingTo(context, command.categories(), content.language())
                .map(content::in)
                .orElse(content);
        return writing.requireReferences(context, placed, Set.copyOf(placed.categories()));
    }

    /** What an editor is about to change, out of readers' sight: it stays as it is, whatever its source says. */
    private static boolean isDrafted(StoredArticle article) {
        return article.state() == ArticleState.ARCHIVED && article.parts().draft() != null;
    }

    private ImportOutcome change(
            OperationContext context,
            StoredArticle article,
            ArticleContent content,
            Map<LanguageTag, List<String>> slugs) {
        if (article.state() == ArticleState.ARCHIVED) {
            return keepAway(context, article, content);
        }
        boolean isShown = ArticleLife.isShown(article, content, context.now());
        if (isShown) {
            return call(context, article, slugs);
        }
        publishing.publish(
                context,
                publishing.called(context, ArticleLife.written(article, content), slugs),
                ArticleLife.imported(article, content, context.now()));
        return ImportOutcome.CHANGED;
    }

    private ImportOutcome call(OperationContext context, StoredArticle article, Map<LanguageTag, List<String>> slugs) {
        int before = slugs.isEmpty() ? 0 : addresses(context, article);
        StoredArticle called = publishing.called(context, article, slugs);
        if (called.equals(article) && (slugs.isEmpty() || before == addresses(context, article))) {
            context.unchanged();
            return ImportOutcome.UNCHANGED;
        }
        StoredArticle next = called.next(called.state(), called.parts(), context.now());
        writing.save(context, next);
        context.emit(
                ArticleSettingsChanged.TYPE,
                ArticleWriting.reference(next.id()),
                new ArticleSettingsChanged(next.id(), next.version()));
        return ImportOutcome.CHANGED;
    }

    private int addresses(OperationContext context, StoredArticle article) {
        return storage.slugs().list(context.tx(), context.scope(), article.id()).size();
    }

    private ImportOutcome keepAway(OperationContext context, StoredArticle archived, ArticleContent content) {
        if (isPublished(archived, content)) {
            context.unchanged();
            return ImportOutcome.UNCHANGED;
        }
        StoredArticle drafted = ArticleLife.edited(archived, content, context.now());
        writing.save(context, drafted);
        writing.reportDraft(context, drafted);
        return ImportOutcome.CHANGED;
    }

    private static boolean isPublished(StoredArticle article, ArticleContent content) {
        return content.equals(published(article));
    }

    private static @Nullable ArticleContent published(StoredArticle article) {
        Revision<ArticleContent> published = article.parts().published();
        return published == null ? null : published.content();
    }

    private void insert(OperationContext context, ImportArticle command, ArticleContent content) {
        ArticleId wanted = command.id();
        StoredArticle article = new StoredArticle(
                context.actor().tenant(),
                wanted == null ? ArticleId.of(context.newId()) : wanted,
                ArticleState.PUBLISHED,
                command.source(),
                new Parts<>(null, Revision.of(1, content, context.now())),
                1,
                context.now());
        writing.requireReach(context, article);
        StoredArticle named = publishing.named(context, publishing.called(context, article, command.slugs()));
        if (!storage.articles().insert(context.tx(), named)) {
            throw new PortalException.Conflict("article.source-taken");
        }
        publishing.recordPublished(context, named);
    }

    private static SourceKey place(StoredArticle article) {
        return Objects.requireNonNull(article.source(), "an imported article knows its source");
    }

    private static ImportedArticle view(StoredArticle stored) {
        Revision<ArticleContent> published = stored.parts().published();
        return new ImportedArticle(
                stored.id(),
                place(stored),
                stored.state(),
                published == null ? List.of() : published.content().assets());
    }
}
