// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.core.answer.AnswerPassage;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.search.spi.IndexQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/**
 * One message against one state of an index. The documents that search finds best for the message's topics are read, and of each
 * the passage that holds most of them; how much that is decides whether it answers.
 */
final class AnswerSearch {
    /** Below this a passage is not sure enough to be shown; chosen on messages of which others were held back (ADR 28). */
    static final double ENOUGH = 0.42;

    /** What has to be told so that one doubts no more than one believes. */
    private static final double DOUBT = 1.5;
    /** What counts against a text that it leaves untold, beside what it tells. */
    private static final double AGAINST = 0.2;
    /** How many characters before a passage, and behind the longest, belong to what it tells. */
    private static final int REACH = 600;
    /** How many documents are read. */
    private static final int READ = 10;
    /** Of the clauses that Lucene allows, those for topics; what decides who may see what needs the others. */
    private static final int MAX_CLAUSES = 900;

    private final IndexView view;
    private final Languages languages;
    private final IndexQuery query;
    private final Readership readership;
    private final VisibleTexts texts;
    private final Map<String, Topics> byAnalysis = new TreeMap<>();

    private AnswerSearch(IndexView view, Languages languages, IndexQuery query, Readership readership)
            throws IOException {
        this.view = view;
        this.languages = languages;
        this.query = query;
        this.readership = readership;
        texts = view.textsFor(readership);
    }

    /** Returns what answers the query's text from what this reader sees. */
    static AnswerSearch of(IndexView view, Languages languages, IndexQuery query, Readership readership)
            throws IOException {
        return new AnswerSearch(view, languages, query, readership);
    }

    /** Returns the surest passages, up to {@code limit}; none where none is sure enough. */
    List<AnswerPassage> answers(int limit) throws IOException {
        readTopics();
        if (byAnalysis.values().stream().allMatch(Topics::isEmpty)) {
            return List.of();
        }
        List<AnswerPassage> passages = new ArrayList<>();
        VisibleSearcher searcher = new VisibleSearcher(view.getIndexReader(), texts);
        StandingPieces pieces = new StandingPieces(view.getIndexReader());
        int[] best = searcher
                .search(
                        fitting(),
                        BestHits.after(null, READ, Signals.day(query.visible().now())))
                .stream()
                .mapToInt(BestHits.Hit::document)
                .sorted()
                .toArray();
        for (int document : best) {
            passages.add(passage(document, searcher.storedFields().document(document), pieces));
        }
        return passages.stream()
                .filter(passage -> passage.confidence() >= ENOUGH)
                .sorted(Comparator.comparing(AnswerPassage::confidence)
                        .reversed()
                        .thenComparing(passage -> passage.source().toString()))
                .limit(limit)
                .toList();
    }

    /** In every language in which there are texts; which of them a reader is shown is decided beside this. */
    private void readTopics() throws IOException {
        Set<String> present = view.analysesOf(texts);
        Set<TextAnalysis> asked = query.languages().stream()
                .map(languages::of)
                .filter(analysis -> present.contains(analysis.name()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (String name : present) {
            byAnalysis.put(name, Topics.of(query.text(), languages.named(name), asked, view.getIndexReader(), texts));
        }
    }

    private AnswerPassage passage(int document, Document stored, StandingPieces pieces) throws IOException {
        LanguageTag language = LanguageTag.of(stored.get(Fields.LANGUAGE));
        Topics topics =
                Objects.requireNonNull(byAnalysis.get(languages.of(language).name()));
        Marker marker = new Marker(topics.words(), languages.weights());
        String title = stored.get(Fields.TITLE);
        String body = stored.get(Fields.BODY);
        StandingPieces.OfDocument standing = marker.standing(pieces, document, body.length());
        List<Marker.Found> places = new ArrayList<>();
        for (Marker.Found found : marker.inBody(body, standing)) {
            places.add(new Marker.Found(found.start(), found.end(), found.stem(), topics.toldBy(found)));
        }
        Passages.Passage best = Passages.best(body, places, language.locale());
        String text = best.snippet().text();
        return new AnswerPassage(
                ObjectRef.parse(stored.get(Fields.OBJECT)),
                language,
                title,
                text.isEmpty() ? title : text,
                best.matches() ? Sections.anchorAt(stored.get(Fields.SECTIONS), best.from()) : null,
                confidence(topics, marker.inTitle(title, standing), around(best, places)));
    }

    /** An answer goes on before and behind the sentences that are shown. */
    private static List<Marker.Found> around(Passages.Passage passage, List<Marker.Found> places) {
        int begin = passage.from() - REACH;
        int end = passage.from() + Passages.MAX_LENGTH + REACH;
        return places.stream()
                .filter(place -> place.start() >= begin && place.end() <= end)
                .toList();
    }

    /** What is told, beside what is told, doubted and left untold; what the title tells counts twice. */
    private static double confidence(Topics topics, List<Marker.Found> title, List<Marker.Found> text) {
        List<Marker.Found> both = new ArrayList<>(title);
        both.addAll(text);
        double told = topics.toldBy(both) + topics.toldBy(title);
        double untold = Math.max(0, topics.count() - told);
        return told / (told + DOUBT + AGAINST * untold);
    }

    private Query fitting() {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        QueryRoom room =
                new QueryRoom(MAX_CLAUSES / byAnalysis.size(), LuceneSearchIndex.MAX_TERMS / byAnalysis.size());
        byAnalysis
                .values()
                .forEach(topics -> any.add(WordsQuery.of(topics.words(), room, languages.weights()), Occur.SHOULD));
        return new BooleanQuery.Builder()
                .add(any.build(), Occur.MUST)
                .add(readership.documents(), Occur.FILTER)
                .add(Readers.among(query.only()), Occur.FILTER)
                .add(Readers.inFirstOf(query.languages()), Occur.FILTER)
                .build();
    }
}
