// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.kb.model.Article;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleSummary;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.CategorySummary;
import dev.portalblocks.kb.model.ContentProblem;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.search.spi.SearchSource;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The knowledge base as its readers use it, and the entry to the block: editors work with {@link #editor()} and {@link #categoryEditor()}, imports with
 * {@link #intake()}, exports with {@link #export()}, a search finds articles through {@link #searchSource()}.
 *
 * <p>Everybody reads what is published for an audience that they belong to; what is not does not exist for them. A
 * reader's language falls back as {@link LanguageTag#fallbackTo} says, then to the language that the article was written
 * in; an article is never a mix.
 *
 * <p>Thread-safe.
 */
public final class KnowledgeBase {
    /** To read what is published. */
    public static final Permission READ = ArticleReading.PERMISSION;
    /** To read all that is published, for the search; programs have it. */
    public static final Permission INDEX = ArticleSource.INDEX;

    private final Operations operations;
    private final ArticleReading reading;
    private final ArticleLists lists;
    private final ArticleDownloads downloads;
    private final KnowledgeEditor editor;
    private final ArticleWorkflow workflow;
    private final ArticleCare care;
    private final ArticleChecks checks;
    private final ArticleFeedback feedback;
    private final ArticleViews views;
    private final ArticleHealth health;
    private final CategoryEditor categoryEditor;
    private final KnowledgeIntake intake;
    private final KnowledgeExport export;
    private final ArticleSource source;

    private KnowledgeBase(Builder builder) {
        Portal portal = builder.portal;
        KnowledgeStorage storage = builder.storage;
        this.operations = portal.operations();
        ReaderViews shown = new ReaderViews(portal.defaultLanguage());
        KnowledgeChanges changes = builder.caching.changes();
        this.reading = new ArticleReading(operations, storage.published(), shown, builder.caching, changes);
        this.lists = new ArticleLists(operations, storage, reading, shown);
        this.downloads = new ArticleDownloads(operations, reading, shown, portal.contents());
        CategoryTree tree = new CategoryTree(storage.categories(), changes);
        ArticleWriting writing = new ArticleWriting(storage, tree, changes);
        ArticlePublishing publishing =
                new ArticlePublishing(storage, writing, operations.zones(), builder.reviewed, builder.refused);
        this.editor = new KnowledgeEditor(portal, storage, writing, publishing);
        this.workflow = new ArticleWorkflow(operations, writing, publishing);
        this.checks = new ArticleChecks(operations, storage);
        this.feedback = new ArticleFeedback(operations, storage, READ);
        this.views = new ArticleViews(operations, storage, reading, builder.viewDays);
        this.health = new ArticleHealth(operations, storage.health());
        this.care = new ArticleCare(operations, storage, writing, new ArticleAddresses(storage));
        this.categoryEditor = new CategoryEditor(operations, tree);
        this.intake = new KnowledgeIntake(operations, storage, writing, tree, publishing);
        this.export = new KnowledgeExport(operations, storage, portal.contents());
        this.source = new ArticleSource(operations, storage.published(), READ);
    }

    /** Returns the knowledge base of this portal, kept in this storage. */
    public static KnowledgeBase of(Portal portal, KnowledgeStorage storage) {
        return builder(portal, storage).build();
    }

    /** Begins the knowledge base of this portal, kept in this storage. */
    public static Builder builder(Portal portal, KnowledgeStorage storage) {
        return new Builder(portal, storage);
    }

    /** Returns what editors work with. */
    public KnowledgeEditor editor() {
        return editor;
    }

    /** Returns how texts go from authors to editors and back. */
    public ArticleWorkflow workflow() {
        return workflow;
    }

    /** Returns what is said of articles beside their texts: owners, reviews, slugs, what is related. */
    public ArticleCare care() {
        return care;
    }

    /** Returns what looks articles over, before they are published and afterwards. */
    public ArticleChecks checks() {
        return checks;
    }

    /** Returns what readers say of articles, and what editors see of it. */
    public ArticleFeedback feedback() {
        return feedback;
    }

    /** Returns what counts how often articles are seen. */
    public ArticleViews views() {
        return views;
    }

    /** Returns which articles need care, and whose they are. */
    public ArticleHealth health() {
        return health;
    }

    /** Returns what editors shape the categories with. */
    public CategoryEditor categoryEditor() {
        return categoryEditor;
    }

    /** Returns what imports work with. */
    public KnowledgeIntake intake() {
        return intake;
    }

    /** Returns what readers take articles along with. */
    public ArticleDownloads downloads() {
        return downloads;
    }

    /** Returns what exports work with. */
    public KnowledgeExport export() {
        return export;
    }

    /** Returns what a search reads articles from. */
    public SearchSource searchSource() {
        return source;
    }

    /**
     * Returns a published article in the language that fits the reader best; null stands for the portal's default.
     *
     * @throws PortalException.NotFound {@code article.not-found} when it is not there, not published or not for them
     */
    public Article read(Actor actor, ArticleId article, @Nullable LanguageTag language) {
        return reading.read(actor, article, language);
    }

    /**
     * Returns the published article that is, or was, called so in addresses of this language, in the language that fits best. Where the
     * {@linkplain Article#slug slug} or the {@linkplain Article#language language} of what is returned is another, the address has moved: lead the
     * reader there.
     *
     * @throws PortalException.NotFound {@code article.not-found} when nothing was called so, or it is not published or not for them
     */
    public Article readBySlug(Actor actor, LanguageTag language, String slug) {
        return reading.readBySlug(actor, language, slug);
    }

    /**
     * Returns what editors show beside a published article, as far as it is published for this reader, in the editors' order.
     *
     * @throws PortalException.NotFound {@code article.not-found} as for {@link #read}
     */
    public List<ArticleSummary> related(Actor actor, ArticleId article, @Nullable LanguageTag language) {
        return lists.related(actor, article, language);
    }

    /** Returns the published articles of a category, or all of them (null), in the order in which they were made. */
    public Page<ArticleSummary> list(
            Actor actor, @Nullable CategoryId category, @Nullable LanguageTag language, PageRequest page) {
        return lists.list(actor, category, language, page);
    }

    /** Returns the categories in which the reader finds something, and those above them, parents first. */
    public List<CategorySummary> categories(Actor actor, @Nullable LanguageTag language) {
        return lists.categories(actor, language);
    }

    /**
     * Opens a picture or a file of a published article; the caller closes the stream.
     *
     * @throws PortalException.NotFound {@code article.not-found} as for {@link #read}; {@code asset.not-found} when the
     *     article has no such path
     */
    public InputStream openAsset(Actor actor, ArticleId article, String path) {
        return downloads.open(actor, article, path);
    }

    /** Collects what a knowledge base is built from. */
    public static final class Builder {
        private static final int LONGEST_VIEWS = 3_650;

        private final Portal portal;
        private final KnowledgeStorage storage;
        private boolean reviewed;
        private int viewDays = 400;
        private Caching caching = Caching.NONE;
        private Set<ContentProblem> refused =
                Set.of(ContentProblem.PICTURE_WITHOUT_ALTERNATIVE, ContentProblem.LINK_TO_NOTHING);

        private Builder(Portal portal, KnowledgeStorage storage) {
            this.portal = portal;
            this.storage = storage;
        }

        /** Lets editors publish only texts that were submitted for review and not changed since; else they publish any draft. */
        public Builder reviewed() {
            reviewed = true;
            return this;
        }

        /**
         * Lets nobody publish a text with one of these problems; by default pictures without a text and links to nothing. Imports are not
         * looked at: what they bring is in the {@linkplain ArticleChecks#report report}, as all is that readers see.
         */
        public Builder refusing(ContentProblem... problems) {
            refused = Set.of(problems);
            return this;
        }

        /**
         * Keeps the articles that were read last in memory, and asks the storage for none of them. The host vouches for it that nothing but
         * this portal changes an article or a category: no second node, no second portal, no statement of its own. A read that begins after
         * a change has returned sees it, and a plan holds from its first moment on. Where the database is set back behind its back, to a
         * backup or by a fail-over that loses commits, the application has to be started again.
         *
         * @param articles how many at most, from 1; each with its texts in all languages
         */
        public Builder cachedOnOneNode(int articles) {
            caching = caching.onOneNode(articles);
            return this;
        }

        /**
         * Keeps the articles that were read last in memory, and asks the storage each time by one query without texts whether they are still
         * so. Any node may change any article, and a database that is set back is seen.
         *
         * @param articles how many at most, from 1; each with its texts in all languages
         */
        public Builder cachedOnSeveralNodes(int articles) {
            caching = caching.onSeveralNodes(articles);
            return this;
        }

        /**
         * Keeps the numbers of how often articles were seen on a day for so many days, from 1 to 3,650; 400 by default, which is a year and a month.
         *
         * @throws IllegalArgumentException for any other number
         */
        public Builder viewsKeptFor(int days) {
            if (days < 1 || days > LONGEST_VIEWS) {
                throw new IllegalArgumentException("From 1 to 3650 days, not " + days);
            }
            viewDays = days;
            return this;
        }

        /**
         * Returns the knowledge base.
         *
         * @throws IllegalStateException where both kinds of cache are asked for, or one without Caffeine on the path
         */
        public KnowledgeBase build() {
            caching.requireOneKind();
            portal.requireDomain(storage.domain(), "kb");
            KnowledgeBase knowledge = new KnowledgeBase(this);
            portal.register(KnowledgeContribution.of().maintainedBy(knowledge.views.task()));
            return knowledge;
        }
    }
}
