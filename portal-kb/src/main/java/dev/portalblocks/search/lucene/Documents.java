// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.search.model.SearchDocument;
import dev.portalblocks.search.model.SearchDocument.SearchFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Turns what is published into what Lucene writes. */
final class Documents {
    private static final List<Fields.Kind> OF_ALL_TEXTS =
            List.of(Fields.Kind.ALL, Fields.Kind.PLAIN, Fields.Kind.PARTS, Fields.Kind.ROOTS, Fields.Kind.GRAMS);

    private static final FieldType WITH_OFFSETS = keeping(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    private static final FieldType WITHOUT_POSITIONS = keeping(IndexOptions.DOCS_AND_FREQS);

    private final Languages languages;

    Documents(Languages languages) {
        this.languages = languages;
    }

    /** Returns the term by which all documents of an object are replaced; of a customer, those that are its own. */
    static Term key(ObjectRef object) {
        return object.type().equals(CustomerId.OBJECT_TYPE)
                ? new Term(Fields.OWNER, object.id())
                : new Term(Fields.OBJECT, object.toString());
    }

    /** Returns the document as it is written. */
    Document of(SearchDocument published) {
        Document document = new Document();
        addIdentity(document, published);
        addReaders(document, published);
        addPlaces(document, published);
        addWords(document, published);
        document.add(new NumericDocValuesField(Fields.DIGEST, DocumentDigest.of(published)));
        return document;
    }

    private static void addIdentity(Document document, SearchDocument published) {
        String object = published.object().toString();
        document.add(new StringField(Fields.OBJECT, object, Field.Store.YES));
        document.add(new SortedDocValuesField(Fields.OBJECT, new BytesRef(object)));
        addKeyword(document, Fields.TYPE, published.object().type());
        document.add(new StoredField(Fields.TITLE, published.title()));
        document.add(new StoredField(
                Fields.SECTIONS, Sections.written(published.text().sections())));
        document.add(new StoredField(Fields.BODY, published.text().body()));
    }

    private static void addReaders(Document document, SearchDocument published) {
        document.add(new StringField(Fields.LANGUAGE, published.language().value(), Field.Store.YES));
        for (LanguageTag language : published.languages()) {
            document.add(new StringField(Fields.LANGUAGES, language.value(), Field.Store.NO));
        }
        if (published.languages().indexOf(published.language()) == 0) {
            document.add(new StringField(Fields.SOURCE, Fields.YES, Field.Store.NO));
        }
        for (Audience audience : published.audiences()) {
            document.add(new StringField(Fields.AUDIENCE, audience.token(), Field.Store.NO));
        }
        SearchFacts facts = published.facts();
        document.add(new StringField(
                Fields.OWNER,
                facts.owner() == null ? Fields.NOBODY : facts.owner().value(),
                Field.Store.NO));
        addInstant(document, Fields.FROM, facts.from());
        addInstant(document, Fields.UNTIL, facts.until());
        Signals.add(document, facts.signals());
    }

    private static void addInstant(Document document, String field, @Nullable Instant instant) {
        if (instant != null) {
            document.add(new LongField(field, Times.micros(instant), Field.Store.NO));
        }
    }

    private static void addPlaces(Document document, SearchDocument published) {
        for (String category : published.facts().categories()) {
            addKeyword(document, Fields.CATEGORY, category);
        }
        for (String tag : published.text().tags()) {
            addKeyword(document, Fields.TAG, tag);
        }
    }

    /** What documents are filtered and counted by. */
    private static void addKeyword(Document document, String field, String value) {
        document.add(new StringField(field, value, Field.Store.NO));
        document.add(new SortedSetDocValuesField(field, new BytesRef(value)));
    }

    private void addWords(Document document, SearchDocument published) {
        String analysis = languages.of(published.language()).name();
        String title = published.title();
        String body = published.text().body();
        List<String> headings = published.text().headings();
        List<String> tags = published.text().tags();
        add(document, Fields.Kind.TITLES, analysis, List.of(title));
        add(document, Fields.Kind.HEADINGS, analysis, headings);
        add(document, Fields.Kind.TAGS, analysis, tags);
        List<String> all = new ArrayList<>(List.of(body, title)); // StandingPieces knows where these two begin
        all.addAll(headings);
        all.addAll(tags);
        for (Fields.Kind whole : OF_ALL_TEXTS) {
            add(document, whole, analysis, all);
        }
        add(document, Fields.Kind.BEGINNINGS, analysis, List.of(title));
        add(document, Fields.Kind.INNER, analysis, List.of(title));
        add(document, Fields.Kind.WRITTEN, analysis, List.of(title, body, String.join("\n", tags)));
    }

    private static FieldType keeping(IndexOptions options) {
        FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
        type.setIndexOptions(options);
        type.freeze();
        return type;
    }

    /** Phrases are looked for in some fields; what some others hold is marked where it stands in the text. */
    private static FieldType typeOf(Fields.Kind kind) {
        return switch (kind) {
            case ALL, PARTS, ROOTS -> WITH_OFFSETS;
            case TITLES -> TextField.TYPE_NOT_STORED;
            case WRITTEN -> Written.FIELD;
            default -> WITHOUT_POSITIONS;
        };
    }

    private static void add(Document document, Fields.Kind kind, String analysis, List<String> texts) {
        for (String text : texts) {
            document.add(new Field(kind.in(analysis), Words.readable(text), typeOf(kind)));
        }
    }
}
