// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.model.SearchHit;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.RankedHit;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchIndex;
import dev.portalblocks.search.spi.WriteBehindIndex;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The promises of {@link WriteBehindIndex}, beside those of {@link SearchIndexContract}: implement it in a test class and return
 * the index to be tested, and what a process that is killed leaves of it.
 */
@ContractOf(WriteBehindIndex.class)
public interface WriteBehindIndexContract {
    /** Returns an index without a tenant; asked once, at the beginning of each test. */
    WriteBehindIndex index();

    /**
     * Returns the index of a new process that is started on what is kept for good at this moment, as if the process that has
     * {@link #index} had been killed; that one goes on, or was closed. Asked several times in a test, which closes what it gets.
     */
    WriteBehindIndex afterKill();

    @Test
    @Promise(1)
    default void whatWasUpdatedIsFoundBeforeItIsKept() {
        WriteBehindIndex index = index();
        index.update(Articles.ACME, List.of(Articles.article("a"), Articles.article("b")), Articles.at(1));
        index.update(Articles.ACME, List.of(Articles.gone("a"), Articles.article("c")), Articles.at(2));

        assertThat(found(index)).containsExactlyInAnyOrder("b", "c");
        assertThat(index.progress(Articles.ACME)).contains(Articles.at(2));

        index.rebuild(Articles.ACME, all -> all.accept(Articles.article("d")), Articles.at(3));
        assertThat(found(index)).containsExactly("d");
        assertThat(index.progress(Articles.ACME)).contains(Articles.at(3));
    }

    @Test
    @Promise(2)
    default void whatWasFlushedOutlivesTheProcess() {
        WriteBehindIndex index = index();
        TenantId other = TenantId.of("other");
        index.update(Articles.ACME, List.of(Articles.article("a"), Articles.article("b")), Articles.at(1));
        index.update(Articles.ACME, List.of(Articles.gone("a")), Articles.at(2));
        index.update(other, List.of(Articles.article("theirs")), Articles.at(7));
        index.flush();

        try (WriteBehindIndex kept = afterKill()) {
            assertThat(found(kept)).containsExactly("b");
            assertThat(kept.progress(Articles.ACME)).contains(Articles.at(2));
            assertThat(Articles.ids(kept.search(other, in(other), null, 9).hits()))
                    .containsExactly("theirs");
            assertThat(kept.progress(other)).contains(Articles.at(7));
        }
    }

    /** As far as the log has come with it, too, where nothing else has changed. */
    @Test
    @Promise(2)
    default void aFlushedRebuildAndAPositionAloneOutliveTheProcess() {
        WriteBehindIndex index = index();
        index.update(Articles.ACME, List.of(Articles.article("a")), Articles.at(1));
        index.flush();
        index.rebuild(Articles.ACME, all -> all.accept(Articles.article("b")), Articles.at(2));
        index.flush();
        try (WriteBehindIndex kept = afterKill()) {
            assertThat(found(kept)).containsExactly("b");
            assertThat(kept.progress(Articles.ACME)).contains(Articles.at(2));
        }

        index.update(Articles.ACME, List.of(), Articles.at(3));
        index.flush();
        try (WriteBehindIndex kept = afterKill()) {
            assertThat(found(kept)).containsExactly("b");
            assertThat(kept.progress(Articles.ACME)).contains(Articles.at(3));
        }
    }

    /** Killed after each of twelve updates, of which the fourth and the ninth are flushed. */
    @Test
    @Promise(3)
    default void aKilledProcessLeavesWhatOneUpdateGave() {
        WriteBehindIndex index = index();
        List<Set<String>> states = new ArrayList<>(List.of(Set.of()));
        int flushed = 0;
        for (int number = 1; number <= 12; number++) {
            List<SearchChange> changes = changes(number);
            index.update(Articles.ACME, changes, Articles.at(number));
            states.add(after(states.get(number - 1), changes));
            if (number == 4 || number == 9) {
                index.flush();
                flushed = number;
            }
            try (WriteBehindIndex left = afterKill()) {
                int reached = reached(left);
                assertThat(reached)
                        .as("how far, killed after update %d", number)
                        .isBetween(flushed, number);
                assertThat(new TreeSet<>(found(left)))
                        .as("what is found at %d, killed after update %d", reached, number)
                        .isEqualTo(new TreeSet<>(states.get(reached)));
            }
        }
    }

    /** The log brings what is missing, and what is found is told alike, with order and scores. */
    @Test
    @Promise(3)
    default void whatIsMissingAfterAKillLeadsToWhatWasThere() {
        WriteBehindIndex index = index();
        for (int number = 1; number <= 9; number++) {
            index.update(Articles.ACME, changes(number), Articles.at(number));
            if (number == 5) {
                index.flush();
            }
        }

        try (WriteBehindIndex left = afterKill()) {
            for (int number = reached(left) + 1; number <= 9; number++) {
                left.update(Articles.ACME, changes(number), Articles.at(number));
            }
            assertThat(hits(left)).isEqualTo(hits(index));
            assertThat(left.progress(Articles.ACME)).isEqualTo(index.progress(Articles.ACME));
        }
    }

