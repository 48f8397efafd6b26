// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.learning.model.QueryCounts;
import dev.portalblocks.search.learning.model.QueryGap;
import dev.portalblocks.search.learning.spi.QueryCountStore;
import dev.portalblocks.search.learning.spi.QueryRanking;
import dev.portalblocks.search.learning.spi.QueryTotals;
import dev.portalblocks.search.learning.spi.StoredQueryDay;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.StoreFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The promises of {@link QueryCountStore}: implement it in a test class and return the store to be tested. */
@ContractOf(QueryCountStore.class)
public interface QueryCountStoreContract {
    /** The tenant of most counts. */
    TenantId ACME = TenantId.of("acme");

    /** Another tenant. */
    TenantId GLOBEX = TenantId.of("globex");

    /** The day of most counts. */
    long DAY = 20_000;

    /** Weighs whatever was asked. */
    QueryCounts ASKED = new QueryCounts(1, 0, 0, 0, 0, 0, 0);

    /** Returns a store without counts, and its domain; asked once, at the beginning of each test. */
    StoreFixture<QueryCountStore> fixture();

    /** Each figure by itself; another day, spelling or language is another count. */
    @Test
    @Promise(1)
    default void countsOfTheSameAreAdded() {
        StoreFixture<QueryCountStore> store = fixture();
        QueryCounts first = new QueryCounts(1, 2, 3, 4, 5, 6, 7);
        QueryCounts second = new QueryCounts(10, 20, 30, 40, 50, 60, 70);
        add(store, day(DAY, "straße ß 𝄞", first));
        add(store, day(DAY, "straße ß 𝄞", second));
        add(store, day(DAY, "strasse ß 𝄞", first));
        add(store, new StoredQueryDay(ACME, DAY, "straße ß 𝄞", LanguageTag.ENGLISH, first));
        add(store, day(DAY + 1, "straße ß 𝄞", first));

        assertThat(top(store, ranking(DAY, DAY, 1, ASKED), 10))
                .containsExactlyInAnyOrder(
                        gap("straße ß 𝄞", first.plus(second)),
                        gap("strasse ß 𝄞", first),
                        new QueryGap("straße ß 𝄞", LanguageTag.ENGLISH, first));
    }

    /** Eight at once, on a count that is new and on one that is not. */
    @Test
    @Promise(1)
    default void noneOfConcurrentCountsIsLost() {
        StoreFixture<QueryCountStore> store = fixture();
        for (int round = 0; round < 10; round++) {
            Race.of(
                            8,
                            runner -> store.write((tx, counts) -> {
                                counts.add(tx, day(DAY, "beitrag", asked(1)));
                                return true;
                            }))
                    .forEach(Outcome::orFail);
        }
        assertThat(top(store, ranking(DAY, DAY, 1, ASKED), 10)).containsExactly(gap("beitrag", asked(80)));
    }

    /** The heaviest first, of equal ones those asked more often; what weighs nothing is left out. */
    @Test
    @Promise(2)
    default void theHeaviestComeFirst() {
        StoreFixture<QueryCountStore> store = fixture();
        add(store, day(DAY, "leicht", new QueryCounts(9, 1, 0, 0, 0, 0, 0)));
        add(store, day(DAY, "schwer", new QueryCounts(3, 1, 1, 1, 1, 1, 1)));
        add(store, day(DAY, "selten", new QueryCounts(2, 0, 0, 0, 0, 0, 1)));
        add(store, day(DAY, "oft", new QueryCounts(5, 0, 0, 0, 0, 0, 1)));
        add(store, day(DAY, "ohne", new QueryCounts(9, 0, 0, 0, 9, 0, 0)));
        QueryCounts weights = new QueryCounts(0, 2, 1, 2, 0, 1, 3);

        assertThat(top(store, ranking(DAY, DAY, 1, weights), 10))
                .extracting(QueryGap::query)
                .containsExactly("schwer", "oft", "selten", "leicht");
        assertThat(top(store, ranking(DAY, DAY, 1, weights), 2))
                .extracting(QueryGap::query)
                .containsExactly("schwer", "oft");
    }

    /** Over the days of the ranking, both ends included; what was asked too seldom there is left out. */
    @Test
    @Promise(2)
    default void daysAreSummed() {
        StoreFixture<QueryCountStore> store = fixture();
        for (long day = DAY; day < DAY + 4; day++) {
            add(store, day(day, "beitrag", asked(1)));
        }
        add(store, day(DAY + 1, "selten", asked(1)));

        assertThat(top(store, ranking(DAY + 1, DAY + 2, 2, ASKED), 10)).containsExactly(gap("beitrag", asked(2)));
        assertThat(top(store, ranking(DAY + 1, DAY + 2, 3, ASKED), 10)).isEmpty();
        assertThat(top(store, ranking(DAY, DAY, 1, ASKED), 10)).containsExactly(gap("beitrag", asked(1)));
    }

    /** Of these days, and with those that came too seldom told apart; nothing at all is two zeros. */
    @Test
    @Promise(3)
    default void totalsTellTheFrequentApart() {
        StoreFixture<QueryCountStore> store = fixture();
        assertThat(totals(store, ranking(DAY, DAY, 1, ASKED))).isEqualTo(new QueryTotals(0, 0));
        add(store, day(DAY, "oft", asked(2)));
        add(store, day(DAY + 1, "oft", asked(2)));
        add(store, day(DAY, "selten", asked(3)));
        add(store, day(DAY + 2, "selten", asked(3)));

        assertThat(totals(store, ranking(DAY, DAY + 1, 4, ASKED))).isEqualTo(new QueryTotals(7, 4));
    }

