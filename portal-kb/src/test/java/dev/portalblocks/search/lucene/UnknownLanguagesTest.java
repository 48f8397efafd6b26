// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.search.model.Suggestion;
import dev.portalblocks.search.spi.IndexQuery;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Languages that nobody has configured are searched by their words, variants of the others by their language's rules. */
class UnknownLanguagesTest {
    /** Languages without rules of their own, private ones, and such as nobody speaks. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "tlh",
                "i-klingon",
                "x-private",
                "x-a-b-c",
                "qaa",
                "zxx",
                "mul",
                "gsw",
                "nds",
                "la",
                "eo",
                "yue",
                "cmn-Hans",
                "sr-Latn-RS",
                "uz-Cyrl",
                "sgn-DE",
                "ar-u-nu-latn",
                "th-TH-u-ca-buddhist",
                "en-a-bbb-x-a",
                "de-x-easy",
                "pl",
                "uk",
                "hy",
                "am",
                "xx-Zzzz-ZZ"
            })
    void aWordIsFoundWhateverTheLanguage(String language) {
        LanguageTag tag = LanguageTag.of(language);
        try (LuceneSearchIndex index = Samples.holding(
                Samples.change(Samples.document("a", tag, Set.of(Audience.PUBLIC), "Qapla Vertrag", "nuqneH batlh")))) {
            for (String word : List.of("batlh", "BATLH", "Vertrag", "\"Qapla Vertrag\"")) {
                assertThat(Samples.found(index, Samples.asked(word, List.of(tag))))
                        .as("%s in %s", word, language)
                        .containsExactly("a");
            }
            IndexQuery typed = Samples.asked("Qap", List.of(tag)).beingTyped();
            assertThat(Samples.found(index, typed)).containsExactly("a");
            assertThat(index.suggest(Samples.ACME, typed, 5))
                    .extracting(Suggestion::object)
                    .containsExactly(Samples.article("a"));
            assertThat(index.answers(Samples.ACME, Samples.asked("nuqneH batlh", List.of(tag)), 5))
                    .hasSize(1);
            assertThat(Samples.found(index, Samples.asked("nothing -batlh", List.of(tag))))
                    .isEmpty();
        }
    }

    /** Region, script, variant and extension change nothing in the rules of a language. */
    @ParameterizedTest
    @CsvSource({
        "de-CH-1996, Verträge, Vertrag",
        "de-1901, Haftpflicht, Kfz-Haftpflichtversicherung",
        "de-Latn-AT, Gruesse, Grüße",
        "de-DE-u-co-phonebk, Rechnungen, Rechnung",
        "en-Latn-GB-scotland, invoices, invoice",
        "en-x-legal, cancelled, cancel",
        "fr-Latn-CA, contrats, contrat",
        "pt-BR, seguros, seguro",
        "zh-Hant-TW, 保險, 人壽保險",
        "zh-Hans, 保险, 人寿保险"
    })
    void aVariantFollowsTheRulesOfItsLanguage(String language, String asked, String written) {
        LanguageTag tag = LanguageTag.of(language);
        try (LuceneSearchIndex index = Samples.holding(
                Samples.change(Samples.document("a", tag, Set.of(Audience.PUBLIC), "1", "xyz " + written + " xyz")))) {
            assertThat(Samples.found(index, Samples.asked(asked, List.of(tag)))).containsExactly("a");
            assertThat(Samples.found(index, Samples.asked(asked, tag.fallbackTo(LanguageTag.ENGLISH))))
                    .containsExactly("a");
        }
    }

    /** Text of scripts without spaces or case, of right-to-left ones, and of none. */
    @ParameterizedTest
    @CsvSource({
        "am, ኢንሹራንስ",
        "th, ประกันภัย",
        "ka, დაზღვევა",
        "hy, ապահովագրություն",
        "ar, تأمين",
        "he, ביטוח",
        "el, ασφάλεια",
        "km, ធានារ៉ាប់រង",
        "x-runes, ᚠᚢᚦᚨᚱᚲ"
    })
    void aWordOfAnyScriptIsFound(String language, String word) {
        LanguageTag tag = LanguageTag.of(language);
        try (LuceneSearchIndex index = Samples.holding(
                Samples.change(Samples.document("a", tag, Set.of(Audience.PUBLIC), word, "1 " + word)),
                Samples.change(Samples.document("b", tag, Set.of(Audience.PUBLIC), "xyz", "2")))) {
            assertThat(Samples.found(index, Samples.asked(word, List.of(tag)))).containsExactly("a");
        }
    }

    /** The language that somebody reads decides what they get, not what there is to find. */
    @Test
    void aReaderOfALanguageThatNothingIsWrittenInFindsWhatThereIs() {
        try (LuceneSearchIndex index = Samples.holding(
                Samples.german("a", "Verträge kündigen", "Haftpflichtversicherung"),
                Samples.english("b", "Invoices", "How to pay"))) {
            for (String reader : List.of("tlh", "x-private", "ja", "sr-Cyrl")) {
                List<LanguageTag> languages = LanguageTag.of(reader).fallbackTo(LanguageTag.GERMAN);
                assertThat(Samples.found(index, Samples.asked("Vertrag", languages)))
                        .as(reader)
                        .containsExactly("a");
                assertThat(Samples.found(index, Samples.asked("invoice", languages)))
                        .as(reader)
                        .containsExactly("b");
                assertThat(Samples.found(index, Samples.asked("Haftpflicht", List.of(LanguageTag.of(reader)))))
                        .as("%s without a fallback", reader)
                        .containsExactly("a");
            }
            assertThat(Samples.found(index, Samples.asked("Vertrag", List.of())))
                    .as("of no language at all")
                    .containsExactly("a");
        }
    }

    /** Two languages without rules are two languages: each reader gets their own text. */
    @Test
    void aTextInALanguageWithoutRulesIsServedToItsReaders() {
        LanguageTag klingon = LanguageTag.of("tlh");
        LanguageTag esperanto = LanguageTag.of("eo");
        try (LuceneSearchIndex index = Samples.holding(
                Samples.change(Samples.document("a", klingon, Set.of(Audience.PUBLIC), "Qapla", "batlh")),
                Samples.change(Samples.document("b", esperanto, Set.of(Audience.PUBLIC), "Sukceso", "honoro")))) {
            assertThat(Samples.hits(index, Samples.asked("Qapla", List.of(klingon))))
                    .singleElement()
                    .satisfies(hit -> assertThat(hit.hit().language()).isEqualTo(klingon));
            assertThat(Samples.found(index, Samples.asked("honoro", List.of(klingon))))
                    .containsExactly("b");
        }
    }
}
