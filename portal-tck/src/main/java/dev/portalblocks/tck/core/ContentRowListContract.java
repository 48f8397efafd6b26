// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static dev.portalblocks.tck.core.ContentRows.ACME;
import static dev.portalblocks.tck.core.ContentRows.ERIKA;
import static dev.portalblocks.tck.core.ContentRows.NOON;
import static dev.portalblocks.tck.core.ContentRows.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.content.ContentCatalog;
import dev.portalblocks.core.content.ContentCatalog.Due;
import dev.portalblocks.core.content.ContentState;
import dev.portalblocks.core.content.StoredContent;
import dev.portalblocks.core.content.StoredContent.Facts;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Pages;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What {@link ContentCatalog} promises of many rows; part of {@link ContentCatalogContract}. */
@ContractOf(ContentCatalog.class)
public interface ContentRowListContract {
    /** Until when nothing may have happened: to staged ones until noon, to unused ones until a second before. */
    Due DUE = new Due(NOON, NOON.minusSeconds(1));

    /** Returns a store without rows and its domain; asked once, at the beginning of each test. */
    StoreFixture<ContentCatalog> fixture();

    /** To the microsecond, each state by its own instant. */
    @Test
    @Promise(7)
    default void rowsAreDueByStateUseAndTime() {
        StoreFixture<ContentCatalog> catalog = fixture();
        SplittableRandom random = Seed.random();
        Instant second = NOON.minusSeconds(1);
        StoredContent liveDue = ContentRows.in(ContentState.LIVE, 0, second, random);
        StoredContent stagedDue = ContentRows.in(ContentState.STAGED, 0, NOON, random);
        StoredContent dying = ContentRows.in(ContentState.DYING, 0, NOON.plusSeconds(100), random);
        StoredContent dyingOfUse = ContentRows.in(ContentState.DYING, 2, NOON.plusSeconds(101), random);
        List<StoredContent> due = List.of(liveDue, stagedDue, dying, dyingOfUse);
        List<StoredContent> others = List.of(
                ContentRows.in(ContentState.STAGED, 0, NOON.plus(1, ChronoUnit.MICROS), random),
                ContentRows.in(ContentState.LIVE, 0, second.plus(1, ChronoUnit.MICROS), random),
                ContentRows.in(ContentState.LIVE, 1, NOON.minusSeconds(1_000), random));
        others.forEach(row -> ContentRows.insert(catalog, row));
        due.forEach(row -> ContentRows.insert(catalog, row));

        assertThat(due(catalog, 100)).isEqualTo(due);
    }

    /** Each change can make a row due, or take it out. */
    @Test
    @Promise(7)
    default void whatIsDueFollowsEachChange() {
        StoreFixture<ContentCatalog> catalog = fixture();
        Instant old = NOON.minusSeconds(100);
        StoredContent staged = ContentRows.in(ContentState.STAGED, 0, old, Seed.random());
        StoredContent renewed = staged.touched(NOON.plusSeconds(1));
        StoredContent live = renewed.live(new Facts(ContentRows.BYTES, "text/plain"), old);
        StoredContent used = live.used(1, old);
        StoredContent released = used.used(0, old);
        ContentRows.insert(catalog, staged);
        assertThat(due(catalog, 10)).containsExactly(staged);
        ContentRows.update(catalog, renewed);
        assertThat(due(catalog, 10)).isEmpty();
        ContentRows.update(catalog, live);
        assertThat(due(catalog, 10)).containsExactly(live);
        ContentRows.update(catalog, used);
        assertThat(due(catalog, 10)).isEmpty();
        ContentRows.update(catalog, released);
        ContentRows.update(catalog, released.dying());
        assertThat(due(catalog, 10)).containsExactly(released.dying());
        catalog.change((tx, store) -> store.delete(tx, ACME, staged.ref()));
        assertThat(due(catalog, 10)).isEmpty();
    }

    /** The longest untouched first, so that nobody waits for ever. */
    @Test
    @Promise(7)
    default void theOldestAreDueFirst() {
        StoreFixture<ContentCatalog> catalog = fixture();
        SplittableRandom random = Seed.random();
        List<StoredContent> rows = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Instant at = NOON.minusSeconds(10 + random.nextInt(1_000_000));
            rows.add(ContentRows.in(ContentRows.STATES.get(random.nextInt(3)), 0, at, random));
        }
        rows.forEach(row -> ContentRows.insert(catalog, row));
        rows.sort(Comparator.comparing(StoredContent::touchedAt));

