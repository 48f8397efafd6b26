// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.search.model.Facet;
import dev.portalblocks.search.model.FacetCount;
import dev.portalblocks.search.model.SearchDocument.SearchFacts;
import dev.portalblocks.search.spi.IndexAnswer;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.RankedHit;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchIndex;
import dev.portalblocks.search.spi.Visibility;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Promises 1, 4, 13 and 14 of {@link SearchIndex}, about what is a customer's own, withdrawn, or shown for a time; part of
 * {@link SearchIndexContract}.
 */
@ContractOf(SearchIndex.class)
public interface SearchWithdrawalContract {
    /** Returns an index without a tenant; asked once, at the beginning of each test. */
    SearchIndex index();

    /** Others see what is nobody's, and who may see every customer sees all. */
    @Test
    @Promise(4)
    default void whatIsACustomersOwnIsSeenByNoOther() {
        SearchIndex index = filled();

        assertThat(found(index, seeing(Bound.only(List.of())))).containsExactlyInAnyOrder("shared", "other");
        assertThat(found(index, seeing(Bound.only(List.of(customer("1"))))))
                .containsExactlyInAnyOrder("shared", "other", "of-1");
        assertThat(found(index, seeing(Bound.only(List.of(customer("3"))))))
                .containsExactlyInAnyOrder("shared", "other");
        assertThat(found(index, seeing(Bound.all()))).containsExactlyInAnyOrder("shared", "other", "of-1", "of-2");
    }

    /** Written before, and with the same update; what comes behind it stays. */
    @Test
    @Promise(1)
    default void aChangeOfACustomerRemovesWhatIsItsOwn() {
        SearchIndex index = filled();
        index.update(
                Articles.ACME,
                List.of(
                        Articles.known("of-1-too", SearchFacts.none().of(customer("1")), "water"),
                        new SearchChange(ObjectRef.of("customer", "1"), List.of()),
                        Articles.known("of-1-later", SearchFacts.none().of(customer("1")), "water")),
                Articles.at(2));

        assertThat(found(index, seeing(Bound.all())))
                .containsExactlyInAnyOrder("shared", "other", "of-2", "of-1-later");
    }

    /** Of the hits, of the counts, and of what is suggested for a mistyped word. */
    @Test
    @Promise(13)
    default void whatWasWithdrawnIsNotThere() {
        SearchIndex index = filled();
        Visibility without = seeing(Bound.all()).without(position -> Set.of(Articles.ref("shared")));

        IndexAnswer answer = answer(index, without, Articles.WORD);
        assertThat(Articles.ids(answer.hits())).containsExactlyInAnyOrder("other", "of-1", "of-2");
        assertThat(answer.facets()).containsEntry(Facet.TYPE, List.of(new FacetCount("article", 3)));
        assertThat(answer(index, without, "chrysantemum").correction()).isNotEqualTo("chrysanthemum");
    }

    /** With every document that is the customer's own, and no other. */
    @Test
    @Promise(13)
    default void ofACustomerWhoWasWithdrawnNothingIsThere() {
        SearchIndex index = filled();
        Visibility without = seeing(Bound.all()).without(position -> Set.of(ObjectRef.of("customer", "1")));

        assertThat(found(index, without)).containsExactlyInAnyOrder("shared", "other", "of-2");
    }

    /** Scores and their order are those of an index that never held it. */
    @Test
    @Promise(13)
    default void whatWasWithdrawnDoesNotCountInTheOrder() {
        SearchIndex index = filled();
        List<RankedHit> before =
                answer(index, seeing(Bound.only(List.of())), "invoice water").hits();
        index.update(
                Articles.ACME,
                List.of(Articles.known("gone", SearchFacts.none(), "water water invoice invoice")),
                Articles.at(2));

        Visibility without = seeing(Bound.only(List.of())).without(position -> Set.of(Articles.ref("gone")));
        assertThat(answer(index, without, "invoice water").hits()).isEqualTo(before);
    }

    /** Each time it is asked, as the state that is searched has come that far. */
    @Test
    @Promise(13)
    default void anIndexAsksForTheStateThatItSearches() {
        SearchIndex index = filled();
        List<LogPosition> asked = new ArrayList<>();
        Visibility asking = seeing(Bound.all()).without(position -> {
            asked.add(position);
            return Set.of();
        });
        found(index, asking);
        index.update(Articles.ACME, List.of(), Articles.at(7));
        found(index, asking);

        assertThat(asked)
                .startsWith(Articles.at(1).position())
                .endsWith(Articles.at(7).position());
    }

    /** What can't be told, it does not answer. */
    @Test
    @Promise(13)
    default void anIndexThatCannotBeToldDoesNotAnswer() {
        SearchIndex index = filled();
        Visibility untold = seeing(Bound.all()).without(position -> {
            throw new PortalException.StorageFailure("search.index-behind", true, null);
        });

        assertThatThrownBy(() -> found(index, untold))
                .isInstanceOf(PortalException.StorageFailure.class)
                .hasMessageContaining("search.index-behind");
    }

    /** To the microsecond; in the counts and corrections too. */
    @Test
    @Promise(14)
    default void aDocumentIsShownInItsTime() {
        SearchIndex index = index();
        Duration micro = Duration.ofNanos(1_000);
        Instant noon = Articles.NOON;
        index.update(
                Articles.ACME,
                List.of(
                        Articles.known("always", SearchFacts.none(), "water"),
                        Articles.known("soon", SearchFacts.none().shown(noon.plus(micro), null), "chrysanthemum"),
                        Articles.known("now", SearchFacts.none().shown(noon, noon.plus(micro)), "water"),
                        Articles.known("past", SearchFacts.none().shown(null, noon), "water")),
                Articles.at(1));

        assertThat(found(index, at(noon.minus(micro)))).containsExactlyInAnyOrder("always", "past");
        assertThat(found(index, at(noon))).containsExactlyInAnyOrder("always", "now");
        assertThat(found(index, at(noon.plus(micro)))).containsExactlyInAnyOrder("always", "soon");
        assertThat(answer(index, at(noon), Articles.WORD).facets())
                .containsEntry(Facet.TYPE, List.of(new FacetCount("article", 2)));
        assertThat(answer(index, at(noon), "chrysantemum").correction()).isNotEqualTo("chrysanthemum");
    }

    private SearchIndex filled() {
        SearchIndex index = index();
        index.update(
                Articles.ACME,
                List.of(
                        Articles.known("shared", SearchFacts.none(), "chrysanthemum"),
                        Articles.known("other", SearchFacts.none(), "water"),
                        Articles.known("of-1", SearchFacts.none().of(customer("1")), "water"),
                        Articles.known("of-2", SearchFacts.none().of(customer("2")), "water")),
                Articles.at(1));
        return index;
    }

    private static CustomerId customer(String id) {
        return CustomerId.of(id);
    }

    private static Visibility seeing(Bound<CustomerId> customers) {
        Scope all = Articles.EVERYBODY;
        return Articles.seeing(new Scope(all.tenant(), customers, all.teams(), all.audiences(), all.states()));
    }

    private static Visibility at(Instant now) {
        return new Visibility(Map.of("article", Articles.EVERYBODY), now, position -> Set.of());
    }

    private static List<String> found(SearchIndex index, Visibility visible) {
        return Articles.ids(answer(index, visible, Articles.WORD).hits());
    }

    private static IndexAnswer answer(SearchIndex index, Visibility visible, String text) {
        IndexQuery query = Articles.asked(text).seeing(visible).counting(Facet.TYPE);
        return index.search(Articles.ACME, query, null, 100);
    }
}
