// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.RankedHit;
import dev.portalblocks.search.spi.SearchChange;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** States of an index that readers page through are kept, within limits, and let go of in every case. */
class KeptViewsTest {
    private static final int HITS = 6;

    @TempDir
    private Path directory;

    @Test
    void aStateIsKeptUntilNobodyTookAPageOfItDuringTenFlushes() {
        try (LuceneSearchIndex index = filled(LuceneSearchIndex.in(directory))) {
            Keyset place = place(index, ACME);
            edit(index, ACME, 2);
            for (int flush = 0; flush < LuceneSearchIndex.VIEWS_OUTLIVE; flush++) {
                index.flush();
            }
            assertThat(rest(index, ACME, place)).as("asked within ten flushes").hasSize(HITS - 2);
            for (int flush = 0; flush < LuceneSearchIndex.VIEWS_OUTLIVE; flush++) {
                index.flush();
            }
            assertThat(rest(index, ACME, place))
                    .as("within ten more, as it was used")
                    .hasSize(HITS - 2);
            for (int flush = 0; flush <= LuceneSearchIndex.VIEWS_OUTLIVE; flush++) {
                index.flush();
            }
            assertExpired(index, ACME, place);
            assertThat(index.keptViews()).isZero();
        }
    }

    /** Nobody has to hurry because the portal is quiet. */
    @Test
    void whereNothingChangesAPlaceOutlivesTheClosingOfItsIndex() {
        Keyset place;
        try (LuceneSearchIndex index = filled(LuceneSearchIndex.in(directory))) {
            place = place(index, ACME);
            for (int flush = 0; flush < 50; flush++) {
                index.flush();
            }
            assertThat(rest(index, ACME, place)).hasSize(HITS - 2);
        }
        try (LuceneSearchIndex restarted = LuceneSearchIndex.in(directory)) {
            assertThat(rest(restarted, ACME, place)).hasSize(HITS - 2);
        }
    }

    @Test
    void aPlaceOfAnotherNodeIsGoodWhereTheSameIsThere() {
        try (LuceneSearchIndex one = filled(LuceneSearchIndex.in(directory));
                LuceneSearchIndex other = LuceneSearchIndex.inMemory()) {
            for (int i = HITS - 1; i >= 0; i--) { // in another order, one by one
                other.update(ACME, List.of(article(i)), Samples.at(1 + HITS - i));
            }
            Keyset place = place(one, ACME);
            edit(other, ACME, 9);
            assertThat(rest(other, ACME, place))
                    .as("in a state that nobody here took a page of")
                    .hasSize(HITS - 2);
            for (int number = 0; number <= LuceneSearchIndex.MOST_VIEWS_OF_TENANT; number++) {
                edit(other, ACME, 10 + number);
            }
            assertThat(rest(other, ACME, place)).as("as a page was taken of it").hasSize(HITS - 2);
            assertThat(rest(one, ACME, place)).hasSize(HITS - 2);
        }
        try (LuceneSearchIndex late = LuceneSearchIndex.inMemory()) {
            late.update(ACME, List.of(article(1)), Samples.at(1));
            assertExpired(late, ACME, lateless());
        }
    }

    private Keyset lateless() {
        try (LuceneSearchIndex index = filled(LuceneSearchIndex.inMemory())) {
            return place(index, ACME);
        }
    }

    @Test
    void statesThatNobodyPagesThroughMakeRoomFirstThenTheOldest() {
        try (LuceneSearchIndex index = filled(LuceneSearchIndex.in(directory))) {
            Keyset first = place(index, ACME);
            for (int number = 0; number < 3 * LuceneSearchIndex.MOST_VIEWS_OF_TENANT; number++) {
                edit(index, ACME, 2 + number);
            }
            assertThat(index.keptViews()).isEqualTo(LuceneSearchIndex.MOST_VIEWS_OF_TENANT);
            assertThat(rest(index, ACME, first)).hasSize(HITS - 2);

            Keyset second = place(index, ACME);
            for (int number = 0; number <= LuceneSearchIndex.MOST_VIEWS_OF_TENANT; number++) {
                edit(index, ACME, 100 + number);
                place(index, ACME);
            }
            assertExpired(index, ACME, first);
            assertThat(index.keptViews()).isEqualTo(LuceneSearchIndex.MOST_VIEWS_OF_TENANT);
            assertExpired(index, ACME, second);
        }
    }

