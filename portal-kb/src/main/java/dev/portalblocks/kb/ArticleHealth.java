// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TextPatterns;
import dev.portalblocks.core.operation.Listing;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.kb.model.AskForNeedy;
import dev.portalblocks.kb.model.HealthMeasures;
import dev.portalblocks.kb.model.NeedyArticle;
import dev.portalblocks.kb.model.OwnerHealth;
import dev.portalblocks.kb.spi.ArticleHealthStore;
import dev.portalblocks.kb.spi.HealthLimits;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * How the articles within an editor's reach are: which of them need care, why, and whose they are. What counts are articles of which readers
 * see something now, or will as it is planned; drafts and what is archived need none. No text is read for it.
 *
 * <p>Thread-safe.
 */
public final class ArticleHealth {
    private static final Operation OWNERS = Operation.reading("kb.health.owners", KnowledgeEditor.EDIT);
    private static final Operation NEEDY = Operation.reading("kb.health.needy", KnowledgeEditor.EDIT);

    static final List<Operation> OPERATIONS = List.of(OWNERS, NEEDY);

    private static final int MAX_OWNER = 100;

    private final Operations operations;
    private final ArticleHealthStore store;

    ArticleHealth(Operations operations, ArticleHealthStore store) {
        this.operations = operations;
        this.store = store;
    }

    /** Returns how the articles of each owner are, in the order of their logins, and at last those that nobody answers for. */
    public List<OwnerHealth> owners(Actor actor, HealthMeasures measures) {
        return operations.perform(
                OWNERS,
                actor,
                measures,
                context -> store.owners(context.tx(), context.scope(), limits(context, measures)));
    }

    /**
     * Returns the articles that need care, those with most reasons first, and of as many in the order in which they were made; none for a
     * login that can't be one. An article that gets better or worse while the list is walked through may come twice, or not at all.
     */
    public Page<NeedyArticle> needy(Actor actor, AskForNeedy question, PageRequest page) {
        Listing.Rows<NeedyArticle> rows = (context, after, limit) -> isOwner(question)
                ? store.needy(
                        context.tx(),
                        context.scope(),
                        limits(context, question.measures()),
                        question.owner(),
                        after,
                        limit)
                : List.of();
        return operations.list(NEEDY, actor, new Listing<>(page, question, rows, ArticleHealthStore::place));
    }

    private static boolean isOwner(AskForNeedy question) {
        String owner = question.owner();
        return owner == null || (TextPatterns.isStorable(owner) && owner.length() <= MAX_OWNER);
    }

    private HealthLimits limits(OperationContext context, HealthMeasures measures) {
        ZoneId zone = operations.zones().of(context.scope().tenant());
        LocalDate today = LocalDate.ofInstant(context.now(), zone);
        Integer days = measures.unseenDays();
        LocalDate unseen = days == null ? null : today.minusDays(days);
        return new HealthLimits(
                context.now(),
                today,
                context.now().minus(Duration.ofDays(measures.unchangedDays())),
                measures.helpfulPercent(),
                measures.votes(),
                unseen,
                unseen == null ? null : unseen.atStartOfDay(zone).toInstant());
    }
}
