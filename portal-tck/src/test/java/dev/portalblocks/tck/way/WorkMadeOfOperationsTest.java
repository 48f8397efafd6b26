// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.MaintenanceTask;
import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.content.StoredContent;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.core.operation.IdempotencyClaim;
import dev.portalblocks.kb.model.CreateCategory;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Imports and tasks change objects through operations only, as programs: whatever step fails, whole operations are
 * done and nothing else, and the next run brings the rest.
 */
class WorkMadeOfOperationsTest {
    private static final AtomicInteger POINTS = new AtomicInteger();
    private static final Invoker IMPORT = ImportInvokers.all().get(0);
    private Worlds worlds;

    @BeforeEach
    void compose() {
        worlds = new Worlds();
    }

    @AfterEach
    void close() {
        worlds.close();
    }

    @AfterAll
    static void count() {
        System.out.println("Faults planted in imports and tasks: " + POINTS);
    }

    @ParameterizedTest
    @EnumSource(names = {"STORAGE", "ERROR"})
    void aBrokenImportIsMadeOfWholeOperationsAndGoesOn(Fault fault) {
        boolean struck = true;
        for (int n = 1; struck; n++) {
            SampleWorld world = worlds.next();
            Actor importer = Actor.system(world.here, "import");
            Kept before = world.portal.kept();
            struck = isStruck(world, n, fault, () -> IMPORT.invoke(world.portal, importer, world.target));
            assertWholeImports(before, world.portal.kept(), fault + " at step " + n);
            assertThat(IMPORT.invoke(world.portal, importer, world.target)).isTrue();
            Kept after = world.portal.kept();
            assertWholeImports(before, after, "the run after " + fault + " at step " + n);
            assertThat(after.growthSince(before)).containsEntry("kb.article", ImportInvokers.ARTICLES);
        }
    }

    @Test
    void anImportThatIsRepeatedChangesNothing() {
        SampleWorld world = worlds.next();
        Actor importer = Actor.system(world.here, "import");
        IMPORT.invoke(world.portal, importer, world.target);
        Kept once = world.portal.kept();
        IMPORT.invoke(world.portal, importer, world.target);
        assertThat(world.portal.kept()).isEqualTo(once);
    }

    @ParameterizedTest
    @EnumSource
    void aBrokenTaskIsMadeOfWholeOperationsAndGoesOn(Fault fault) {
        SampleWorld world = worlds.next();
        for (MaintenanceTask task : world.portal.portal.maintenance()) {
            boolean struck = true;
            for (int n = 1; struck; n++) {
                giveWork(world, task.name() + n);
                Kept before = world.portal.kept();
                struck = isStruck(world, n, fault, task.work());
                String where = task.name() + " with " + fault + " at step " + n;
                assertWhole(task, before, world.portal.kept(), where);
                task.work().run();
                assertWhole(task, before, world.portal.kept(), where);
                assertThat(isDone(task, world)).as(where).isTrue();
            }
        }
    }

    /** Makes an event, a key that is old enough to be purged, and an upload that nobody goes on with, in both tenants. */
    private static void giveWork(SampleWorld world, String name) {
        for (TenantId tenant : world.portal.tenants()) {
            world.portal
                    .knowledge
                    .categoryEditor()
                    .create(
                            Actor.system(tenant, "program"),
                            new CreateCategory(null, name, LocalizedText.german(name), IdempotencyKey.of(name)));
            Leftovers.abandonedIn(world.portal, tenant);
            Learnings.in(world.portal, tenant);
            OldViews.in(world.portal, tenant);
        }
        world.portal.time.forward(Duration.ofDays(31));
    }

    private static boolean isDone(MaintenanceTask work, SampleWorld world) {
        return switch (work.name()) {
            case "core.idempotency.purge" ->
                world.portal.kept().rows("core.idempotency").findAny().isEmpty();
            case "search.follow" -> Invokers.of("search.find").invoke(world.portal, world.program(), world.target);
            case "search.learning.follow" -> true; // it reads, and what it has read waits in memory
            case "search.learning.keep" ->
                world.portal.kept().rows("search.trace").findAny().isEmpty();
            case "search.learning.purge" -> world.portal.learning.purge(world.program()) == 0;
            case "kb.views.keep" ->
                Stream.of("kb.view", "kb.view-secret", "kb.view-count")
                        .flatMap(world.portal.kept()::rows)
                        .noneMatch(row -> row.toString().contains("2020-01-01"));
            case "core.event.expire" -> !isAnythingToExpire(world);
            case "core.content.sweep" ->
                contents(world.portal.kept()).noneMatch(Leftovers.abandoned(world.here)::equals);
            case "core.content.reconcile" ->
                world.portal
                        .portal
                        .contentCare()
                        .check()
                        .compare(world.program())
                        .withoutRow()
                        .contains(Leftovers.stray(world.here));
            default -> throw new AssertionError("Say how to see that " + work.name() + " has done its work");
        };
    }

    /** An article, its place, its revision, its event and its entry: one does not come without the others. */
    private static void assertWholeImports(Kept before, Kept after, String where) {
        Map<String, Integer> growth = after.growthSince(before);
        int articles = growth.getOrDefault("kb.article", 0);
        int assets = growth.getOrDefault("kb.asset", 0);
        int categories = growth.getOrDefault("kb.category", 0);
        assertThat(growth.getOrDefault("kb.article-source", 0)).as(where).isEqualTo(articles);
        assertThat(growth.getOrDefault("kb.revision", 0)).as(where).isEqualTo(articles);
        assertThat(growth.getOrDefault("core.event", 0)).as(where).isEqualTo(articles + categories);
        assertThat(growth.getOrDefault("bytes", 0)).as(where).isEqualTo(assets);
        assertThat(done(before, after, where)).as(where).isEqualTo(articles + assets);
    }