        for (int limit : new int[] {1, 7, 19, 20, 100}) {
            assertThat(due(catalog, limit)).isEqualTo(rows.subList(0, Math.min(limit, 20)));
        }
    }

    /** The text of a UUID does not sort like its two signed numbers. */
    @Test
    @Promise(8)
    default void rowsAreInTheOrderOfTheirReferencesInPagesOfAnySize() {
        StoreFixture<ContentCatalog> catalog = fixture();
        SplittableRandom random = Seed.random();
        List<StoredContent> rows = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            rows.add(ContentRows.in(ContentRows.STATES.get(i % 3), i % 2, NOON, random));
        }
        rows.forEach(row -> ContentRows.insert(catalog, row));
        rows.sort(Comparator.comparing(row -> row.ref().toString()));

        for (int limit : new int[] {1, 2, 22, 23, 24, 1_000}) {
            assertThat(walk(catalog, limit)).as("pages of %d", limit).isEqualTo(rows);
        }
        ContentRef between = ContentRef.of(Seed.uuid(random));
        assertThat(catalog.<List<StoredContent>>read((tx, store) -> store.list(tx, ACME, between, 100)))
                .isEqualTo(rows.stream()
                        .filter(row -> row.ref().toString().compareTo(between.toString()) > 0)
                        .toList());
    }

    /** Each once, however many rows it has, and none that has no row any more. */
    @Test
    @Promise(9)
    default void tenantsAreThoseThatHaveARow() {
        StoreFixture<ContentCatalog> catalog = fixture();
        SplittableRandom random = Seed.random();
        List<TenantId> tenants = List.of("a", "acme", "b", "globex", "z9").stream()
                .map(TenantId::of)
                .toList();
        for (TenantId tenant : tenants) {
            for (int i = 0; i < 3; i++) {
                ContentRows.insert(catalog, ContentRows.staged(tenant, ERIKA, random));
            }
        }
        StoredContent gone = ContentRows.staged(TenantId.of("gone"), ERIKA, random);
        ContentRows.insert(catalog, gone);
        catalog.change((tx, store) -> store.delete(tx, gone.tenant(), gone.ref()));

        for (int limit : new int[] {1, 2, 5, 100}) {
            assertThat(Pages.walk(
                            limit,
                            (after, most) -> catalog.read(
                                    (tx, store) -> store.tenants(tx, after == null ? "" : after.id(), most)),
                            tenant -> Keyset.ofId(tenant.value())))
                    .isEqualTo(tenants);
        }
    }

    /** Whatever their names look like, under one and the same reference. */
    @Test
    @Promise(10)
    default void tenantsNeverMeet() {
        StoreFixture<ContentCatalog> catalog = fixture();
        ContentRef ref = ContentRef.of(new UUID(Seed.value(), 1));
        List<StoredContent> rows = Awkward.identifiers().stream()
                .map(name -> StoredContent.staged(TenantId.of(name), ref, ERIKA, NOON))
                .toList();
        rows.forEach(row ->
                assertThat(ContentRows.insert(catalog, row)).as("%s", row).isTrue());
        for (StoredContent row : rows) {
            assertThat(ContentRows.find(catalog, row)).contains(row);
            assertThat(ContentRows.list(catalog, row.tenant())).containsExactly(row);
            assertThat(ContentRows.update(catalog, row.dying())).as("%s", row).isTrue();
        }
        rows.forEach(row -> assertThat(catalog.<Boolean>write((tx, store) -> store.delete(tx, row.tenant(), ref)))
                .as("%s", row)
                .isTrue());
        assertThat(ContentRows.list(catalog, OTHER)).isEmpty();
    }

    /** Nothing that was added, changed or removed. */
    @Test
    @Promise(11)
    default void aRolledBackTransactionLeavesNothing() {
        StoreFixture<ContentCatalog> catalog = fixture();
        SplittableRandom random = Seed.random();
        StoredContent changed = ContentRows.live(random);
        StoredContent removed = ContentRows.in(ContentState.DYING, 0, NOON, random);
        ContentRows.insert(catalog, changed);
        ContentRows.insert(catalog, removed);
        List<StoredContent> before = ContentRows.list(catalog, ACME);
        catalog.rollBack((tx, store) -> {
            store.insert(tx, ContentRows.staged(random));
            store.update(tx, changed.dying());
            store.delete(tx, ACME, removed.ref());
        });

        assertThat(ContentRows.list(catalog, ACME)).isEqualTo(before);
        assertThat(ContentRows.findEqual(catalog, ERIKA, new Facts(changed.bytes(), changed.mediaType())))
                .contains(changed);
        assertThat(due(catalog, 10)).containsExactly(removed);
    }

    private static List<StoredContent> due(StoreFixture<ContentCatalog> catalog, int limit) {
        return catalog.read((tx, store) -> store.due(tx, ACME, DUE, limit));
    }

    private static List<StoredContent> walk(StoreFixture<ContentCatalog> catalog, int limit) {
        return Pages.walk(
                limit,
                (after, most) -> {
                    ContentRef place = after == null ? null : ContentRef.of(UUID.fromString(after.id()));
                    return catalog.read((tx, store) -> store.list(tx, ACME, place, most));
                },
                row -> Keyset.ofId(row.ref().toString()));
    }
}
