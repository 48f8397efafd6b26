// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.model.Facet;
import dev.portalblocks.search.model.FacetCount;
import dev.portalblocks.search.model.SearchDocument.SearchFacts;
import dev.portalblocks.search.model.SearchHit;
import dev.portalblocks.search.spi.IndexAnswer;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.RankedHit;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchIndex;
import dev.portalblocks.search.spi.Visibility;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Pages;
import dev.portalblocks.tck.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Promises 21 to 23 of {@link SearchIndex}, about pages while things change; part of {@link SearchIndexContract}. */
@ContractOf(SearchIndex.class)
public interface SearchPagesContract {
    /** How many articles there are. */
    int ARTICLES = 24;

    /** Returns an index without a tenant; asked once, at the beginning of each test. */
    SearchIndex index();

    /** New articles on top, others gone, all written anew; and each page is asked for some weeks later than the one before. */
    @Test
    @Promise(21)
    default void whoGoesOnSeesTheListAsItWas() {
        SearchIndex index = paged();
        List<SearchHit> list = hits(Articles.hits(index));
        List<Runnable> edits = List.of(
                () -> index.update(Articles.ACME, List.of(best("new"), Articles.gone("a7")), Articles.at(2)),
                () -> index.update(Articles.ACME, List.of(best("a23"), best("a1")), Articles.at(3)),
                () -> index.rebuild(Articles.ACME, all -> all.accept(best("only")), Articles.at(4)),
                () -> index.update(Articles.ACME, List.of(), Articles.at(5)));
        List<Instant> asked = new ArrayList<>(List.of(Articles.NOON));

        List<RankedHit> seen = Pages.walk(
                5, (after, limit) -> page(index, at(asked.get(0)), after, limit).hits(), RankedHit::place, number -> {
                    edits.get(Math.min(number, edits.size()) - 1).run();
                    asked.set(0, asked.get(0).plus(Duration.ofDays(20)));
                });

        assertThat(list).hasSize(ARTICLES);
        assertThat(hits(seen)).isEqualTo(list);
        assertThat(Articles.ids(Articles.hits(index))).as("asked anew").containsExactly("only");
    }

    /** The last of them is the ninth. */
    @Test
    @Promise(21)
    default void aListOutlivesEightUpdates() {
        SearchIndex index = paged();
        List<RankedHit> list = Articles.hits(index);
        for (int number = 1; number <= 8; number++) {
            index.update(Articles.ACME, List.of(best("new" + number)), Articles.at(1 + number));
        }

        assertThat(hits(page(index, at(Articles.NOON), list.get(9).place(), 100).hits()))
                .isEqualTo(hits(list.subList(10, ARTICLES)));
    }

    /** An article, all that is a customer's, and what has a time; before and after the index has taken it. */
    @Test
    @Promise(22)
    default void whatIsWithdrawnBetweenTwoPagesIsOnNone() {
        SearchIndex index = paged();
        List<RankedHit> list = Articles.hits(index);
        RankedHit last = list.get(4);
        ObjectRef gone = list.get(8).hit().object();
        ObjectRef others = list.get(12).hit().object();
        Visibility now = at(Articles.NOON.plusSeconds(1)).without(position -> Set.of(gone));
        List<ObjectRef> left = new ArrayList<>(objects(list.subList(5, ARTICLES)));
        left.remove(gone);

        IndexAnswer answer = page(index, now, last.place(), 100);
        assertThat(objects(answer.hits())).isEqualTo(left);
        assertThat(answer.facets()).containsEntry(Facet.TYPE, List.of(new FacetCount("article", ARTICLES - 1)));

        index.update(Articles.ACME, List.of(new SearchChange(others, List.of())), Articles.at(2));
        Visibility later = at(Articles.NOON)
                .without(position -> position.equals(Articles.at(1).position()) ? Set.of(gone, others) : Set.of(gone));
        left.remove(others);
        assertThat(objects(page(index, later, last.place(), 100).hits())).isEqualTo(left);
    }

