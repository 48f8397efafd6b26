// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.Listing;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.FeedbackCount;
import dev.portalblocks.kb.model.FeedbackId;
import dev.portalblocks.kb.model.FeedbackText;
import dev.portalblocks.kb.model.GivenFeedback;
import dev.portalblocks.kb.model.RemoveFeedbackText;
import dev.portalblocks.kb.model.VoteOnArticle;
import dev.portalblocks.kb.model.WithdrawVote;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.PublishedArticle;
import dev.portalblocks.kb.spi.StoredVote;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.publishing.model.TextOrigin;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What readers say of articles: whether one helped, and why. Customers who are signed in have one vote for each revision of an article,
 * which they may change and take back; who acts for another gives the other's. Visitors, staff and programs have none.
 *
 * <p>Editors see counts and texts, not whose they are. All that a customer said can be listed and erased, by themselves, by staff with the
 * role {@code service} and by programs.
 *
 * <p>Nobody is told of a vote: it emits no event, so that those who vote on the same article wait for nobody. Thread-safe.
 */
public final class ArticleFeedback {
    /** To say whether an article helped: customers, of what they may read. */
    public static final Permission VOTE = Permission.forCustomers("kb.vote");
    /** To see and to erase what a customer said. */
    public static final Permission CARE = Permission.forOwners("kb.votes", "service");
    /** To read what readers wrote, and to remove it. */
    public static final Permission READ_TEXTS = Permission.forStaff("kb.feedback", "editor");

    private static final Operation GIVE = Operation.writing("kb.feedback.vote", VOTE);
    private static final Operation WITHDRAW = Operation.writing("kb.feedback.withdraw", VOTE);
    private static final Operation LIST_GIVEN = Operation.reading("kb.feedback.given", CARE);
    private static final Operation ERASE = Operation.writing("kb.feedback.erase", CARE);
    private static final Operation COUNT = Operation.reading("kb.feedback.count", KnowledgeEditor.EDIT);
    private static final Operation LIST_TEXTS = Operation.reading("kb.feedback.texts", READ_TEXTS);
    private static final Operation REMOVE_TEXT = Operation.writing("kb.feedback.remove-text", READ_TEXTS);

    static final List<Operation> OPERATIONS =
            List.of(GIVE, WITHDRAW, LIST_GIVEN, ERASE, COUNT, LIST_TEXTS, REMOVE_TEXT);

    private final Operations operations;
    private final KnowledgeStorage storage;
    private final Permission read;

    /** Lets vote on an article whoever has this permission on it. */
    ArticleFeedback(Operations operations, KnowledgeStorage storage, Permission read) {
        this.operations = operations;
        this.storage = storage;
        this.read = read;
    }

    /**
     * Says whether an article helped, in place of what the customer said of this revision before, text and all. To say the same again
     * changes nothing.
     *
     * @throws PortalException.NotFound {@code article.not-found} when it is not there, not published or not for them
     * @throws PortalException.InvalidInput {@code feedback.text-not-shown} for a language in which readers see no text now, and for a
     *     revision later than the text that they see
     */
    public GivenFeedback vote(Actor actor, VoteOnArticle command) {
        return operations.perform(GIVE, actor, command, context -> {
            CustomerId voter = voter(context);
            requireShown(context, command);
            context.about(ArticleWriting.reference(command.article()));
            StoredVote vote = stored(context, voter, command);
            Optional<StoredVote> before = storage.votes()
                    .find(context.tx(), context.scope(), voter, command.article(), command.revision())
                    .filter(vote::saysTheSameAs);
            if (before.isPresent()) {
                context.unchanged();
                return given(before.get());
            }
            storage.votes().put(context.tx(), vote);
            return given(vote);
        });
    }

    /**
     * Takes back what the customer said of a revision, whether or not they may still read the article.
     *
     * @return false when they had said nothing, which changes nothing
     */
    public boolean withdraw(Actor actor, WithdrawVote command) {
        return operations.perform(WITHDRAW, actor, command, context -> {
            boolean isGone = storage.votes()
                    .delete(context.tx(), context.scope(), voter(context), command.article(), command.revision());
            if (isGone) {
                context.about(ArticleWriting.reference(command.article()));
            } else {
                context.unchanged();
            }
            return isGone;
        });
    }

    /** Returns all that a customer said, in the order in which they did; empty for a customer beyond the actor's reach. */
    public Page<GivenFeedback> given(Actor actor, CustomerId customer, PageRequest page) {
        Listing.Rows<StoredVote> rows = (context, after, limit) ->
                storage.votes().listOf(context.tx(), context.scope(), customer, after, limit);
        return operations
                .list(LIST_GIVEN, actor, new Listing<>(page, customer, rows, ArticleFeedback::place))
                .map(ArticleFeedback::given);
    }