    /** A rebuild whose source fails behind half of it; before it there is something that was not flushed. */
    @Test
    @Promise(4)
    default void whatThrewLeavesWhatOneUpdateGave() {
        WriteBehindIndex index = index();
        index.update(Articles.ACME, List.of(Articles.article("a")), Articles.at(1));
        index.flush();
        index.update(Articles.ACME, List.of(Articles.article("b"), Articles.gone("a")), Articles.at(2));

        assertThatThrownBy(() -> index.rebuild(
                        Articles.ACME,
                        all -> {
                            all.accept(Articles.article("half"));
                            throw new IllegalArgumentException("the source fails");
                        },
                        Articles.at(3)))
                .isInstanceOf(RuntimeException.class);

        oneOfTheTwo(index);
        try (WriteBehindIndex left = afterKill()) {
            oneOfTheTwo(left);
        }
        index.update(
                Articles.ACME,
                List.of(Articles.article("c"), Articles.article("b"), Articles.gone("a")),
                Articles.at(4));
        index.flush();
        assertThat(found(index)).containsExactlyInAnyOrder("b", "c");
    }

    @Test
    @Promise(5)
    default void closingKeepsForGood() {
        WriteBehindIndex index = index();
        index.update(Articles.ACME, List.of(Articles.article("a")), Articles.at(1));
        index.flush();
        index.update(Articles.ACME, List.of(Articles.article("b")), Articles.at(2));
        index.close();

        try (WriteBehindIndex kept = afterKill()) {
            assertThat(found(kept)).containsExactlyInAnyOrder("a", "b");
            assertThat(kept.progress(Articles.ACME)).contains(Articles.at(2));
        }
    }

    /** Several flushes, with and without something to keep, between two pages. */
    @Test
    @Promise(6)
    default void aFlushChangesNothingThatIsTold() {
        WriteBehindIndex index = index();
        assertThatCode(index::flush).doesNotThrowAnyException();
        for (int number = 1; number <= 6; number++) {
            index.update(Articles.ACME, changes(number), Articles.at(number));
        }
        index.flush();
        List<RankedHit> before = Articles.hits(index);
        index.update(Articles.ACME, List.of(), Articles.at(7));
        for (int times = 0; times < 3; times++) {
            index.flush();
        }

        assertThat(before).hasSizeGreaterThan(3);
        assertThat(Articles.hits(index)).isEqualTo(before);
        assertThat(index.search(Articles.ACME, asked(), before.get(1).place(), 100)
                        .hits())
                .isEqualTo(before.subList(2, before.size()));
        assertThat(index.progress(Articles.ACME)).contains(Articles.at(7));
    }

    private static void oneOfTheTwo(WriteBehindIndex index) {
        assertThat(found(index)).containsExactly(reached(index) == 1 ? "a" : "b");
        assertThat(reached(index)).isBetween(1, 2);
    }

    /** Returns the number of the update that the index stands at; 0 where there is none. */
    private static int reached(SearchIndex index) {
        return index.progress(Articles.ACME)
                .map(progress -> {
                    int number = (int) progress.position().commit();
                    assertThat(progress).isEqualTo(Articles.at(number));
                    return number;
                })
                .orElse(0);
    }

    /** Several at once: each update adds two, writes one anew, and takes one away. */
    private static List<SearchChange> changes(int number) {
        return List.of(
                Articles.article("a" + number),
                Articles.article("b" + number, "Another " + Articles.WORD, "text ".repeat(number)),
                Articles.article("same", "One " + Articles.WORD + " of " + number, Articles.WORD),
                Articles.gone("a" + (number - 2)));
    }

    private static Set<String> after(Set<String> before, List<SearchChange> changes) {
        Set<String> after = new TreeSet<>(before);
        changes.forEach(change -> {
            if (change.documents().isEmpty()) {
                after.remove(change.object().id());
            } else {
                after.add(change.object().id());
            }
        });
        return after;
    }

    private static List<String> found(SearchIndex index) {
        return Articles.ids(Articles.hits(index));
    }

    private static List<SearchHit> hits(SearchIndex index) {
        return Articles.hits(index).stream().map(RankedHit::hit).toList();
    }

    private static IndexQuery asked() {
        return Articles.asked(Articles.WORD);
    }

    private static IndexQuery in(TenantId tenant) {
        return asked().seeing(Articles.seeing(Scope.wholeTenant(tenant)));
    }
}
