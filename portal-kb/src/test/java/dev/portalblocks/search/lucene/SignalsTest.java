// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.search.model.SearchDocument;
import dev.portalblocks.search.model.SearchDocument.SearchFacts;
import dev.portalblocks.search.model.SearchDocument.SearchText;
import dev.portalblocks.search.spi.SearchChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What changed lately, and what readers called helpful, comes first among texts that fit alike, and never before a better one. */
class SignalsTest {
    private static final Instant NOW = Samples.NOBODY.now();
    private static final SearchFacts NONE = SearchFacts.none();

    @Test
    void whatChangedLatelyComesFirst() {
        assertThat(order(
                        known("a", NONE, "Zählerstand"),
                        known("b", NONE.changed(NOW.minus(Duration.ofDays(900))), "Zählerstand"),
                        known("c", NONE.changed(NOW.minus(Duration.ofDays(1))), "Zählerstand")))
                .containsExactly("c", "b", "a");
    }

    @Test
    void whatReadersCalledHelpfulComesFirstAndWhatTheyDidNotLast() {
        assertThat(order(
                        known("a", NONE.helpful(0.1), "Zählerstand"),
                        known("b", NONE, "Zählerstand"),
                        known("c", NONE.helpful(0.9), "Zählerstand")))
                .containsExactly("c", "b", "a");
    }

    /** All readers' praise and today's change do not outweigh that the word is in the title. */
    @Test
    void whatFitsBetterStaysBefore() {
        assertThat(order(
                        known("a", NONE.helpful(1).changed(NOW), "Umzug"),
                        known("b", NONE.helpful(0).changed(NOW.minus(Duration.ofDays(2_000))), "Zählerstand melden")))
                .containsExactly("b", "a");
    }

    /** Of one day all are equal, so that a second page goes on where the first ended; and nothing is fresher than today. */
    @Test
    void theDayCounts() {
        assertThat(order(
                        known("a", NONE.changed(NOW.minus(Duration.ofHours(11))), "Zählerstand"),
                        known("b", NONE.changed(NOW.plus(Duration.ofHours(1))), "Zählerstand"),
                        known("c", NONE.changed(NOW.plus(Duration.ofDays(40))), "Zählerstand")))
                .containsExactly("a", "b", "c");
    }

    @Test
    void aShareIsBetweenNoneAndAll() {
        for (double share : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatThrownBy(() -> NONE.helpful(share)).isInstanceOf(PortalException.InvalidInput.class);
        }
    }

    private static List<String> order(SearchChange... changes) {
        try (LuceneSearchIndex index = Samples.holding(changes)) {
            return Samples.found(index, Samples.german("Zählerstand"));
        }
    }

    private static SearchChange known(String id, SearchFacts facts, String title) {
        return Samples.change(new SearchDocument(
                Samples.article(id),
                LanguageTag.GERMAN,
                List.of(LanguageTag.GERMAN),
                Set.of(Audience.PUBLIC),
                title,
                SearchText.of("Den Zählerstand geben Sie bitte einmal im Jahr an."),
                facts));
    }
}
