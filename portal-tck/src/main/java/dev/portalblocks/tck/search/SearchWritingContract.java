// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.spi.IndexProgress;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.RankedHit;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchIndex;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.Seed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Promises 1 to 3 and 9 of {@link SearchIndex}, about what is written; part of {@link SearchIndexContract}. */
@ContractOf(SearchIndex.class)
public interface SearchWritingContract {
    /** Returns an index without a tenant; asked once, at the beginning of each test. */
    SearchIndex index();

    /** New, changed, gone, and gone twice within one update: the last change counts. */
    @Test
    @Promise(1)
    default void anUpdateIsVisibleWhenItReturns() {
        SearchIndex index = index();
        index.update(Articles.ACME, List.of(Articles.article("a"), Articles.article("b")), Articles.at(1));
        assertThat(Articles.found(index, Articles.WORD)).containsExactlyInAnyOrder("a", "b");

        index.update(
                Articles.ACME,
                List.of(
                        Articles.article("a", "Meadow", "Another text."),
                        Articles.gone("b"),
                        Articles.article("c"),
                        Articles.gone("c"),
                        Articles.gone("d"),
                        Articles.article("d")),
                Articles.at(2));

        assertThat(Articles.found(index, Articles.WORD)).containsExactly("d");
        assertThat(Articles.found(index, "meadow")).containsExactly("a");
    }

    /** A translation that was taken back is no longer found, and its readers get what is left. */
    @Test
    @Promise(1)
    default void anObjectHasOnlyTheDocumentsOfItsLastChange() {
        SearchIndex index = index();
        LanguageTag polish = LanguageTag.of("pl");
        index.update(
                Articles.ACME, List.of(Articles.articleIn("a", List.of(LanguageTag.ENGLISH, polish))), Articles.at(1));
        index.update(Articles.ACME, List.of(Articles.articleIn("a", List.of(LanguageTag.ENGLISH))), Articles.at(2));

        IndexQuery ofAPole = Articles.asked(Articles.WORD, List.of(polish, LanguageTag.ENGLISH), Articles.EVERYBODY);
        assertThat(index.search(Articles.ACME, ofAPole, null, 10).hits())
                .singleElement()
                .satisfies(hit -> assertThat(hit.hit().language()).isEqualTo(LanguageTag.ENGLISH));
    }

