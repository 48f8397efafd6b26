// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.spi.SearchChange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is seen whole or not at all, in memory and on disk. */
class LuceneSearchIndexTest {
    @TempDir
    private Path directory;

    private LuceneSearchIndex index(boolean onDisk) {
        return onDisk ? LuceneSearchIndex.in(directory) : LuceneSearchIndex.inMemory();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anUpdateIsVisibleWithItsPositionWhenItReturns(boolean onDisk) {
        try (LuceneSearchIndex index = index(onDisk)) {
            index.update(Samples.ACME, List.of(beitrag("a"), beitrag("b")), Samples.at(1));
            assertThat(Samples.found(index, Samples.german("Beitrag"))).containsExactly("a", "b");

            SearchChange gone = new SearchChange(Samples.article("a"), List.of());
            index.update(Samples.ACME, List.of(gone, beitrag("c"), beitrag("a"), gone), Samples.at(2));

            assertThat(Samples.found(index, Samples.german("Beitrag"))).containsExactly("b", "c");
            assertThat(index.progress(Samples.ACME)).contains(Samples.at(2));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void searchesFindTheOldUntilARebuildReturns(boolean onDisk) {
        try (LuceneSearchIndex index = index(onDisk)) {
            index.update(Samples.ACME, List.of(beitrag("old")), Samples.at(1));
            index.rebuild(
                    Samples.ACME,
                    target -> {
                        target.accept(beitrag("new"));
                        assertThat(Samples.found(index, Samples.german("Beitrag")))
                                .containsExactly("old");
                        assertThat(index.progress(Samples.ACME)).contains(Samples.at(1));
                    },
                    Samples.at(2));

            assertThat(Samples.found(index, Samples.german("Beitrag"))).containsExactly("new");
            assertThat(index.progress(Samples.ACME)).contains(Samples.at(2));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatFailsHalfWayChangesNothingAndTheNextSucceeds(boolean onDisk) {
        try (LuceneSearchIndex index = index(onDisk)) {
            index.update(Samples.ACME, List.of(beitrag("old")), Samples.at(1));
            assertThatThrownBy(() -> index.rebuild(
                            Samples.ACME,
                            target -> {
                                target.accept(beitrag("half"));
                                throw new IllegalStateException("no more");
                            },
                            Samples.at(2)))
                    .hasMessage("no more");

            assertThat(Samples.found(index, Samples.german("Beitrag"))).containsExactly("old");
            assertThat(index.progress(Samples.ACME)).contains(Samples.at(1));
            index.update(Samples.ACME, List.of(beitrag("next")), Samples.at(3));
            assertThat(Samples.found(index, Samples.german("Beitrag"))).containsExactly("next", "old");
        }
    }

    @Test
    void aFirstRebuildThatFailsLeavesNoIndex() {
        try (LuceneSearchIndex index = LuceneSearchIndex.in(directory)) {
            assertThatThrownBy(() -> index.rebuild(
                            Samples.ACME,
                            target -> {
                                throw new IllegalStateException("no more");
                            },
                            Samples.at(2)))
                    .hasMessage("no more");
            assertThat(index.progress(Samples.ACME)).isEmpty();
            assertThat(Samples.hits(index, Samples.german("Beitrag"))).isEmpty();
        }
    }

    @Test
    void anIncrementalIndexEqualsARebuiltOne() {
        List<SearchChange> all = new ArrayList<>();
        try (LuceneSearchIndex grown = LuceneSearchIndex.inMemory();
                LuceneSearchIndex built = LuceneSearchIndex.inMemory()) {
            for (int i = 0; i < 40; i++) {
                String text = "Der Beitrag " + "steigt ".repeat(i % 7) + (i % 3 == 0 ? "Rechnung" : "Kontoauszug");
                SearchChange change = Samples.german("d" + i, i % 2 == 0 ? "Beitrag" : "Konto", text);
                grown.update(Samples.ACME, List.of(beitrag("d" + i), beitrag("e" + i)), Samples.at(i));
                grown.update(
                        Samples.ACME,
                        List.of(change, new SearchChange(Samples.article("e" + i), List.of())),
                        Samples.at(i));
                all.add(change);
            }
            built.rebuild(Samples.ACME, all::forEach, Samples.at(40));

            for (String text : List.of("Beitrag", "steigt die Rechnung", "Konto", "Auszug Beitrag")) {
                assertThat(Samples.hits(grown, Samples.german(text)))
                        .isNotEmpty()
                        .isEqualTo(Samples.hits(built, Samples.german(text)));
            }
        }
    }

    @Test
    void tenantsAreApart() {
        TenantId other = TenantId.of("other");
        try (LuceneSearchIndex index = Samples.holding(beitrag("a"))) {
            List<?> before = Samples.hits(index, Samples.german("Beitrag"));
            index.update(other, List.of(beitrag("b")), Samples.at(5));

            assertThat(Samples.hits(index, Samples.german("Beitrag"))).isEqualTo(before);
            assertThat(index.progress(Samples.ACME)).contains(Samples.at(1));
            assertThat(index.progress(other)).contains(Samples.at(5));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatComesAfterCloseIsRefused(boolean onDisk) {
        LuceneSearchIndex index = index(onDisk);
        index.update(Samples.ACME, List.of(beitrag("a")), Samples.at(1));
        index.close();
        index.close();

        assertThatThrownBy(() -> Samples.hits(index, Samples.german("a"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> index.progress(Samples.ACME)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> index.update(Samples.ACME, List.of(), Samples.at(2)))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void searchesBesideUpdatesAndRebuildsSeeOneStateAtATime(boolean onDisk) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        AtomicBoolean done = new AtomicBoolean();
        try (LuceneSearchIndex index = index(onDisk)) {
            index.update(Samples.ACME, generation(0), Samples.at(0));
            Callable<Integer> reader = () -> {
                int searches = 0;
                while (!done.get()) {
                    List<String> found = Samples.found(index, Samples.german("Beitrag"));
                    assertThat(found).hasSize(10);
                    assertThat(Samples.hits(index, Samples.german("Beitrag")).stream()
                                    .map(hit -> hit.hit().snippet().text())
                                    .distinct())
                            .hasSize(1);
                    searches++;
                }
                return searches;
            };
            List<Future<Integer>> readers = List.of(threads.submit(reader), threads.submit(reader));
            for (int i = 1; i <= 30; i++) {
                List<SearchChange> generation = generation(i);
                if (i % 3 == 0) {
                    index.rebuild(Samples.ACME, generation::forEach, Samples.at(i));
                } else {
                    index.update(Samples.ACME, generation, Samples.at(i));
                }
            }
            done.set(true);
            for (Future<Integer> searches : readers) {
                assertThat(searches.get()).isPositive();
            }
        } finally {
            done.set(true);
            threads.shutdownNow();
        }
    }

    private static List<SearchChange> generation(int number) {
        return IntStream.range(0, 10)
                .mapToObj(i -> Samples.german("d" + i, "Titel", "Der Beitrag " + number + "."))
                .toList();
    }

    private static SearchChange beitrag(String id) {
        return Samples.german(id, "Titel", "Der Beitrag.");
    }
}