    private static void assertWhole(MaintenanceTask task, Kept before, Kept after, String where) {
        switch (task.name()) {
            case "core.content.sweep" -> assertWholeSweeps(before, after, where);
            case "core.event.expire" -> assertWholeExpiries(before, after, where);
            case "core.content.reconcile", "search.learning.follow" -> assertNothingChanged(before, after, where);
            case "search.learning.keep" -> assertWholeTenants("search.trace", before, after, where);
            case "kb.views.keep" -> assertWholeTenants("kb.view", before, after, where);
            case "search.learning.purge" -> assertWholeTenants("search.query-count", before, after, where);
            default -> assertWholePurges(before, after, where);
        }
    }

    private static void assertNothingChanged(Kept before, Kept after, String where) {
        assertThat(after.withoutAudit()).as(where).isEqualTo(before.withoutAudit());
        assertThat(done(before, after, where)).as(where).isZero();
    }

    /** What a tenant has of it goes at once, and has its entry. */
    private static void assertWholeTenants(String table, Kept before, Kept after, String where) {
        Map<String, Long> left = rowsByTenant(table, after);
        long fewer = rowsByTenant(table, before).entrySet().stream()
                .filter(tenant -> left.getOrDefault(tenant.getKey(), 0L) < tenant.getValue())
                .count();
        assertThat((long) done(before, after, where)).as(where).isEqualTo(fewer);
    }

    private static Map<String, Long> rowsByTenant(String table, Kept kept) {
        return kept.rows(table)
                .collect(Collectors.groupingBy(
                        row -> ((Map.Entry<?, ?>) row).getKey().toString().replaceFirst(".*tenant=([^,\\]]+).*", "$1"),
                        Collectors.counting()));
    }

    /** A row goes behind its bytes, and the rows of a tenant go with one entry. */
    private static void assertWholeSweeps(Kept before, Kept after, String where) {
        Set<ContentRef> gone = contents(before).collect(Collectors.toCollection(HashSet::new));
        gone.removeAll(contents(after).toList());
        assertThat(done(before, after, where)).as(where).isEqualTo(gone.size());
        assertThat(after.rows("bytes").map(row -> ((Map.Entry<?, ?>) row).getValue()))
                .as(where)
                .noneMatch(gone::contains);
    }

    /** All that a tenant's subscribers have had goes at once, and has its entry. */
    private static void assertWholeExpiries(Kept before, Kept after, String where) {
        Map<Object, Long> left = eventsByTenant(after);
        long shorter = eventsByTenant(before).entrySet().stream()
                .filter(tenant -> left.getOrDefault(tenant.getKey(), 0L) < tenant.getValue())
                .count();
        assertThat((long) done(before, after, where)).as(where).isEqualTo(shorter);
    }

    private static Map<Object, Long> eventsByTenant(Kept kept) {
        return kept.rows("core.event")
                .collect(Collectors.groupingBy(row -> ((Map.Entry<?, ?>) row).getKey(), Collectors.counting()));
    }

    private static boolean isAnythingToExpire(SampleWorld world) {
        CoreStorage core = world.portal.core;
        return world.portal.memory.read(tx -> {
            LogPosition first =
                    core.events().read(tx, world.here, LogPosition.START, 1).upTo();
            return !first.equals(LogPosition.START)
                    && first.compareTo(core.subscriptions()
                                    .fedToAll(tx, world.here)
                                    .orElseThrow())
                            <= 0;
        });
    }

    private static Stream<ContentRef> contents(Kept kept) {
        return kept.rows("core.content").map(row -> ((StoredContent) ((Map.Entry<?, ?>) row).getValue()).ref());
    }

    /** Each purge clears a tenant of all its keys that are old enough, and has its entry. */
    private static void assertWholePurges(Kept before, Kept after, String where) {
        Set<TenantId> purged = tenantsWithKeys(before);
        purged.removeAll(tenantsWithKeys(after));
        assertThat(done(before, after, where)).as(where).isEqualTo(purged.size());
        assertThat(after.rows("core.idempotency")
                        .filter(row -> tenantsWithKeys(after).contains(tenant(row))))
                .as(where)
                .containsExactlyElementsOf(before.rows("core.idempotency")
                        .filter(row -> tenantsWithKeys(after).contains(tenant(row)))
                        .toList());
    }

    private static Set<TenantId> tenantsWithKeys(Kept kept) {
        return kept.rows("core.idempotency")
                .map(WorkMadeOfOperationsTest::tenant)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static TenantId tenant(Object row) {
        return ((IdempotencyClaim) ((Map.Entry<?, ?>) row).getValue()).tenant();
    }

    private static int done(Kept before, Kept after, String where) {
        assertThat(after.auditSince(before)).as(where).allMatch(entry -> entry.actorKind() == Actor.Kind.SYSTEM);
        return (int) after.auditSince(before).stream()
                .filter(entry -> entry.outcome() == AuditEntry.Outcome.DONE)
                .count();
    }

    /** Runs the work, has its n-th step fail, and returns whether there was one. */
    private static boolean isStruck(SampleWorld world, int n, Fault fault, Runnable work) {
        world.portal.steps.failAt(n, fault);
        try {
            work.run();
        } catch (RuntimeException | OutOfMemoryError e) {
            POINTS.incrementAndGet();
        } finally {
            world.portal.steps.stop();
        }
        return world.portal.steps.struck() != null;
    }
}