    /** Two articles change together, again and again; a reader never sees the one without the other. */
    @Test
    @Promise(1)
    default void noSearchSeesHalfAnUpdate() {
        SearchIndex index = index();
        index.update(Articles.ACME, generation(0), Articles.at(1));

        List<Outcome<Boolean>> outcomes = Race.of(2, runner -> {
            for (int i = 1; i <= 40; i++) {
                if (runner == 0) {
                    index.update(Articles.ACME, generation(i), Articles.at(i + 1));
                } else {
                    List<RankedHit> hits = Articles.hits(index);
                    assertThat(hits).hasSize(2);
                    assertThat(hits.get(0).hit().title().text())
                            .isEqualTo(hits.get(1).hit().title().text());
                }
            }
            return true;
        });

        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.orFail()).isTrue());
    }

    /** The log is read again from an earlier place after a crash. */
    @Test
    @Promise(2)
    default void takingTheSameChangesAgainChangesNothing() {
        SearchIndex index = index();
        List<SearchChange> changes = IntStream.range(0, 12)
                .mapToObj(i -> Articles.article("a" + i, "One " + Articles.WORD, "text ".repeat(i)))
                .toList();
        index.update(Articles.ACME, changes, Articles.at(5));
        List<RankedHit> before = Articles.hits(index);

        index.update(Articles.ACME, changes, Articles.at(5));
        index.update(Articles.ACME, changes.subList(3, 7), Articles.at(5));

        assertThat(Articles.hits(index)).isNotEmpty().isEqualTo(before);
    }

    /** What is not handed over is gone, and only of this tenant. */
    @Test
    @Promise(3)
    default void aRebuildReplacesEverythingThatATenantHas() {
        SearchIndex index = index();
        TenantId other = TenantId.of("other");
        index.update(other, List.of(Articles.article("of-other")), Articles.at(1));
        index.update(Articles.ACME, List.of(Articles.article("a"), Articles.article("b")), Articles.at(1));

        index.rebuild(
                Articles.ACME,
                target -> List.of(Articles.article("b"), Articles.article("c")).forEach(target),
                Articles.at(2));

        assertThat(Articles.found(index, Articles.WORD)).containsExactlyInAnyOrder("b", "c");
        assertThat(index.search(other, everything(other), null, 10).hits()).hasSize(1);
    }

    /** A search in the middle of a rebuild. */
    @Test
    @Promise(3)
    default void searchesFindTheOldUntilARebuildReturns() {
        SearchIndex index = index();
        index.update(Articles.ACME, List.of(Articles.article("old")), Articles.at(1));

        index.rebuild(
                Articles.ACME,
                target -> {
                    target.accept(Articles.article("new"));
                    assertThat(Articles.found(index, Articles.WORD)).containsExactly("old");
                },
                Articles.at(2));

        assertThat(Articles.found(index, Articles.WORD)).containsExactly("new");
    }

    /** It throws behind the first article; the next update goes on from the old. */
    @Test
    @Promise(3)
    default void aRebuildThatThrowsChangesNothing() {
        SearchIndex index = index();
        index.update(Articles.ACME, List.of(Articles.article("old")), Articles.at(1));

        assertThatThrownBy(() -> index.rebuild(
                        Articles.ACME,
                        target -> {
                            target.accept(Articles.article("half"));
                            throw new IllegalStateException("on purpose");
                        },
                        Articles.at(2)))
                .hasMessage("on purpose");

        assertThat(Articles.found(index, Articles.WORD)).containsExactly("old");
        index.update(Articles.ACME, List.of(Articles.article("next")), Articles.at(3));
        assertThat(Articles.found(index, Articles.WORD)).containsExactlyInAnyOrder("old", "next");
    }

    /** Of kinds to keep nothing is replaced, whatever the rest becomes; kinds that nobody knows are no harm. */
    @Test
    @Promise(3)
    default void aRebuildKeepsTheKindsThatItIsTold() {
        SearchIndex index = index();
        Set<Audience> everybody = Set.of(Audience.PUBLIC);
        ObjectRef kept = ObjectRef.of("faq", "kept");
        index.update(
                Articles.ACME, List.of(Articles.article("old"), Articles.objectFor(kept, everybody)), Articles.at(1));

        index.rebuild(
                Articles.ACME,
                Set.of("faq", "unknown"),
                target -> target.accept(Articles.article("new")),
                Articles.at(2));

        assertThat(objects(index)).containsExactlyInAnyOrder(Articles.ref("new"), kept);
        index.rebuild(Articles.ACME, Set.of("article"), target -> {}, Articles.at(3));
        assertThat(objects(index)).containsExactly(Articles.ref("new"));
    }

    /** Whatever the ids of the objects are. */
    @Test
    @Promise(9)
    default void progressTellsWhatIsOwed() {
        SearchIndex index = index();
        Set<ObjectRef> owed = Awkward.identifiers().stream().map(Articles::ref).collect(Collectors.toSet());
        IndexProgress owing = new IndexProgress(LogPosition.START, Set.of("article"), owed);
        index.update(Articles.ACME, List.of(Articles.article("a")), owing);
        assertThat(index.progress(Articles.ACME)).contains(owing);
        index.update(Articles.ACME, List.of(), Articles.at(2));
        assertThat(index.progress(Articles.ACME)).contains(Articles.at(2));
        index.rebuild(Articles.ACME, Set.of("article"), target -> {}, owing);
        assertThat(index.progress(Articles.ACME)).contains(owing);
    }

    /** Also an update without changes moves it, and a rebuild may move it back. */
    @Test
    @Promise(9)
    default void progressIsWhatTheLastWriteGave() {
        SearchIndex index = index();
        assertThat(index.progress(Articles.ACME)).isEmpty();

        index.update(Articles.ACME, List.of(Articles.article("a")), Articles.at(7));
        assertThat(index.progress(Articles.ACME)).contains(Articles.at(7));
        index.update(Articles.ACME, List.of(), Articles.at(8));
        assertThat(index.progress(Articles.ACME)).contains(Articles.at(8));
        index.rebuild(Articles.ACME, target -> {}, Articles.at(6));
        assertThat(index.progress(Articles.ACME)).contains(Articles.at(6));
    }

    /** The event that it stands behind, and the kinds of objects: none, one, many. */
    @Test
    @Promise(9)
    default void everyPartOfTheProgressComesBack() {
        SearchIndex index = index();
        SplittableRandom random = Seed.random();
        for (Set<String> types :
                List.of(Set.of("article"), Set.<String>of(), Set.of("faq", "a b", "Article", "x".repeat(100)))) {
            LogPosition position = new LogPosition(Long.MAX_VALUE, random.nextLong(), Seed.uuid(random));
            IndexProgress updated = new IndexProgress(position, types);
            index.update(Articles.ACME, List.of(Articles.article("a")), updated);
            assertThat(index.progress(Articles.ACME)).contains(updated);
            IndexProgress rebuilt = new IndexProgress(LogPosition.START, types);
            index.rebuild(Articles.ACME, target -> {}, rebuilt);
            assertThat(index.progress(Articles.ACME)).contains(rebuilt);
        }
    }

    /** Each tenant stands somewhere else, whatever its name. */
    @Test
    @Promise(9)
    default void eachTenantHasMadeItsOwnProgress() {
        SearchIndex index = index();
        List<TenantId> tenants =
                Awkward.identifiers().stream().map(TenantId::of).toList();
        for (int i = 0; i < tenants.size(); i++) {
            assertThat(index.progress(tenants.get(i))).as("%s", tenants.get(i)).isEmpty();
            index.update(tenants.get(i), List.of(), Articles.at(i));
        }
        for (int i = 0; i < tenants.size(); i++) {
            assertThat(index.progress(tenants.get(i))).as("%s", tenants.get(i)).contains(Articles.at(i));
        }
    }

    private static List<ObjectRef> objects(SearchIndex index) {
        Scope all = Scope.wholeTenant(Articles.ACME);
        IndexQuery query = Articles.asked(Articles.WORD).within(Map.of("article", all, "faq", all));
        return index.search(Articles.ACME, query, null, 100).hits().stream()
                .map(hit -> hit.hit().object())
                .toList();
    }

    private static IndexQuery everything(TenantId tenant) {
        return Articles.asked(Articles.WORD, List.of(LanguageTag.ENGLISH), Scope.wholeTenant(tenant));
    }

    private static List<SearchChange> generation(int number) {
        String title = Articles.WORD + " " + number;
        return List.of(Articles.article("a", title, ""), Articles.article("b", title, ""));
    }
}
