// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.search.spi.IndexQuery.Filter;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Which documents a reader is shown: the part of a query that decides and does not rank. */
final class Readers {
    private Readers() {}

    /** Returns what is published for one of these audiences. */
    static Query of(Bound<Audience> audiences) {
        return audiences instanceof Bound.Only<Audience> only
                ? oneOf(
                        Fields.AUDIENCE,
                        only.values().stream().map(Audience::token).toList())
                : new MatchAllDocsQuery();
    }

    /** Returns what is nobody's own, and what is one of these customers'. */
    static Query ofOwners(Bound<CustomerId> customers) {
        return customers instanceof Bound.Only<CustomerId> only
                ? oneOf(
                        Fields.OWNER,
                        Stream.concat(
                                        Stream.of(Fields.NOBODY),
                                        only.values().stream().map(CustomerId::value))
                                .toList())
                : new MatchAllDocsQuery();
    }

    /** Returns these objects, and of those that are customers what is theirs. */
    static Query ofAny(Set<ObjectRef> subjects) {
        List<String> customers = subjects.stream()
                .filter(subject -> subject.type().equals(CustomerId.OBJECT_TYPE))
                .map(ObjectRef::id)
                .toList();
        return new BooleanQuery.Builder()
                .add(
                        oneOf(
                                Fields.OBJECT,
                                subjects.stream().map(ObjectRef::toString).toList()),
                        Occur.SHOULD)
                .add(oneOf(Fields.OWNER, customers), Occur.SHOULD)
                .build();
    }

    /** Returns the objects of these types; all when there are none. */
    static Query ofTypes(Set<String> types) {
        return types.isEmpty() ? new MatchAllDocsQuery() : oneOf(Fields.TYPE, types);
    }

    /** Returns the objects of all other types. */
    static Query notOfTypes(Set<String> types) {
        return new BooleanQuery.Builder()
                .add(new MatchAllDocsQuery(), Occur.FILTER)
                .add(oneOf(Fields.TYPE, types), Occur.MUST_NOT)
                .build();
    }

    /** Returns what a hit has to be. */
    static Query among(Filter only) {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(ofTypes(only.types()), Occur.FILTER);
        if (!only.categories().isEmpty()) {
            all.add(oneOf(Fields.CATEGORY, only.categories()), Occur.FILTER);
        }
        if (!only.tags().isEmpty()) {
            all.add(oneOf(Fields.TAG, only.tags()), Occur.FILTER);
        }
        return all.build();
    }

    /** Returns each object in the first of these languages that it has, else in the one that it was written in. */
    static Query inFirstOf(List<LanguageTag> languages) {
        BooleanQuery.Builder chosen = new BooleanQuery.Builder();
        for (int i = 0; i < languages.size(); i++) {
            Query own = new TermQuery(new Term(Fields.LANGUAGE, languages.get(i).value()));
            chosen.add(without(own, languages.subList(0, i)), Occur.SHOULD);
        }
        Query source = new TermQuery(new Term(Fields.SOURCE, Fields.YES));
        return chosen.add(without(source, languages), Occur.SHOULD).build();
    }

    private static Query without(Query documents, List<LanguageTag> better) {
        List<String> tags = better.stream().map(LanguageTag::value).toList();
        return new BooleanQuery.Builder()
                .add(documents, Occur.FILTER)
                .add(oneOf(Fields.LANGUAGES, tags), Occur.MUST_NOT)
                .build();
    }

    private static Query oneOf(String field, Collection<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }
}
