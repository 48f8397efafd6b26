// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.search.model.SynonymTerms;
import dev.portalblocks.search.spi.SearchIndex;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Promise;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Promise 15 of {@link SearchIndex}, about what editors say that words mean; part of {@link SearchIndexContract}. */
@ContractOf(SearchIndex.class)
public interface SearchSynonymsContract {
    /** Returns an index without a tenant; asked once, at the beginning of each test. */
    SearchIndex index();

    /** Both ways, whatever its case. */
    @Test
    @Promise(15)
    default void aTermFindsTheOthers() {
        SearchIndex index = filled();
        SynonymTerms terms = english("zebra", "quokka", "okapi");

        assertThat(found(index, "zebra")).containsExactly("z");
        assertThat(found(index, "zebra", terms)).containsExactlyInAnyOrder("z", "q", "o");
        assertThat(found(index, "Quokka", terms)).containsExactlyInAnyOrder("z", "q", "o");
        assertThat(found(index, "unicorn", english("unicorn", "okapi"))).containsExactly("o");
    }

    /** By one word, and of one word. */
    @Test
    @Promise(15)
    default void severalWordsAreATerm() {
        SearchIndex index = filled();
        SynonymTerms terms = english("quokka", "striped desert horse");

        assertThat(found(index, "quokka", terms)).containsExactlyInAnyOrder("q", "d");
        assertThat(found(index, "my striped desert horse", terms)).contains("d", "q");
        assertThat(found(index, "striped", terms)).containsExactly("d");
    }

    /** Who asks for what is found by a term does not find the term. */
    @Test
    @Promise(15)
    default void oneWayIsNoWayBack() {
        SearchIndex index = filled();
        SynonymTerms terms = english("zebra").finding("quokka");

        assertThat(found(index, "zebra", terms)).containsExactlyInAnyOrder("z", "q");
        assertThat(found(index, "quokka", terms)).containsExactly("q");
    }

    /** One that names the next, and the last the first. */
    @Test
    @Promise(15)
    default void aCircleIsWalkedOneStep() {
        SearchIndex index = filled();
        SynonymTerms[] circle = {
            english("zebra").finding("quokka"),
            english("quokka").finding("okapi"),
            english("okapi").finding("zebra")
        };

        assertThat(found(index, "zebra", circle)).containsExactlyInAnyOrder("z", "q");
        assertThat(found(index, "quokka", circle)).containsExactlyInAnyOrder("q", "o");
        assertThat(found(index, "okapi", circle)).containsExactlyInAnyOrder("o", "z");
    }

    /** Neither what is found nor in which order, nor how good a hit is. */
    @Test
    @Promise(15)
    default void whatTheTextDoesNotSayChangesNothing() {
        SearchIndex index = filled();
        SynonymTerms[] others = {english("unicorn", "quokka"), english("okapi").finding("zebra")};

        for (String text : List.of("zebra", "zebra quokka", "striped horse", "", "?")) {
            assertThat(index.search(
                            Articles.ACME,
                            Articles.asked(text).meaning(List.of(english("unicorn", "okapi"))),
                            null,
                            10))
                    .isEqualTo(index.search(Articles.ACME, Articles.asked(text), null, 10));
        }
        assertThat(found(index, "zebra", others)).containsExactly("z");
    }

    /** A synonym shows nothing that the reader may not see, and counts nothing of it. */
    @Test
    @Promise(15)
    default void whatNobodySeesIsNotFoundByASynonym() {
        SearchIndex index = filled();
        var asked = Articles.asked("zebra").meaning(List.of(english("zebra", Articles.WORD, "quokka")));
        var before = index.search(Articles.ACME, asked, null, 10);

        index.update(Articles.ACME, List.of(Articles.articleFor("secret", Set.of(Audience.SIGNED_IN))), Articles.at(2));

        assertThat(index.search(Articles.ACME, asked, null, 10)).isEqualTo(before);
        assertThat(Articles.ids(before.hits())).containsExactlyInAnyOrder("z", "q");
    }

    private SearchIndex filled() {
        SearchIndex index = index();
        index.update(
                Articles.ACME,
                List.of(
                        Articles.article("z", "One", "A zebra."),
                        Articles.article("q", "Two", "A quokka."),
                        Articles.article("o", "Three", "An okapi."),
                        Articles.article("d", "Four", "The striped desert horse.")),
                Articles.at(1));
        return index;
    }

    private static SynonymTerms english(String... terms) {
        return SynonymTerms.of(LanguageTag.ENGLISH, terms);
    }

    private static List<String> found(SearchIndex index, String text, SynonymTerms... synonyms) {
        return Articles.ids(index.search(Articles.ACME, Articles.asked(text).meaning(List.of(synonyms)), null, 100)
                .hits());
    }
}
