// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.Creation;
import dev.portalblocks.core.operation.Listing;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleState;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.model.CompareContents;
import dev.portalblocks.kb.model.ContentDifference;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.EditedArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.UploadAsset;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.publishing.model.Editing;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.publishing.spi.Parts;
import dev.portalblocks.publishing.spi.RevisionStore;
import dev.portalblocks.publishing.spi.StoredRevision;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The knowledge base as its editors use it: staff with the role {@code editor}, and programs; with the role
 * {@code author} whoever writes, and leaves it to others what is published.
 *
 * <p>An article's draft lives beside what is published: readers see nothing of it before it is published. An article
 * beyond the editor's reach is {@code article.not-found}; a version that is not the expected one is
 * {@code article.version-conflict}, which carries the {@link EditedArticle} that is there now; a command that breaks a rule is {@code command.invalid} with every field.
 *
 * <p>Thread-safe.
 */
public final class KnowledgeEditor {
    /** To write drafts and see everything. */
    public static final Permission EDIT = Permission.forStaff("kb.edit", "author", "editor");
    /** To decide what readers see. */
    public static final Permission PUBLISH = Permission.forStaff("kb.publish", "editor");

    private static final Operation CREATE = Operation.writing("kb.article.create", EDIT);
    private static final Operation CHANGE = Operation.writing("kb.article.edit", EDIT);
    private static final Operation FIND = Operation.reading("kb.article.find", EDIT);
    private static final Operation LIST = Operation.reading("kb.article.list-all", EDIT);
    private static final Operation LIST_REVISIONS = Operation.reading("kb.article.revisions", EDIT);
    private static final Operation COMPARE = Operation.reading("kb.article.compare", EDIT);
    private static final Operation MAKE_PUBLIC = Operation.writing("kb.article.publish", PUBLISH);
    private static final Operation ARCHIVE = Operation.writing("kb.article.archive", PUBLISH);
    private static final Operation UPLOAD = Operation.writing("kb.asset.upload", EDIT);

    static final List<Operation> OPERATIONS =
            List.of(CREATE, CHANGE, FIND, LIST, LIST_REVISIONS, COMPARE, MAKE_PUBLIC, ARCHIVE, UPLOAD);

    private final Operations operations;
    private final KnowledgeStorage storage;
    private final ArticleWriting writing;
    private final ArticlePublishing publishing;
    private final AssetUpload uploads;

    KnowledgeEditor(Portal portal, KnowledgeStorage storage, ArticleWriting writing, ArticlePublishing publishing) {
        this.operations = portal.operations();
        this.storage = storage;
        this.writing = writing;
        this.publishing = publishing;
        this.uploads = new AssetUpload(UPLOAD, portal.uploads(), portal.contents(), storage.assets());
    }

    /** Begins an article as a draft; with a key, once. */
    public EditedArticle create(Actor actor, CreateArticle command) {
        return operations.create(
                CREATE,
                actor,
                command,
                new Creation<>(
                        command.idempotencyKey(),
                        (context, id) -> insertDraft(context, id, command.content()),
                        (context, id) -> view(require(context, ArticleId.of(id)), context)));
    }

    /**
     * Replaces an article's draft, or begins one beside what is published. A category that the article stood in and that is gone since is
     * left out; any other that is not there is {@code category.not-found}.
     */
    public EditedArticle edit(Actor actor, EditArticle command) {
        return operations.perform(CHANGE, actor, command, context -> {
            StoredArticle article = writing.load(context, command.article(), command.expectedVersion());
            ArticleContent draft =
                    writing.requireReferences(context, command.content(), ArticleLife.categories(article));
            return writing.saveDraft(context, ArticleLife.edited(article, draft, context.now()));
        });
    }

    /** Returns an article with its draft and what is published. */
    public EditedArticle find(Actor actor, ArticleId article) {
        return operations.perform(FIND, actor, article, context -> view(require(context, article), context));
    }

    /** Returns all articles in every state, in the order in which they were made. */
    public Page<EditedArticle> list(Actor actor, PageRequest page) {
        Listing.Rows<StoredArticle> rows =
                (context, after, limit) -> storage.articles().list(context.tx(), context.scope(), after, limit);
        return operations
                .list(LIST, actor, new Listing<>(page, "", rows, article -> Keyset.ofId(article.id())))
                .map(article -> EditorViews.of(article, operations.clock().instant()));
    }