    /** Only days before, and only what was asked less often over all days, so many at a time. */
    @Test
    @Promise(4)
    default void oldCountsArePurged() {
        StoreFixture<QueryCountStore> store = fixture();
        for (long day = DAY; day < DAY + 3; day++) {
            add(store, day(day, "oft", asked(1)));
            add(store, day(day, "selten " + day, asked(1)));
        }
        assertThat(purge(store, DAY + 2, 3, 10)).isEqualTo(2);
        assertThat(queries(store)).containsExactlyInAnyOrder("oft", "selten " + (DAY + 2));

        assertThat(purge(store, DAY + 2, Long.MAX_VALUE, 1)).isEqualTo(1);
        assertThat(purge(store, DAY + 2, Long.MAX_VALUE, 10)).isEqualTo(1);
        assertThat(purge(store, DAY + 2, Long.MAX_VALUE, 10)).isZero();
        assertThat(totals(store, ranking(0, Long.MAX_VALUE, 1, ASKED))).isEqualTo(new QueryTotals(2, 2));
    }

    /** In order, each once. */
    @Test
    @Promise(5)
    default void tenantsAreListed() {
        StoreFixture<QueryCountStore> store = fixture();
        for (String name : List.of("c", "a", "b", "a")) {
            add(store, new StoredQueryDay(TenantId.of(name), DAY, "beitrag", LanguageTag.GERMAN, asked(1)));
            add(store, new StoredQueryDay(TenantId.of(name), DAY + 1, "beitrag", LanguageTag.GERMAN, asked(1)));
        }
        List<TenantId> first = store.read((tx, counts) -> counts.tenants(tx, "", 2));
        List<TenantId> second = store.read((tx, counts) -> counts.tenants(tx, "b", 2));

        assertThat(first).containsExactly(TenantId.of("a"), TenantId.of("b"));
        assertThat(second).containsExactly(TenantId.of("c"));
    }

    /** The same words on the same day in both. */
    @Test
    @Promise(6)
    default void tenantsNeverMeet() {
        StoreFixture<QueryCountStore> store = fixture();
        add(store, new StoredQueryDay(GLOBEX, DAY, "beitrag", LanguageTag.GERMAN, asked(7)));
        assertThat(top(store, ranking(DAY, DAY, 1, ASKED), 10)).isEmpty();
        assertThat(totals(store, ranking(DAY, DAY, 1, ASKED))).isEqualTo(new QueryTotals(0, 0));
        assertThat(purge(store, DAY + 1, Long.MAX_VALUE, 10)).isZero();

        add(store, day(DAY, "beitrag", asked(1)));

        assertThat(top(store, ranking(DAY, DAY, 1, ASKED), 10)).containsExactly(gap("beitrag", asked(1)));
        assertThat(purge(store, DAY + 1, 2, 10))
                .as("others' searches are not its own")
                .isEqualTo(1);
    }

    /** What is counted, and what is purged. */
    @Test
    @Promise(7)
    default void aRollbackLeavesNothingAndTakesNothing() {
        StoreFixture<QueryCountStore> store = fixture();
        add(store, day(DAY, "beitrag", asked(1)));
        store.rollBack((tx, counts) -> {
            counts.add(tx, day(DAY, "beitrag", asked(1)));
            counts.add(tx, day(DAY, "neu", asked(1)));
        });
        assertThat(top(store, ranking(DAY, DAY, 1, ASKED), 10)).containsExactly(gap("beitrag", asked(1)));

        store.rollBack((tx, counts) -> counts.purge(tx, ACME, DAY + 1, Long.MAX_VALUE, 10));
        assertThat(queries(store)).containsExactly("beitrag");
    }

    private static StoredQueryDay day(long day, String query, QueryCounts counts) {
        return new StoredQueryDay(ACME, day, query, LanguageTag.GERMAN, counts);
    }

    private static QueryCounts asked(long times) {
        return new QueryCounts(times, 0, 0, 0, 0, 0, 0);
    }

    private static QueryGap gap(String query, QueryCounts counts) {
        return new QueryGap(query, LanguageTag.GERMAN, counts);
    }

    private static QueryRanking ranking(long first, long last, long atLeast, QueryCounts weights) {
        return new QueryRanking(first, last, atLeast, weights);
    }

    private static void add(StoreFixture<QueryCountStore> store, StoredQueryDay day) {
        store.change((tx, counts) -> counts.add(tx, day));
    }

    private static List<QueryGap> top(StoreFixture<QueryCountStore> store, QueryRanking ranking, int limit) {
        return store.read((tx, counts) -> counts.top(tx, ACME, ranking, limit));
    }

    private static List<String> queries(StoreFixture<QueryCountStore> store) {
        return top(store, ranking(0, Long.MAX_VALUE, 1, ASKED), 100).stream()
                .map(QueryGap::query)
                .toList();
    }

    private static QueryTotals totals(StoreFixture<QueryCountStore> store, QueryRanking ranking) {
        return store.read((tx, counts) -> counts.totals(tx, ACME, ranking));
    }

    private static int purge(StoreFixture<QueryCountStore> store, long before, long asked, int limit) {
        return store.write((tx, counts) -> counts.purge(tx, ACME, before, asked, limit));
    }
}
