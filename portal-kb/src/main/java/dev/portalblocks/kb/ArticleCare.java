// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

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
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleSettings;
import dev.portalblocks.kb.model.ArticleSettingsChanged;
import dev.portalblocks.kb.model.ArticleSlug;
import dev.portalblocks.kb.model.AssignArticle;
import dev.portalblocks.kb.model.EditedArticle;
import dev.portalblocks.kb.model.LanguageCoverage;
import dev.portalblocks.kb.model.RelateArticle;
import dev.portalblocks.kb.model.ReleaseSlug;
import dev.portalblocks.kb.model.RenameArticle;
import dev.portalblocks.kb.spi.ArticleCareStore;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.kb.spi.StoredSlug;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an article beside its texts: who answers for it, until when somebody has to look at it, what it is called in addresses
 * and what is shown beside it. All of it holds at once and needs no publishing.
 *
 * <p>An article is called by a slug in each language, from its first publishing on by its title. Another title leaves it; who renames the
 * article leaves the old name behind, which leads to it until it is {@linkplain #release released}. A name is one article's.
 *
 * <p>Refuses what {@link KnowledgeEditor} refuses, by the same codes. Thread-safe.
 */
public final class ArticleCare {
    private static final Operation ASSIGN = Operation.writing("kb.article.assign", KnowledgeEditor.PUBLISH);
    private static final Operation RELATE = Operation.writing("kb.article.relate", KnowledgeEditor.PUBLISH);
    private static final Operation RENAME = Operation.writing("kb.article.rename", KnowledgeEditor.PUBLISH);
    private static final Operation RELEASE = Operation.writing("kb.article.release-slug", KnowledgeEditor.PUBLISH);
    private static final Operation LIST_SLUGS = Operation.reading("kb.article.slugs", KnowledgeEditor.EDIT);
    private static final Operation LIST_OWNED = Operation.reading("kb.article.list-owned", KnowledgeEditor.EDIT);
    private static final Operation LIST_DUE = Operation.reading("kb.article.list-due", KnowledgeEditor.EDIT);

    private static final Operation COVERAGE = Operation.reading("kb.article.coverage", KnowledgeEditor.EDIT);
    private static final Operation LIST_UNTRANSLATED =
            Operation.reading("kb.article.list-untranslated", KnowledgeEditor.EDIT);

    static final List<Operation> OPERATIONS =
            List.of(ASSIGN, RELATE, RENAME, RELEASE, LIST_SLUGS, LIST_OWNED, LIST_DUE, COVERAGE, LIST_UNTRANSLATED);

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9998;
    private static final int MAX_OWNER = 100;

    private final Operations operations;
    private final KnowledgeStorage storage;
    private final ArticleWriting writing;
    private final ArticleAddresses addresses;

    ArticleCare(Operations operations, KnowledgeStorage storage, ArticleWriting writing, ArticleAddresses addresses) {
        this.operations = operations;
        this.storage = storage;
        this.writing = writing;
        this.addresses = addresses;
    }

    /**
     * Says who answers for an article, and until when somebody has to look at it; what was said before is replaced.
     *
     * @throws PortalException.InvalidInput {@code article.review-year} before the year 1 and after 9998
     */
    public EditedArticle assign(Actor actor, AssignArticle command) {
        LocalDate day = command.reviewBy();
        return operations.perform(ASSIGN, actor, command, context -> {
            if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
                throw new PortalException.InvalidInput("article.review-year");
            }
            StoredArticle article = writing.load(context, command.article(), command.expectedVersion());
            return save(context, article.with(article.settings().assigned(command.owner(), day)));
        });
    }

    /**
     * Says what is shown beside an article; what was said before is replaced. Articles that name each other are no mistake. What readers
     * may not see is left out for them.
     *
     * @throws PortalException.InvalidInput {@code article.related-to-itself}; {@code article.related-twice}; {@code article.related-unknown}
     *     for one that is not there, or beyond the editor's reach
     */
    public EditedArticle relate(Actor actor, RelateArticle command) {
        return operations.perform(RELATE, actor, command, context -> {
            StoredArticle article = writing.load(context, command.article(), command.expectedVersion());
            requireOthers(context, command);
            return save(context, article.with(article.settings().relatedTo(command.related())));
        });
    }

    private void requireOthers(OperationContext context, RelateArticle command) {
        Set<ArticleId> seen = new HashSet<>();
        for (ArticleId other : command.related()) {
            if (other.equals(command.article())) {
                throw new PortalException.InvalidInput("article.related-to-itself");
            }
            if (!seen.add(other)) {
                throw new PortalException.InvalidInput("article.related-twice");
            }
            if (storage.articles().find(context.tx(), context.scope(), other).isEmpty()) {
                throw new PortalException.InvalidInput("article.related-unknown");
            }
        }
    }

    /**
     * Gives an article another name in addresses of a language, also before it is published; it may have been its own before.
     *
     * @throws PortalException.Conflict {@code slug.taken} when another article is called so; {@code slug.leads-elsewhere} when another was
     *     called so before, and links to it would lead here
     */
    public EditedArticle rename(Actor actor, RenameArticle command) {
        return operations.perform(RENAME, actor, command, context -> {
            StoredArticle article = writing.load(context, command.article(), command.expectedVersion());
            return save(context, addresses.renamed(context, article, command.language(), command.slug()));
        });
    }

    /**
     * Lets go of a name that an article had before.
     *
     * @throws PortalException.NotFound {@code slug.not-found} when it never had the name
     * @throws PortalException.Conflict {@code slug.in-use} when it is called so now
     */
    public EditedArticle release(Actor actor, ReleaseSlug command) {
        return operations.perform(RELEASE, actor, command, context -> {
            StoredArticle article = writing.load(context, command.article(), command.expectedVersion());
            if (command.slug().equals(article.settings().slugs().get(command.language()))) {
                throw new PortalException.Conflict("slug.in-use");
            }
            boolean isGone = TextPatterns.isStorable(command.slug())
                    && storage.slugs()
                            .delete(context.tx(), context.scope(), article.id(), command.language(), command.slug());
            if (!isGone) {
                throw new PortalException.NotFound("slug");
            }
            return save(context, article);
        });
    }

    /** Returns what an article is and was called, those of a language together, the latest first. */
    public List<ArticleSlug> slugs(Actor actor, ArticleId article) {
        return operations.perform(LIST_SLUGS, actor, article, context -> {
            ArticleSettings settings = storage.articles()
                    .find(context.tx(), context.scope(), article)
                    .orElseThrow(() -> new PortalException.NotFound("article"))
                    .settings();
            return storage.slugs().list(context.tx(), context.scope(), article).stream()
                    .map(stored -> view(stored, settings))
                    .toList();
        });
    }

    /** Returns the articles of an owner in every state, in the order in which they were made; none for a login that can't be one. */
    public Page<EditedArticle> owned(Actor actor, String owner, PageRequest page) {
        Listing.Rows<StoredArticle> rows = (context, after, limit) -> isOwner(owner)
                ? storage.care().listOwned(context.tx(), context.scope(), owner, after, limit)
                : List.of();
        return operations
                .list(LIST_OWNED, actor, new Listing<>(page, owner, rows, article -> Keyset.ofId(article.id())))
                .map(article -> EditorViews.of(article, operations.clock().instant()));
    }

    /**
     * Returns the articles that somebody has to look at until this day or an earlier one, the earliest first: of one owner, or of all and
     * of nobody (null).
     */
    public Page<EditedArticle> due(Actor actor, LocalDate until, @Nullable String owner, PageRequest page) {
        Listing.Rows<StoredArticle> rows = (context, after, limit) -> owner == null || isOwner(owner)
                ? storage.care().listDue(context.tx(), context.scope(), storable(until), owner, after, limit)
                : List.of();
        List<String> query = owner == null ? List.of(until.toString()) : List.of(until.toString(), owner);
        return operations
                .list(LIST_DUE, actor, new Listing<>(page, query, rows, ArticleCareStore::place))
                .map(article -> EditorViews.of(article, operations.clock().instant()));
    }

    /**
     * Returns how far the articles within the editor's reach are translated, for each language that there is, in the order of the
     * languages. What counts is what readers see now, or will: a text that is taken away at a planned time counts until then, one that is
     * planned counts at once, drafts and what is archived do not count. A text is outdated where the last that readers see of the language is,
     * so that neither one that another is planned to follow counts, nor one that is only outdated by a draft.
     */
    public List<LanguageCoverage> coverage(Actor actor) {
        return operations.perform(
                COVERAGE,
                actor,
                "",
                context -> storage.care().countByLanguage(context.tx(), context.scope(), context.now()));
    }

    /**
     * Returns the articles that {@link #coverage} counts as missing or outdated in a language, in the order in which they were made: what
     * is left to translate. One whose translation is written and not published yet is among them; {@link EditedArticle#texts} says so.
     */
    public Page<EditedArticle> untranslated(Actor actor, LanguageTag language, PageRequest page) {
        Listing.Rows<StoredArticle> rows = (context, after, limit) ->
                storage.care().listUntranslated(context.tx(), context.scope(), language, context.now(), after, limit);
        return operations
                .list(
                        LIST_UNTRANSLATED,
                        actor,
                        new Listing<>(page, language, rows, article -> Keyset.ofId(article.id())))
                .map(article -> EditorViews.of(article, operations.clock().instant()));
    }

    private static boolean isOwner(String owner) {
        return TextPatterns.isStorable(owner) && owner.length() <= MAX_OWNER;
    }

    /** Days are kept as texts of four digits of a year, which sort as days do. */
    private static LocalDate storable(LocalDate until) {
        LocalDate first = LocalDate.of(FIRST_YEAR, 1, 1);
        LocalDate last = LocalDate.of(LAST_YEAR, 12, 31);
        return until.isBefore(first) ? first.minusDays(1) : until.isAfter(last) ? last : until;
    }

    private EditedArticle save(OperationContext context, StoredArticle changed) {
        StoredArticle next = changed.next(changed.state(), changed.parts(), context.now());
        writing.save(context, next);
        context.emit(
                ArticleSettingsChanged.TYPE,
                ArticleWriting.reference(next.id()),
                new ArticleSettingsChanged(next.id(), next.version()));
        return EditorViews.of(next, context.now());
    }

    private static ArticleSlug view(StoredSlug stored, ArticleSettings settings) {
        LanguageTag language = stored.language();
        boolean isCurrent = stored.slug().equals(settings.slugs().get(language));
        return new ArticleSlug(language, stored.slug(), isCurrent, stored.since());
    }
}