    /**
     * Erases all that a customer said: counts are as if they had never said it.
     *
     * @return how many votes there were; 0 for a customer beyond the actor's reach
     */
    public int erase(Actor actor, CustomerId customer) {
        return operations.perform(ERASE, actor, customer, context -> {
            int erased = storage.votes().deleteAllOf(context.tx(), context.scope(), customer);
            if (erased == 0) {
                context.unchanged();
            } else {
                context.about(ObjectRef.of(CustomerId.OBJECT_TYPE, customer), customer);
            }
            return erased;
        });
    }

    /**
     * Returns how many readers an article helped, for each revision and language of which somebody said so, the first revision first.
     *
     * @throws PortalException.NotFound {@code article.not-found} when it is not there, or beyond the editor's reach
     */
    public List<FeedbackCount> counts(Actor actor, ArticleId article) {
        return operations.perform(COUNT, actor, article, context -> {
            requireArticle(context, article);
            return storage.feedback().count(context.tx(), context.scope(), article);
        });
    }

    /** Returns what readers wrote about an article, or about all within the editor's reach (null), the latest first. */
    public Page<FeedbackText> texts(Actor actor, @Nullable ArticleId article, PageRequest page) {
        Listing.Rows<StoredVote> rows = (context, after, limit) ->
                storage.feedback().listTexts(context.tx(), context.scope(), article, after, limit);
        String query = article == null ? "" : article.toString();
        return operations
                .list(LIST_TEXTS, actor, new Listing<>(page, query, rows, ArticleFeedback::place))
                .map(ArticleFeedback::text);
    }

    /**
     * Removes what a reader wrote; that the article helped them, or did not, still counts.
     *
     * @throws PortalException.NotFound {@code feedback.not-found} when it is not there, when the reader wrote something else since, or
     *     beyond the editor's reach
     */
    public void removeText(Actor actor, RemoveFeedbackText command) {
        operations.perform(REMOVE_TEXT, actor, command, context -> {
            FeedbackId id = command.feedback();
            ArticleId article = storage.feedback()
                    .findText(context.tx(), context.scope(), id)
                    .filter(found -> storage.feedback().removeText(context.tx(), context.scope(), id))
                    .map(StoredVote::article)
                    .orElseThrow(() -> new PortalException.NotFound("feedback"));
            context.about(ArticleWriting.reference(article));
            return true;
        });
    }

    /** Whoever has the permission is a customer, or acts for one, unless a policy of the host's sees to less. */
    private static CustomerId voter(OperationContext context) {
        return context.findPrincipal()
                .filter(context.scope().customers()::admits)
                .orElseThrow(() -> new PortalException.AccessDenied(VOTE.name() + ".denied"));
    }

    /** A revision that is planned is none yet: whoever asks for it learns nothing but what they read. */
    private void requireShown(OperationContext context, VoteOnArticle command) {
        Revision<ArticleContent> shown = context.scopeOf(read)
                .flatMap(scope -> storage.published().find(context.tx(), scope, command.article(), context.now()))
                .map(PublishedArticle::revision)
                .orElseThrow(() -> new PortalException.NotFound("article"));
        TextOrigin origin = shown.origins().get(command.language());
        long latest = origin == null ? shown.number() : origin.revision();
        if (!shown.content().texts().containsKey(command.language()) || command.revision() > latest) {
            throw new PortalException.InvalidInput("feedback.text-not-shown");
        }
    }

    private void requireArticle(OperationContext context, ArticleId article) {
        if (storage.articles().find(context.tx(), context.scope(), article).isEmpty()) {
            throw new PortalException.NotFound("article");
        }
    }

    private static StoredVote stored(OperationContext context, CustomerId voter, VoteOnArticle command) {
        return new StoredVote(
                context.scope().tenant(),
                FeedbackId.of(context.newId()),
                command.article(),
                command.revision(),
                voter,
                command.language(),
                command.helpful(),
                command.text(),
                context.now());
    }

    private static Keyset place(StoredVote vote) {
        return Keyset.ofId(vote.id());
    }

    private static GivenFeedback given(StoredVote vote) {
        return new GivenFeedback(
                vote.article(), vote.revision(), vote.language(), vote.helpful(), vote.text(), vote.givenAt());
    }

    private static FeedbackText text(StoredVote vote) {
        String words = vote.text();
        return new FeedbackText(
                vote.id(),
                vote.article(),
                vote.revision(),
                vote.language(),
                vote.helpful(),
                words == null ? "" : words,
                vote.givenAt());
    }
}