    /** The instant at which a time ends is the page's own, though the order is that of the first page. */
    @Test
    @Promise(22)
    default void whoseTimeIsOverIsOnNoFurtherPage() {
        SearchIndex index = index();
        Instant end = Articles.NOON.plusSeconds(60);
        List<SearchChange> changes = IntStream.range(0, 9)
                .mapToObj(i -> Articles.known(
                        "a" + i, i == 6 ? SearchFacts.none().shown(null, end) : SearchFacts.none(), "same"))
                .toList();
        index.update(Articles.ACME, changes, Articles.at(1));
        List<RankedHit> list = Articles.hits(index);

        List<RankedHit> rest = page(index, at(end), list.get(2).place(), 100).hits();
        assertThat(list).hasSize(9);
        assertThat(Articles.ids(rest))
                .doesNotContain("a6")
                .isEqualTo(Articles.ids(list).subList(3, 9).stream()
                        .filter(id -> !id.equals("a6"))
                        .toList());
    }

    /** Of another tenant, with and without an index, and of a reader who sees more. */
    @Test
    @Promise(23)
    default void aPlaceInAnotherListIsExpired() {
        SearchIndex index = index();
        index.update(
                Articles.ACME,
                List.of(
                        Articles.article("one"),
                        Articles.article("two"),
                        Articles.articleFor("inside", Set.of(Audience.role("broker")))),
                Articles.at(1));
        TenantId other = TenantId.of("other");
        index.update(other, List.of(Articles.article("theirs")), Articles.at(1));
        RankedHit place = Articles.hits(index).get(0);
        Scope everything = Scope.wholeTenant(Articles.ACME);

        refuses("cursor.expired", () -> index.search(other, in(other), place.place(), 5));
        TenantId nobody = TenantId.of("nobody");
        refuses("cursor.expired", () -> index.search(nobody, in(nobody), place.place(), 5));
        refuses("cursor.expired", () -> page(index, Articles.seeing(everything), place.place(), 5));
    }

    /** Texts that no search gave. */
    @Test
    @Promise(23)
    default void whatIsNoPlaceIsInvalid() {
        SearchIndex index = paged();
        for (String nonsense : List.of("", "nonsense", "\uD800", "0".repeat(7), "z".repeat(300))) {
            refuses("cursor.invalid", () -> page(index, at(Articles.NOON), new Keyset(nonsense, "article:a1"), 5));
        }
    }

    private static void refuses(String code, Runnable search) {
        assertThatThrownBy(search::run)
                .isInstanceOfSatisfying(
                        PortalException.InvalidInput.class,
                        e -> assertThat(e.code()).isEqualTo(code));
    }

    /** Twenty-four articles of three kinds, some older than others. */
    private SearchIndex paged() {
        SearchIndex index = index();
        List<SearchChange> changes = IntStream.range(0, ARTICLES)
                .mapToObj(i -> Articles.known(
                        "a" + i,
                        SearchFacts.none().changed(Articles.NOON.minus(Duration.ofDays(i * 7L % ARTICLES * 30))),
                        "text ".repeat(i % 3)))
                .toList();
        index.update(Articles.ACME, changes, Articles.at(1));
        return index;
    }

    private static SearchChange best(String id) {
        return Articles.article(id, Articles.WORD + " " + Articles.WORD, Articles.WORD);
    }

    private static IndexAnswer page(SearchIndex index, Visibility visible, @Nullable Keyset after, int limit) {
        return index.search(Articles.ACME, asked(visible), after, limit);
    }

    private static IndexQuery asked(Visibility visible) {
        return Articles.asked(Articles.WORD).seeing(visible).counting(Facet.TYPE);
    }

    private static IndexQuery in(TenantId tenant) {
        return asked(Articles.seeing(Scope.wholeTenant(tenant)));
    }

    private static Visibility at(Instant now) {
        return new Visibility(Map.of("article", Articles.EVERYBODY), now, position -> Set.of());
    }

    private static List<ObjectRef> objects(List<RankedHit> ranked) {
        return ranked.stream().map(hit -> hit.hit().object()).toList();
    }

    private static List<SearchHit> hits(List<RankedHit> ranked) {
        return ranked.stream().map(RankedHit::hit).toList();
    }
}
