// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.model.SearchDocument;
import dev.portalblocks.search.spi.IndexQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/** Our fields and our queries, written and searched by Lucene alone. */
public final class PlainLucene implements AutoCloseable {
    private static final float K1 = 0.9f;
    private static final float B = 0.75f;

    private final Languages languages = new Languages();
    private final Documents documents = new Documents(languages);
    private final FSDirectory directory;

    private PlainLucene(FSDirectory directory) {
        this.directory = directory;
    }

    /** Works in one index. */
    public static PlainLucene in(Path index) throws IOException {
        return new PlainLucene(FSDirectory.open(index));
    }

    /**
     * A query in Lucene's own form, with the statistics that its words are scored by.
     *
     * @param query what Lucene is asked
     * @param terms how often the words stand in what the reader sees
     * @param fields how long the fields of that are
     */
    public record Form(Query query, Map<Term, TermStatistics> terms, Map<String, CollectionStatistics> fields) {}

    /** Makes of each query what our search asks Lucene, on this index as it stands. */
    public List<Form> forms(TenantId tenant, List<IndexQuery> queries) throws IOException {
        List<Form> forms = new ArrayList<>();
        try (IndexViews views = new IndexViews(directory, new KeptViews())) {
            for (IndexQuery query : queries) {
                forms.add(views.in(view -> form(view, tenant, query)));
            }
        }
        return forms;
    }

    private Form form(IndexView view, TenantId tenant, IndexQuery query) throws IOException {
        Readership readership = Readership.of(
                tenant, query.visible(), view.times(), view.progress().position());
        Query form = IndexSearch.of(
                        view,
                        languages,
                        query,
                        Reading.first(readership, query.visible().now()))
                .form();
        Map<Term, TermStatistics> terms = new HashMap<>();
        Map<String, CollectionStatistics> fields = new HashMap<>();
        IndexSearcher ours = new VisibleSearcher(view.getIndexReader(), view.textsFor(readership));
        IndexSearcher noting = new IndexSearcher(view.getIndexReader()) {
            @Override
            public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq) throws IOException {
                TermStatistics known = ours.termStatistics(term, docFreq, totalTermFreq);
                terms.put(term, known);
                return known;
            }

            @Override
            public CollectionStatistics collectionStatistics(String field) throws IOException {
                CollectionStatistics known = ours.collectionStatistics(field);
                fields.put(field, known);
                return known;
            }
        };
        noting.createWeight(noting.rewrite(form), ScoreMode.TOP_SCORES, 1);
        return new Form(form, terms, fields);
    }

    /** Returns a searcher of this index as it stands, without caches; the caller closes its reader. */
    public Searcher searcher() throws IOException {
        return new Searcher(DirectoryReader.open(directory));
    }

    /** Lucene's own searcher, told what to score by. */
    public static final class Searcher extends IndexSearcher implements AutoCloseable {
        private @Nullable Form form;

        Searcher(IndexReader reader) {
            super(reader);
            setSimilarity(new BM25Similarity(K1, B));
            setQueryCache(null);
        }

        /** Returns the objects of the best. */
        public List<String> best(Form asked, int limit) throws IOException {
            form = asked;
            TopDocs top = search(asked.query(), limit);
            List<String> objects = new ArrayList<>();
            for (ScoreDoc hit : top.scoreDocs) {
                objects.add(
                        storedFields().document(hit.doc, Set.of(Fields.OBJECT)).get(Fields.OBJECT));
            }
            return objects;
        }

        @Override
        public void close() throws IOException {
            getIndexReader().close();
        }

        @Override
        public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq) throws IOException {
            TermStatistics known = form == null ? null : form.terms().get(term);
            return known == null ? super.termStatistics(term, docFreq, totalTermFreq) : known;
        }

        @Override
        public CollectionStatistics collectionStatistics(String field) throws IOException {
            CollectionStatistics known = form == null ? null : form.fields().get(field);
            return known == null ? super.collectionStatistics(field) : known;
        }
    }

    /** Begins to write; what is there stays. */
    public IndexWriter writer() throws IOException {
        return new IndexWriter(directory, new IndexWriterConfig(new SchemaAnalyzer(languages)));
    }

    /** Returns the fields of a document. */
    public Document document(SearchDocument published) {
        return documents.of(published);
    }

    /** Returns what a document is replaced by. */
    public static Term key(SearchDocument published) {
        return Documents.key(published.object());
    }

    /** Returns how the words of German are analysed for the field that everything stands in. */
    public Analyzer german() {
        return languages.named("de").writerOf(Fields.Kind.ALL);
    }

    @Override
    public void close() throws IOException {
        directory.close();
    }
}
