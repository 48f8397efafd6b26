// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.learning.spi.EndedSearch;
import dev.portalblocks.search.learning.spi.SearchOutcome;
import dev.portalblocks.search.learning.spi.SearchTraceStore;
import dev.portalblocks.search.learning.spi.StoredSearch;
import dev.portalblocks.search.learning.spi.StoredSign;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.StoreFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The promises of {@link SearchTraceStore}: implement it in a test class and return the store to be tested. */
@ContractOf(SearchTraceStore.class)
public interface SearchTraceStoreContract {
    /** The tenant of most searches. */
    TenantId ACME = TenantId.of("acme");

    /** Another tenant. */
    TenantId GLOBEX = TenantId.of("globex");

    /** When most searches are asked. */
    Instant NOON = Instant.parse("2027-01-01T12:00:00Z");

    /** Returns a store without searches, and its domain; asked once, at the beginning of each test. */
    StoreFixture<SearchTraceStore> fixture();

    /** Awkward words, every outcome, minutes of any year. */
    @Test
    @Promise(1)
    default void whatIsAddedComesBackUnchanged() {
        StoreFixture<SearchTraceStore> store = fixture();
        List<StoredSearch> all = new ArrayList<>();
        SearchOutcome[] outcomes = SearchOutcome.values();
        for (String text : Awkward.texts()) {
            int number = all.size();
            String query =
                    text.substring(0, text.offsetByCodePoints(0, Math.min(90, text.codePointCount(0, text.length()))));
            all.add(new StoredSearch(
                    ACME,
                    token(number),
                    query,
                    LanguageTag.of("de-CH"),
                    outcomes[number % outcomes.length],
                    NOON.minus(Duration.ofDays(number * 400L))));
        }
        all.forEach(search -> assertThat(add(store, search)).isTrue());

        assertThat(take(store, ACME, NOON.plusSeconds(60), 1_000))
                .extracting(EndedSearch::search)
                .containsExactlyInAnyOrderElementsOf(all);
    }

    /** The first one stays. */
    @Test
    @Promise(1)
    default void aTokenIsTakenOnce() {
        StoreFixture<SearchTraceStore> store = fixture();
        add(store, search(1, NOON));

        assertThat(add(store, search(1, NOON.minusSeconds(60)))).isFalse();

        assertThat(take(store, ACME, NOON.plusSeconds(60), 10))
                .extracting(EndedSearch::search)
                .containsExactly(search(1, NOON));
    }

    /** Before the search is there, and after it. */
    @Test
    @Promise(2)
    default void aSignNeedsNoSearchAndIsKeptOnce() {
        StoreFixture<SearchTraceStore> store = fixture();
        StoredSign opened = sign(1, StoredSign.Kind.OPENED, NOON);
        StoredSign followed = sign(1, StoredSign.Kind.FOLLOWED, NOON);
        assertThat(sign(store, opened)).isTrue();
        assertThat(sign(store, sign(1, StoredSign.Kind.OPENED, NOON.plusSeconds(60))))
                .isFalse();
        add(store, search(1, NOON));
        assertThat(sign(store, followed)).isTrue();

        assertThat(take(store, ACME, NOON.plusSeconds(60), 10))
                .containsExactly(new EndedSearch(search(1, NOON), Set.of(opened, followed)));
    }

    /** The oldest first, only those before the instant, with their own signs, and once. */
    @Test
    @Promise(3)
    default void theOldestAreTakenWithTheirSigns() {
        StoreFixture<SearchTraceStore> store = fixture();
        for (int minute : new int[] {3, 1, 2, 0}) {
            add(store, search(minute, NOON.plusSeconds(60L * minute)));
            sign(store, sign(minute, StoredSign.Kind.OPENED, NOON));
        }
        Instant before = NOON.plusSeconds(180);

        List<EndedSearch> first = take(store, ACME, before, 2);
        List<EndedSearch> second = take(store, ACME, before, 2);

        assertThat(first).containsExactly(ended(0), ended(1));
        assertThat(second).containsExactly(ended(2));
        assertThat(take(store, ACME, before, 2)).isEmpty();
        assertThat(take(store, ACME, NOON.plusSeconds(181), 2)).containsExactly(ended(3));
        boolean isFree = sign(store, sign(0, StoredSign.Kind.OPENED, NOON));
        assertThat(isFree).as("the sign went with its search").isTrue();
    }

    /** Eight at once. */
    @Test
    @Promise(3)
    default void ofConcurrentCallersOneTakesASearch() {
        StoreFixture<SearchTraceStore> store = fixture();
        for (int round = 0; round < 5; round++) {
            List<StoredSearch> added = IntStream.range(0, 20)
                    .mapToObj(number -> search(number, NOON))
                    .toList();
            added.forEach(search -> add(store, search));
            List<Outcome<List<EndedSearch>>> taken = Race.of(8, runner -> take(store, ACME, NOON.plusSeconds(60), 20));

            assertThat(taken.stream().map(Outcome::orFail).flatMap(Collection::stream))
                    .extracting(EndedSearch::search)
                    .containsExactlyInAnyOrderElementsOf(added);
        }
    }

