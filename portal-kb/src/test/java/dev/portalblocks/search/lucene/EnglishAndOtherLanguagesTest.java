// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.search.spi.IndexQuery;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every language is searched by its own rules, and every other at least by its words. */
class EnglishAndOtherLanguagesTest {
    @ParameterizedTest
    @CsvSource({
        "en, invoices, invoice",
        "en, customer, customer's",
        "en, cancel, cancelled",
        "en-GB, invoices, invoice",
        "fr, assurance, l'assurance",
        "fr, contrats, contrat",
        "nl, verzekeringen, verzekering",
        "es, seguros, seguro",
        "ja, 保険, 生命保険料",
        "zh-Hant, 保險, 人壽保險",
        "pl, umowa, Umowa",
        "el, ασφάλεια, ΑΣΦΆΛΕΙΑ",
        "he, ביטוח, ביטוח"
    })
    void aWordIsFound(String language, String asked, String written) {
        LanguageTag tag = LanguageTag.of(language);
        try (LuceneSearchIndex index = Samples.holding(
                Samples.change(Samples.document("a", tag, Set.of(Audience.PUBLIC), "1", "xyz " + written + " xyz")))) {
            IndexQuery query = Samples.asked(asked, List.of(tag));

            assertThat(Samples.found(index, query)).containsExactly("a");
        }
    }

    @ParameterizedTest
    @CsvSource({"Hover, over", "over, Hover", "art, start"})
    void englishWordsAreNotSplit(String asked, String written) {
        try (LuceneSearchIndex index = Samples.holding(Samples.english("a", "1", "xyz " + written + " xyz"))) {
            assertThat(Samples.found(index, Samples.english(asked))).isEmpty();
        }
    }
}
