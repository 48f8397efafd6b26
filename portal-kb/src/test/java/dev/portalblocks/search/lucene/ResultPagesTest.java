// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.search.spi.RankedHit;
import dev.portalblocks.search.spi.SearchChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pages are what one long list would be. */
class ResultPagesTest {
    private static final List<String> WORDS =
            List.of("Beitrag", "Rechnung", "Konto", "Schaden", "Auto", "Haus", "Hund");

    @Test
    void aWalkThroughPagesIsTheWholeList() {
        SplittableRandom random = new SplittableRandom(Seeds.value());
        for (int run = 0; run < 5; run++) {
            try (LuceneSearchIndex index = Samples.holding(corpus(random))) {
                List<RankedHit> all = Samples.hits(index, Samples.german("Beitrag und Konto im Haus"));

                assertThat(all).isSortedAccordingTo(Comparator.comparing(RankedHit::place));
                for (int limit : new int[] {1, 3, 7, all.size(), all.size() + 1}) {
                    assertThat(walk(index, limit))
                            .as("seed %d, pages of %d", Seeds.value(), limit)
                            .isEqualTo(all);
                }
            }
        }
    }

    @Test
    void equalScoresAreOrderedByTheObjectsText() {
        List<SearchChange> same = IntStream.range(0, 30)
                .mapToObj(i -> Samples.german("d" + (i * 7 % 30), "Beitrag", "Der Beitrag."))
                .toList();
        try (LuceneSearchIndex index = Samples.holding(same.toArray(SearchChange[]::new))) {
            assertThat(Samples.found(index, Samples.german("Beitrag")))
                    .hasSize(30)
                    .isSorted();
        }
    }

    @Test
    void aPageFollowsAnAnchorThatHasVanished() {
        SearchChange[] same = IntStream.range(0, 9)
                .mapToObj(i -> Samples.german("d" + i, "Beitrag", "Der Beitrag."))
                .toArray(SearchChange[]::new);
        try (LuceneSearchIndex index = Samples.holding(same)) {
            RankedHit anchor = Samples.hits(index, Samples.german("Beitrag")).get(4);
            SearchChange replaced = Samples.german("d4", "Anderes", "Nichts davon.");
            index.update(Samples.ACME, List.of(replaced), Samples.at(2));
            // fewer documents change every score alike; the anchor's score is that of the page before
            Keyset now = new Keyset(
                    Samples.hits(index, Samples.german("Beitrag"))
                            .get(0)
                            .place()
                            .sortKey(),
                    anchor.place().id());

            assertThat(Samples.ids(index.search(Samples.ACME, Samples.german("Beitrag"), now, 10)
                            .hits()))
                    .containsExactly("d5", "d6", "d7", "d8");
        }
    }

    @Test
    void aPlaceThatIsNoneOfOursIsInvalidInput() {
        try (LuceneSearchIndex index = Samples.holding(Samples.german("a", "Beitrag", ""))) {
            assertThatThrownBy(() -> index.search(
                                    Samples.ACME, Samples.german("Beitrag"), new Keyset("not hex", "article:a"), 10)
                            .hits())
                    .isInstanceOfSatisfying(
                            PortalException.InvalidInput.class,
                            e -> assertThat(e.code()).isEqualTo("cursor.invalid"));
        }
    }

    private static SearchChange[] corpus(SplittableRandom random) {
        return IntStream.range(0, 80)
                .mapToObj(i -> Samples.german("d" + random.nextInt(1000) + "-" + i, text(random, 2), text(random, 12)))
                .toArray(SearchChange[]::new);
    }

    private static String text(SplittableRandom random, int words) {
        return IntStream.range(0, random.nextInt(1, words + 1))
                .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())))
                .collect(Collectors.joining(" "));
    }

    private static List<RankedHit> walk(LuceneSearchIndex index, int limit) {
        List<RankedHit> joined = new ArrayList<>();
        @Nullable Keyset after = null;
        while (true) {
            List<RankedHit> page = index.search(Samples.ACME, Samples.german("Beitrag und Konto im Haus"), after, limit)
                    .hits();
            if (page.isEmpty()) {
                return joined;
            }
            joined.addAll(page);
            after = page.get(page.size() - 1).place();
        }
    }
}
