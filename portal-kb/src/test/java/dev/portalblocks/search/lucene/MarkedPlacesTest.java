// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.search.model.SearchDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

/** What is marked in a text by the index is what one marks who reads it word by word and takes each word apart. */
class MarkedPlacesTest {
    private static final int DOCUMENTS = 60;
    private static final List<String> WORDS = List.of(
            "Haftpflichtversicherungsbeitrag",
            "Beitrag",
            "Beiträge",
            "beiträgt",
            "Kfz-Haftpflicht",
            "Konto",
            "Girokonto",
            "Kontoeröffnung",
            "gekündigt",
            "Kündigungsfrist",
            "kündigen",
            "Rechnung",
            "Abrechnung",
            "berechnet",
            "Strom",
            "Stromzähler",
            "Zählerstand",
            "gezahlt",
            "zahlst",
            "Ratenzahlung",
            "floss",
            "fließt",
            "Zufluss",
            "Straße",
            "STRASSE",
            "Maßnahme",
            "und",
            "der",
            "nicht",
            "2026",
            "😀",
            "\uD83D",
            "Müller-Lüdenscheidt",
            "Schadensmeldung",
            "melden",
            "gemeldet",
            "Hover",
            "over");
    private static final List<String> ENDS = List.of(" ", ", ", ". ", "\n\n", " – ", "! ");
    private static final List<String> QUERIES = List.of(
            "Beitrag Haftpflicht",
            "Konto eröffnen",
            "Kündigung",
            "Rechnung zahlen",
            "fließen",
            "Zähler Strom",
            "Strasse",
            "Schaden melden",
            "over",
            "Frist",
            "Rate",
            "und");

    private final Languages languages = new Languages();
    private final TextAnalysis german = languages.named("de");

    @Test
    void theIndexMarksWhatAReaderWouldMark() throws IOException {
        long seed = Seeds.value();
        System.out.println("Marked places, seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        List<SearchDocument> documents = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            documents.add(Samples.german("" + i, text(random, 5), text(random, 60))
                    .documents()
                    .get(0));
        }
        int marked = 0;
        try (Directory directory = new ByteBuffersDirectory()) {
            write(directory, documents);
            try (DirectoryReader reader = RememberingReader.of(DirectoryReader.open(directory))) {
                for (String query : QUERIES) {
                    QueryWords words = QueryWords.of(german, AskedText.of(query), Set::copyOf);
                    Marker marker = new Marker(words, languages.weights());
                    StandingPieces pieces = new StandingPieces(reader);
                    for (int i = 0; i < DOCUMENTS; i++) {
                        SearchDocument document = documents.get(i);
                        String body = document.text().body();
                        StandingPieces.OfDocument standing = marker.standing(pieces, i, body.length());

                        List<String> inBody = places(marker.inBody(body, standing));
                        assertThat(inBody).as("%s in %s", query, body).isEqualTo(read(body, words));
                        assertThat(places(marker.inTitle(document.title(), standing)))
                                .as("%s in %s", query, document.title())
                                .isEqualTo(read(document.title(), words));
                        marked += inBody.size();
                    }
                }
            }
        }
        assertThat(marked).isGreaterThan(DOCUMENTS * QUERIES.size());
    }

    private void write(Directory directory, Collection<SearchDocument> documents) throws IOException {
        Documents fields = new Documents(languages);
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new SchemaAnalyzer(languages)))) {
            for (SearchDocument document : documents) {
                writer.addDocument(fields.of(document));
                if (writer.getPendingNumDocs() % 25 == 0) {
                    writer.flush(); // several segments
                }
            }
        }
    }

    private static List<String> places(List<Marker.Found> found) {
        return found.stream()
                .map(place -> place.start() + "-" + place.end() + " " + place.stem())
                .toList();
    }

    /** Takes each word apart. */
    private List<String> read(String text, QueryWords words) {
        return german.words(text, Integer.MAX_VALUE).stream()
                .flatMap(word ->
                        askedFor(word, words).map(stem -> word.start() + "-" + word.end() + " " + stem).stream())
                .toList();
    }

    /** Returns the word itself, what has its root, or the first of its parts. */
    private Optional<String> askedFor(TextAnalysis.Word word, QueryWords words) {
        Set<String> stems = words.stems(1, 1).keySet();
        Map<String, String> byRoot = new HashMap<>();
        words.words().stream()
                .flatMap(asked -> asked.forms().stream())
                .forEach(form -> form.roots().forEach(root -> byRoot.put(root, form.stem())));
        Stream<String> itself = Stream.of(word.stem()).filter(stems::contains);
        Stream<String> roots = german.roots(word.plain()).stream().flatMap(root -> Stream.ofNullable(byRoot.get(root)));
        Stream<String> parts = german.parts(word.plain()).stream().filter(stems::contains);
        return Stream.of(itself, roots, parts).flatMap(ways -> ways).findFirst();
    }

    private static String text(SplittableRandom random, int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(ENDS.get(random.nextInt(ENDS.size())));
        }
        return text.toString();
    }
}
