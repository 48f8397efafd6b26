// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/** Any text as a question, as a beginning, for suggestions or as a message, or how large its query is. */
public final class AskedFuzz {
    private static final FuzzedSearch.Asking[] PATHS = FuzzedSearch.Asking.values();
    /** On each path, and how large its query is for who reads German and for who reads none of the languages. */
    static final int WAYS = PATHS.length + 2;

    private static final AskedFuzz TARGET = new AskedFuzz();

    private final FuzzedSearch search = new FuzzedSearch();
    private final Languages languages = new Languages();
    private final DirectoryReader reader = written();
    private final TextAnalysis german = languages.of(LanguageTag.GERMAN);
    private final TextAnalysis english = languages.of(LanguageTag.ENGLISH);

    private AskedFuzz() {}

    /** What a fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        TARGET.ask(FuzzInput.of(input));
    }

    private void ask(FuzzInput input) throws IOException {
        int way = input.of(WAYS);
        if (way < PATHS.length) {
            search.ask(PATHS[way], input.text());
        } else if (input.text().length() <= FuzzedSearch.MOST) {
            isWithinLimits(input.text(), way == PATHS.length ? Set.of(german) : Set.of());
        }
    }

    private void isWithinLimits(String text, Set<TextAnalysis> own) throws IOException {
        QuerySize size = QuerySize.of(text, reader, List.of(german, english), own);
        assertThat(size.clauses()).isLessThanOrEqualTo(LuceneSearchIndex.MAX_CLAUSES);
        assertThat(size.terms()).isLessThanOrEqualTo(LuceneSearchIndex.MAX_TERMS);
        assertThat(size.expanded()).isLessThanOrEqualTo(TypedWords.MAX_EXPANDED * 2);
    }

    private DirectoryReader written() {
        Documents documents = new Documents(languages);
        StringBuilder words = new StringBuilder("Kündigung Beitrag Rechnung premium claims");
        for (int i = 0; i < 3 * TypedWords.MAX_EXPANDED; i++) {
            words.append(" haf").append((char) ('a' + i % 26)).append((char) ('a' + i / 26));
        }
        Directory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new SchemaAnalyzer(languages)))) {
            for (LanguageTag language : List.of(LanguageTag.GERMAN, LanguageTag.ENGLISH)) {
                writer.addDocument(documents.of(Samples.document(
                        language.value(), language, Set.of(Audience.PUBLIC), "Hafen", words.toString())));
            }
            writer.commit();
            return DirectoryReader.open(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