    /** Those before the instant, so many at a time, of both kinds. */
    @Test
    @Promise(4)
    default void oldSignsAreDropped() {
        StoreFixture<SearchTraceStore> store = fixture();
        for (int minute = 0; minute < 4; minute++) {
            sign(store, sign(minute, StoredSign.Kind.OPENED, NOON.plusSeconds(60L * minute)));
        }
        sign(store, sign(0, StoredSign.Kind.FOLLOWED, NOON.plusSeconds(180)));
        Instant before = NOON.plusSeconds(180);

        assertThat(drop(store, ACME, before, 2)).isEqualTo(2);
        assertThat(drop(store, ACME, before, 2)).isEqualTo(1);
        assertThat(drop(store, ACME, before, 2)).isZero();
        assertThat(sign(store, sign(3, StoredSign.Kind.OPENED, NOON)))
                .as("it is kept")
                .isFalse();
        assertThat(sign(store, sign(0, StoredSign.Kind.FOLLOWED, NOON)))
                .as("it is kept")
                .isFalse();
        assertThat(sign(store, sign(2, StoredSign.Kind.OPENED, NOON)))
                .as("it is gone")
                .isTrue();
    }

    /** In order, each once, also with a sign alone. */
    @Test
    @Promise(5)
    default void tenantsAreListed() {
        StoreFixture<SearchTraceStore> store = fixture();
        for (String name : List.of("c", "a", "d")) {
            add(store, of(TenantId.of(name), 1, NOON));
            add(store, of(TenantId.of(name), 2, NOON));
        }
        sign(store, new StoredSign(TenantId.of("b"), token(1), StoredSign.Kind.OPENED, NOON));
        sign(store, new StoredSign(TenantId.of("a"), token(1), StoredSign.Kind.OPENED, NOON));

        assertThat(tenants(store, "", 3)).containsExactly(TenantId.of("a"), TenantId.of("b"), TenantId.of("c"));
        assertThat(tenants(store, "c", 3)).containsExactly(TenantId.of("d"));
    }

    /** The same token in both. */
    @Test
    @Promise(6)
    default void tenantsNeverMeet() {
        StoreFixture<SearchTraceStore> store = fixture();
        add(store, of(GLOBEX, 1, NOON));
        sign(store, new StoredSign(GLOBEX, token(1), StoredSign.Kind.OPENED, NOON));

        assertThat(take(store, ACME, NOON.plusSeconds(60), 10)).isEmpty();
        assertThat(drop(store, ACME, NOON.plusSeconds(60), 10)).isZero();
        assertThat(add(store, search(1, NOON))).isTrue();
        assertThat(take(store, ACME, NOON.plusSeconds(60), 10))
                .containsExactly(new EndedSearch(search(1, NOON), Set.of()));
        assertThat(take(store, GLOBEX, NOON.plusSeconds(60), 10))
                .singleElement()
                .satisfies(ended -> assertThat(ended.signs()).hasSize(1));
    }

    /** What is added, and what is taken. */
    @Test
    @Promise(7)
    default void aRollbackLeavesNothingAndTakesNothing() {
        StoreFixture<SearchTraceStore> store = fixture();
        add(store, search(1, NOON));
        sign(store, sign(1, StoredSign.Kind.OPENED, NOON));

        store.rollBack((tx, traces) -> {
            traces.add(tx, search(2, NOON));
            traces.sign(tx, sign(2, StoredSign.Kind.OPENED, NOON));
            traces.takeEnded(tx, ACME, NOON.plusSeconds(60), 10);
        });

        assertThat(take(store, ACME, NOON.plusSeconds(60), 10))
                .containsExactly(new EndedSearch(search(1, NOON), Set.of(sign(1, StoredSign.Kind.OPENED, NOON))));
        assertThat(drop(store, ACME, NOON.plusSeconds(60), 10)).isZero();
    }

    private static EndedSearch ended(int minute) {
        return new EndedSearch(
                search(minute, NOON.plusSeconds(60L * minute)), Set.of(sign(minute, StoredSign.Kind.OPENED, NOON)));
    }

    private static StoredSearch search(int number, Instant at) {
        return of(ACME, number, at);
    }

    private static StoredSearch of(TenantId tenant, int number, Instant at) {
        return new StoredSearch(tenant, token(number), "beitrag", LanguageTag.GERMAN, SearchOutcome.NOTHING_THERE, at);
    }

    private static StoredSign sign(int number, StoredSign.Kind kind, Instant at) {
        return new StoredSign(ACME, token(number), kind, at);
    }

    private static String token(int number) {
        char[] digits = new char[64];
        Arrays.fill(digits, '0');
        String end = Integer.toHexString(number);
        return new String(digits, 0, digits.length - end.length()) + end;
    }

    private static boolean add(StoreFixture<SearchTraceStore> store, StoredSearch search) {
        return store.write((tx, traces) -> traces.add(tx, search));
    }

    private static boolean sign(StoreFixture<SearchTraceStore> store, StoredSign sign) {
        return store.write((tx, traces) -> traces.sign(tx, sign));
    }

    private static List<EndedSearch> take(
            StoreFixture<SearchTraceStore> store, TenantId tenant, Instant before, int limit) {
        return store.write((tx, traces) -> traces.takeEnded(tx, tenant, before, limit));
    }

    private static int drop(StoreFixture<SearchTraceStore> store, TenantId tenant, Instant before, int limit) {
        return store.write((tx, traces) -> traces.dropSigns(tx, tenant, before, limit));
    }

    private static List<TenantId> tenants(StoreFixture<SearchTraceStore> store, String after, int limit) {
        return store.read((tx, traces) -> traces.tenants(tx, after, limit));
    }
}
