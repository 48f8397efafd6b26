// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.MaintenanceTask;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.Listing;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.core.operation.TenantWalk;
import dev.portalblocks.kb.model.CountViews;
import dev.portalblocks.kb.model.RecordView;
import dev.portalblocks.kb.model.ViewCount;
import dev.portalblocks.kb.model.ViewPeriod;
import dev.portalblocks.kb.model.ViewedArticle;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.StoredView;
import dev.portalblocks.kb.spi.StoredViewSecret;
import dev.portalblocks.kb.spi.ViewCountStore;
import dev.portalblocks.publishing.model.Revision;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How often articles are seen, without persons. A reader counts once for each revision of an article and day of the tenant, however often
 * and on however many nodes it is told.
 *
 * <p>What is kept of a reader is a key: the HMAC of who they are, of the article and of the revision, with a secret of the tenant's day. While
 * the secret is there, whoever has it can try whether a certain person saw a certain article (a pseudonym, GDPR Art. 4 no. 5). The task
 * {@code kb.views.keep}, each hour on any node, deletes the secret from an hour after the end of its day on, and puts numbers in the place
 * of the keys: then nobody can (recital 26). The audit has no entry of a view, and no event tells of one. What a device of the reader's has to keep for it is
 * the host's to decide, and may need consent (TDDDG § 25): the library keeps nothing there and reads nothing from it.
 *
 * <p>Thread-safe.
 */
public final class ArticleViews {
    /** To count days that are over, and to remove what is too old; programs have it. */
    public static final Permission KEEP = Permission.forStaff("kb.views.keep");

    private static final Operation RECORD = Operation.counting("kb.views.record", ArticleReading.PERMISSION);
    private static final Operation COUNT = Operation.reading("kb.views.count", KnowledgeEditor.EDIT);
    private static final Operation MOST = Operation.reading("kb.views.most", KnowledgeEditor.EDIT);
    private static final Operation COUNT_DAYS = Operation.writing("kb.views.keep", KEEP);

    static final List<Operation> OPERATIONS = List.of(RECORD, COUNT, MOST, COUNT_DAYS);

    /** What was begun before midnight, or on a node whose clock is behind, has its day's secret for so long. */
    private static final Duration GRACE = Duration.ofHours(1);

    private static final int BATCH = 1_000;

    private final Operations operations;
    private final KnowledgeStorage storage;
    private final ArticleReading reading;
    private final int keptDays;

    ArticleViews(Operations operations, KnowledgeStorage storage, ArticleReading reading, int keptDays) {
        this.operations = operations;
        this.storage = storage;
        this.reading = reading;
        this.keptDays = keptDays;
    }

    /**
     * Counts that a reader sees an article's published text. Who is signed in is known by their name, whomever they act for; a visitor by the
     * key that is handed over, and not counted without one; programs are not counted. Nobody learns whether they were counted before.
     *
     * @throws PortalException.NotFound {@code article.not-found} when it is not there, not published or not for them
     */
    public void record(Actor actor, RecordView command) {
        operations.perform(RECORD, actor, command, context -> {
            Revision<?> shown = reading.find(context, command.article()).revision();
            return ReaderKeys.reader(actor, command)
                    .map(reader -> isAdded(context, reader, command, shown))
                    .orElse(false);
        });
    }

    private boolean isAdded(OperationContext context, String reader, RecordView command, Revision<?> shown) {
        TenantId tenant = context.scope().tenant();
        LocalDate day = day(tenant, context.now());
        String secret = storage.views().secret(context.tx(), new StoredViewSecret(tenant, day, context.newSecret()));
        String key = ReaderKeys.key(secret, context.actor().kind(), reader, command, shown);
        return storage.views().add(context.tx(), new StoredView(tenant, key, command.article(), shown.number(), day));
    }

    /**
     * Returns how many readers saw an article, for each day and each revision that was seen, in the order of the days and then of the
     * revisions; today's up to now.
     *
     * @throws PortalException.NotFound {@code article.not-found} when it is not there, or beyond the editor's reach
     */
    public List<ViewCount> counts(Actor actor, CountViews command) {
        return operations.perform(COUNT, actor, command, context -> {
            if (storage.articles()
                    .find(context.tx(), context.scope(), command.article())
                    .isEmpty()) {
                throw new PortalException.NotFound("article");
            }
            return storage.viewCounts().count(context.tx(), context.scope(), command.article(), command.period());
        });
    }

    /**
     * Returns the articles within the editor's reach that were seen on these days, in every state, those seen most first. A reader of two
     * days, or of two revisions, counts twice. An article that is seen while the list is walked through may come twice, or not at all.
     */
    public Page<ViewedArticle> most(Actor actor, ViewPeriod period, PageRequest page) {
        Listing.Rows<ViewedArticle> rows = (context, after, limit) ->
                storage.viewCounts().most(context.tx(), context.scope(), period, after, limit);
        return operations.list(MOST, actor, new Listing<>(page, period, rows, ViewCountStore::place));
    }

    /**
     * Deletes the secrets of the days that are over since an hour, puts numbers in the place of up to 1,000 keys of such days, and removes up
     * to 1,000 numbers that are too old; returns whether there may be more. For programs.
     */
    public boolean keep(Actor actor) {
        return operations.perform(COUNT_DAYS, actor, BATCH, context -> {
            TenantId tenant = context.scope().tenant();
            int secrets = storage.views()
                    .dropSecrets(context.tx(), tenant, day(tenant, context.now().minus(GRACE)));
            int counted = count(context, tenant);
            int removed = storage.viewCounts()
                    .purge(context.tx(), tenant, day(tenant, context.now()).minusDays(keptDays), BATCH);
            if (secrets + counted + removed == 0) {
                context.unchanged();
            }
            return counted == BATCH || removed == BATCH;
        });
    }

    private int count(OperationContext context, TenantId tenant) {
        List<StoredView> ended = storage.views()
                .takeEnded(context.tx(), tenant, day(tenant, context.now().minus(GRACE)), BATCH);
        ViewSums.of(ended).forEach(count -> storage.viewCounts().add(context.tx(), count));
        return ended.size();
    }

    private LocalDate day(TenantId tenant, Instant moment) {
        return LocalDate.ofInstant(moment, operations.zones().of(tenant));
    }

    MaintenanceTask task() {
        return new MaintenanceTask("kb.views.keep", Duration.ofHours(1), this::keepAll);
    }

    private void keepAll() {
        Set<TenantId> kept = new HashSet<>();
        for (TenantWalk.Source source :
                List.<TenantWalk.Source>of(storage.views()::tenants, storage.viewCounts()::tenants)) {
            TenantWalk.over(storage.domain(), source).forEach(tenant -> {
                if (kept.add(tenant)) {
                    keepAllOf(tenant);
                }
            });
        }
    }

    private void keepAllOf(TenantId tenant) {
        Actor task = Actor.system(tenant, "kb-views");
        while (keep(task)) {
            // a batch is a transaction: what is left waits for the next
        }
    }
}