    @Test
    void aStateThatSomebodyGoesOnInOutlivesOneThatWasShownLater() {
        try (LuceneSearchIndex index = filled(LuceneSearchIndex.in(directory))) {
            Keyset first = place(index, ACME);
            edit(index, ACME, 2);
            Keyset second = place(index, ACME);
            edit(index, ACME, 3);
            assertThat(rest(index, ACME, first)).hasSize(HITS - 2);
            for (int number = 1; number < LuceneSearchIndex.MOST_VIEWS_OF_TENANT; number++) {
                place(index, ACME);
                edit(index, ACME, 3 + number);
            }
            assertThat(rest(index, ACME, first)).hasSize(HITS - 2);
            assertExpired(index, ACME, second);
        }
    }

    @Test
    void thereIsALimitForAllTenants() {
        try (LuceneSearchIndex index = LuceneSearchIndex.in(directory)) {
            for (int number = 0; number < 20; number++) {
                TenantId tenant = TenantId.of("t" + number);
                for (int state = 0; state < 9; state++) {
                    edit(index, tenant, state);
                }
            }
            assertThat(index.keptViews()).isEqualTo(LuceneSearchIndex.MOST_VIEWS);
        }
    }

    /** After edits, searches, rebuilds, failures, with one index open at a time, and after the end. */
    @Test
    void noFileStaysOpen() {
        CountingFolder folder = new CountingFolder(directory);
        LuceneSearchIndex index = filled(LuceneSearchIndex.in(folder, 1));
        TenantId other = TenantId.of("other");
        try (index) {
            Keyset place = place(index, ACME);
            edit(index, ACME, 2);
            assertThat(rest(index, ACME, place)).hasSize(HITS - 2);
            index.rebuild(ACME, all -> all.accept(article(0)), Samples.at(3));
            assertThat(rest(index, ACME, place)).as("beside a rebuilt index").hasSize(HITS - 2);
            assertThatThrownBy(() -> index.rebuild(
                            ACME,
                            all -> {
                                throw new IllegalArgumentException("planted");
                            },
                            Samples.at(4)))
                    .hasMessage("planted");
            assertThat(index.keptViews()).as("after a failure").isZero();
            edit(index, ACME, 5);
            edit(index, ACME, 6);
            assertThat(index.keptViews()).isPositive();
            edit(index, other, 1); // which closes the other one
            assertExpired(index, ACME, place); // which opens it again
            index.flush();
            index.flush();
            index.flush();
            assertThat(index.keptViews()).isZero();
            assertThat(folder.open()).isZero();
            edit(index, ACME, 7);
            edit(index, ACME, 8);
            assertThat(folder.open()).isPositive();
        }
        assertThat(folder.open()).isZero();
        assertThat(index.keptViews()).isZero();
    }

    private static final TenantId ACME = Samples.ACME;

    private static LuceneSearchIndex filled(LuceneSearchIndex index) {
        index.update(
                ACME, IntStream.range(0, HITS).mapToObj(KeptViewsTest::article).toList(), Samples.at(1));
        return index;
    }

    private static SearchChange article(int number) {
        return Samples.german("d" + number, "Beitrag", "Der Beitrag " + "und mehr ".repeat(number));
    }

    private static void edit(LuceneSearchIndex index, TenantId tenant, int number) {
        index.update(tenant, List.of(Samples.german("edited", "Beitrag " + number, "Beitrag")), Samples.at(number));
    }

    private static Keyset place(LuceneSearchIndex index, TenantId tenant) {
        List<RankedHit> page = index.search(tenant, asked(tenant), null, 2).hits();
        return page.get(1).place();
    }

    private static List<RankedHit> rest(LuceneSearchIndex index, TenantId tenant, Keyset after) {
        return index.search(tenant, asked(tenant), after, 100).hits();
    }

    private static IndexQuery asked(TenantId tenant) {
        return Samples.german("Beitrag").seeing(Samples.NOBODY.within(Map.of("article", Scope.wholeTenant(tenant))));
    }

    private static void assertExpired(LuceneSearchIndex index, TenantId tenant, Keyset place) {
        assertThatThrownBy(() -> rest(index, tenant, place))
                .isInstanceOfSatisfying(
                        PortalException.InvalidInput.class,
                        e -> assertThat(e.code()).isEqualTo("cursor.expired"));
    }
}
