// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.search.lucene.QueryWords.Form;
import dev.portalblocks.search.lucene.QueryWords.QueryWord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;

/** How much words tell, by how many of the texts have them that a reader may see: 1 for a single one, less for each more. */
final class Information {
    /** What a word tells that stands in every text. */
    private static final double LEAST = 0.2;
    /** Where there are fewer texts, a word that all of them have need not be a common one: they may be about one thing. */
    private static final long FEW = 16;

    private final String analysis;
    private final VisibleTexts texts;

    /** Counts the texts of this language. */
    Information(String analysis, VisibleTexts texts) {
        this.analysis = analysis;
        this.texts = texts;
    }

    /** Returns whether a stem stands in a text, by itself or as a part of a word. */
    boolean knows(String stem) throws IOException {
        return documentsWith(stem) > 0;
    }

    /** Returns what a word tells; 1 for one that no text has. */
    double of(QueryWord word) throws IOException {
        for (List<String> stems : inTheOrderOfTheirWorth(word)) {
            int documents = 0;
            for (String stem : stems) {
                documents = Math.max(documents, documentsWith(stem));
            }
            if (documents > 0) {
                return of(documents);
            }
        }
        return 1;
    }

    private static List<List<String>> inTheOrderOfTheirWorth(QueryWord word) {
        List<String> stems = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (Form form : word.forms()) {
            stems.add(form.stem());
            parts.addAll(form.parts());
        }
        return List.of(stems, parts, word.meanings());
    }

    /** Inverse document frequency as in BM25, beside that of a word of a single text. */
    private double of(int documents) throws IOException {
        long present = texts.of(Fields.Kind.ALL.in(analysis))
                .map(field -> field.docCount())
                .orElse(1L);
        long all = Math.max(FEW, present);
        double share = idf(documents, all) / idf(1, all);
        return LEAST + (1 - LEAST) * share;
    }

    private static double idf(long documents, long all) {
        return Math.log(1 + (all - documents + 0.5) / (documents + 0.5));
    }

    private int documentsWith(String stem) throws IOException {
        return Math.max(
                texts.documentsWith(new Term(Fields.Kind.ALL.in(analysis), stem)),
                texts.documentsWith(new Term(Fields.Kind.PARTS.in(analysis), stem)));
    }
}