    /**
     * Returns what was published of an article, the latest first. Revisions for audiences beyond the editor's reach are left
     * out.
     */
    public Page<Revision<ArticleContent>> revisions(Actor actor, ArticleId article, PageRequest page) {
        Listing.Rows<StoredRevision<ArticleContent>> rows = (context, after, limit) -> {
            require(context, article);
            return storage.revisions().list(context.tx(), context.scope(), article.value(), after, limit);
        };
        return operations
                .list(
                        LIST_REVISIONS,
                        actor,
                        new Listing<>(
                                page,
                                article,
                                rows,
                                stored -> RevisionStore.place(stored.revision().number())))
                .map(StoredRevision::revision);
    }

    /**
     * Returns how two revisions of an article differ, or one and the draft: word by word, and in blocks of lines where more than 2,000
     * lines or words of both differ.
     *
     * @throws PortalException.NotFound {@code revision.not-found} when there is none of a number within the editor's reach; {@code
     *     draft.not-found} when there is no draft
     */
    public ContentDifference compare(Actor actor, CompareContents command) {
        return operations.perform(COMPARE, actor, command, context -> {
            StoredArticle article = require(context, command.article());
            return ContentDifferences.of(
                    content(context, article, command.first()), content(context, article, command.second()));
        });
    }

    private ArticleContent content(OperationContext context, StoredArticle article, @Nullable Long revision) {
        if (revision != null) {
            return writing.requireRevision(context, article.id(), revision);
        }
        ArticleContent draft = article.parts().draft();
        if (draft == null) {
            throw new PortalException.NotFound("draft");
        }
        return draft;
    }

    /**
     * Publishes an article's draft as its next revision, now or at a time, or brings an archived one back. What is said of a moment
     * holds from then on, also over what was planned for later. For whom it is, its categories and its tags are one for all times:
     * publishing now changes them for what is planned, too.
     *
     * @throws PortalException.Conflict {@code article.nothing-to-publish} when it is published and has no draft;
     *     {@code article.plan-moves-it} when something is shown or planned already and a plan brings other readers, categories or tags;
     *     {@code article.not-reviewed} when a text is not in review where that is {@linkplain KnowledgeBase.Builder#reviewed wanted};
     *     {@code article.unfit} when a text has a problem that is {@linkplain KnowledgeBase.Builder#refusing refused}, with the {@link
     *     dev.portalblocks.kb.model.CheckedArticle} that tells where
     * @throws PortalException.InvalidInput {@code article.language-without-text}; {@code schedule.ends-before-it-begins}; {@code schedule.year} before the
     *     year 1 and after 9998
     * @throws PortalException.LimitExceeded {@code article.too-many-showings} beyond 50 texts in a row; {@code article.too-many-times} when
     *     it would be taken away and shown again more than once
     */
    public EditedArticle publish(Actor actor, PublishArticle command) {
        return operations.perform(
                MAKE_PUBLIC, actor, command, context -> view(publishing.publish(context, command), context));
    }

    /**
     * Takes a published article out of its readers' sight, now or at a time, in all languages or some, or keeps one away that an import
     * no longer found. No import brings back what was taken away in all of them.
     *
     * @throws PortalException.Conflict {@code article.not-published} when readers would not see it anyway
     */
    public EditedArticle archive(Actor actor, ArchiveArticle command) {
        return operations.perform(
                ARCHIVE, actor, command, context -> view(publishing.archive(context, command), context));
    }

    /**
     * Takes a picture or a file in, for articles to link; reads the stream to its end and does not close it. Nothing is
     * held open while bytes flow; a call that fails leaves none.
     *
     * @throws PortalException.LimitExceeded {@code content.too-large} beyond {@link UploadAsset#MAX_BYTES}
     * @throws PortalException.ContentRejected {@code content.type-mismatch} when what is to be a picture is none
     */
    public Asset upload(Actor actor, UploadAsset command, InputStream bytes) {
        return uploads.upload(actor, command, bytes);
    }

    private EditedArticle insertDraft(OperationContext context, UUID id, ArticleContent content) {
        writing.requireReferences(context, content, Set.of());
        StoredArticle article = new StoredArticle(
                context.actor().tenant(),
                ArticleId.of(id),
                ArticleState.DRAFT,
                null,
                new Parts<>(content, null).drafted(content, Editing.none().wrote(null, content, 1)),
                1,
                context.now());
        writing.requireReach(context, article);
        if (!storage.articles().insert(context.tx(), article)) {
            throw new PortalException.Conflict("article.exists");
        }
        writing.reportDraft(context, article);
        return view(article, context);
    }

    private StoredArticle require(OperationContext context, ArticleId article) {
        return storage.articles()
                .find(context.tx(), context.scope(), article)
                .orElseThrow(() -> new PortalException.NotFound("article"));
    }

    private static EditedArticle view(StoredArticle stored, OperationContext context) {
        return EditorViews.of(stored, context.now());
    }
}
