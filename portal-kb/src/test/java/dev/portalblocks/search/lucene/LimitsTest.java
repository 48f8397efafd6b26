// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.search.spi.SearchChange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However long and strange a text is, the query of it stays within the limits: counted in what Lucene gets. */
class LimitsTest {
    private static final int LENGTH = 10_000;
    private static final List<String> TAGS = List.of(
            "de", "en", "fr", "da", "es", "fi", "hu", "it", "nb", "nl", "nn", "no", "pt", "ro", "ru", "sv", "tr", "ja",
            "ko", "zh", "pl");

    static List<String> hostileTexts() {
        String words = AnyTextTest.words(LENGTH);
        return List.of(
                words,
                words.replace("versicherungs", "\"versicherungs ").replace(" ", "\" "),
                words.replace("versicherungs", "-versicherungs-"),
                words.replace("versicherungs", "-\"versicherungs ").replace("beitrag ", "beitrag\" "),
                filled("\"a b c d e f g h i j k l m n o p q r s t\" "),
                filled("-a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q-r-s-t "),
                filled("-a"),
                filled(" -a -"),
                filled("\"a \"b\" "),
                filled("„a“ »b« -„c“ -»d« "),
                filled("\""),
                filled("-\"") + "haf",
                filled("Haftpflichtversicherungsbeitragsrechnungszahlungsverzugsschadensersatzanspruch"),
                filled("Haftpflichtversicherungsbeitragsrechnungszahlungsverzugsschadensersatzanspruch "),
                mistyped(),
                filled("kündgung beitrg rechnug ") + "haf",
                words.substring(0, LENGTH - 4) + " haf",
                filled("保険料") + "haf",
                filled("a") + " h");
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void aTextBecomesNoMoreClausesAndTermsThanTheLimits(String text) throws IOException {
        assertWithin(text, List.of("de"), List.of("de"));
        assertWithin(text, List.of("de", "en"), List.of("de", "en"));
        assertWithin(text, TAGS, List.of("de"));
        assertWithin(text, TAGS, TAGS);
        assertWithin(text, TAGS, List.of());
    }

    /** Limits that nothing reaches would hold nothing. */
    @Test
    void aLongTextUsesWhatItMay() throws IOException {
        QuerySize counted = count(AnyTextTest.words(LENGTH), List.of("de"), List.of("de"));

        assertThat(counted.clauses()).isBetween(LuceneSearchIndex.MAX_CLAUSES - 10, LuceneSearchIndex.MAX_CLAUSES);
        assertThat(QueryWords.of(German.analysis(), AskedText.of(AnyTextTest.words(LENGTH)), Set::copyOf)
                        .words())
                .hasSize(QueryWords.MAX_WORDS);
    }

    @Test
    void aWordThatIsBeingTypedIsExpandedToAsManyWordsAsAllowed() throws IOException {
        assertThat(count("haf", List.of("de"), List.of("de")).expanded()).isEqualTo(TypedWords.MAX_EXPANDED);
        assertThat(count(filled("„a b“ -c ") + "haf", TAGS, TAGS).expanded())
                .isEqualTo(TypedWords.MAX_EXPANDED * TAGS.size());
    }

    /** A question of a thousand words: the one that an article has finds it. */
    @Test
    void theWordThatATextHasIsNotLostAmongThousands() {
        String words = AnyTextTest.words(LENGTH - 200);
        try (LuceneSearchIndex index = Samples.holding(Samples.german("a", "Ohne", "Hier steht der Zählerstand."))) {
            for (String text :
                    List.of(words + " Zählerstand", "Zählerstand " + words, words.replaceFirst(" ", " Zählerstand "))) {
                assertThat(Samples.found(index, Samples.german(text))).containsExactly("a");
            }
        }
    }

    /** An English reader writes German, and the article is German only: of these clauses there are few. */
    @Test
    void everyWordFindsInALanguageThatNobodyAskedFor() {
        List<SearchChange> changes = new ArrayList<>();
        TAGS.forEach(tag -> changes.add(Samples.change(Samples.document(
                "x" + tag,
                LanguageTag.of(tag),
                Set.of(dev.portalblocks.core.model.Audience.PUBLIC),
                "Nothing",
                "Else"))));
        changes.add(Samples.german("a", "Ohne", "Hier steht der Zählerstand."));
        try (LuceneSearchIndex index = Samples.holding(changes.toArray(SearchChange[]::new))) {
            String text = "rot gelb blau grau weiß lila rosa braun beige oliv türkis orange violett purpur Zählerstand";
            assertThat(Samples.found(index, Samples.english(text))).containsExactly("a");
        }
    }

    private static void assertWithin(String text, List<String> present, List<String> asked) throws IOException {
        QuerySize counted = count(text, present, asked);
        assertThat(counted.clauses()).isLessThanOrEqualTo(LuceneSearchIndex.MAX_CLAUSES);
        assertThat(counted.terms()).isLessThanOrEqualTo(LuceneSearchIndex.MAX_TERMS);
        assertThat(counted.expanded()).isLessThanOrEqualTo(TypedWords.MAX_EXPANDED * present.size());
    }

    private static QuerySize count(String text, List<String> present, List<String> asked) throws IOException {
        Languages languages = new Languages();
        try (Directory directory = new ByteBuffersDirectory()) {
            write(directory, languages, present);
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                Set<TextAnalysis> own = Set.copyOf(analyses(languages, asked));
                return QuerySize.of(text, reader, analyses(languages, present), own);
            }
        }
    }

    private static List<TextAnalysis> analyses(Languages languages, List<String> tags) {
        return tags.stream().map(LanguageTag::of).map(languages::of).distinct().toList();
    }

    private static void write(Directory directory, Languages languages, List<String> tags) throws IOException {
        Documents documents = new Documents(languages);
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new SchemaAnalyzer(languages)))) {
            for (String tag : tags) {
                StringBuilder body = new StringBuilder("Kündigung Beitrag Rechnung ");
                for (int i = 0; i < 3 * TypedWords.MAX_EXPANDED; i++) {
                    body.append(" haf").append((char) ('a' + i % 26)).append((char) ('a' + i / 26));
                }
                writer.addDocument(documents.of(Samples.document(
                        tag,
                        LanguageTag.of(tag),
                        Set.of(dev.portalblocks.core.model.Audience.PUBLIC),
                        "Hafen",
                        body.toString())));
            }
        }
    }

    private static String filled(String unit) {
        return unit.repeat(LENGTH / unit.length());
    }

    private static String mistyped() {
        SplittableRandom random = new SplittableRandom(1);
        List<String> right = List.of("Kündigung", "Beitrag", "Rechnung", "Hafen");
        StringBuilder text = new StringBuilder();
        while (text.length() < LENGTH - 20) {
            StringBuilder word = new StringBuilder(right.get(random.nextInt(right.size())));
            word.setCharAt(random.nextInt(word.length()), (char) ('a' + random.nextInt(26)));
            text.append(word).append(' ');
        }
        return text.toString();
    }
}
