// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks.search.speed;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;

/** The same articles in Lucene alone, as one writes it in an hour: title and body, BM25, the ten best. */
final class BareIndex implements AutoCloseable {
    private static final String ID = "id";
    private static final List<String> FIELDS = List.of("title", "body");

    private final FSDirectory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Analyzer analyzer;

    private BareIndex(FSDirectory directory, Analyzer analyzer) throws IOException {
        this.directory = directory;
        this.analyzer = analyzer;
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
    }

    /** A title and a body. */
    interface Writing {
        void add(String id, String title, String body) throws IOException;
    }

    /** Brings texts. */
    interface Source {
        void into(Writing writing) throws IOException;
    }

    /** Opens the index in a folder; where there is none, it is written first. */
    static BareIndex in(Path folder, Analyzer analyzer, Source source) throws IOException {
        FSDirectory directory = FSDirectory.open(folder);
        if (!DirectoryReader.indexExists(directory)) {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                source.into((id, title, body) -> {
                    Document document = new Document();
                    document.add(new StringField(ID, id, Field.Store.YES));
                    document.add(new TextField("title", title, Field.Store.NO));
                    document.add(new TextField("body", body, Field.Store.NO));
                    writer.addDocument(document);
                });
            }
        }
        return new BareIndex(directory, analyzer);
    }

    /** Returns the ids of the ten best for the words of a text in title or body. */
    List<String> best(String text) throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String field : FIELDS) {
            try (TokenStream words = analyzer.tokenStream(field, new StringReader(text))) {
                CharTermAttribute word = words.addAttribute(CharTermAttribute.class);
                words.reset();
                while (words.incrementToken()) {
                    any.add(new TermQuery(new Term(field, word.toString())), Occur.SHOULD);
                }
            }
        }
        List<String> ids = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(any.build(), 10).scoreDocs) {
            ids.add(searcher.storedFields().document(hit.doc).get(ID));
        }
        return ids;
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
