// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.search.lucene.QueryWords.Form;
import dev.portalblocks.search.lucene.QueryWords.QueryWord;
import dev.portalblocks.search.lucene.QueryWords.Synonym;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The synonyms that are added to the words of a query. For one query. */
final class AddedSynonyms {
    /** What a synonym counts beside the term that was asked for. */
    static final float SHARE = 0.95f;
    /** How many synonyms a query is searched for with at most. */
    static final int MAX_SYNONYMS = 64;

    /** What several words count together at most, in words. */
    private static final float MOST = 2;

    private final QueryWords query;
    private final List<QueryWord> words;
    private final Set<Synonym> synonyms = new LinkedHashSet<>();
    private int added;

    AddedSynonyms(QueryWords query) {
        this.query = query;
        words = new ArrayList<>(query.words());
    }

    /** One word for one word counts as one with it, wherever either stands; all else stands beside what was asked for. */
    void add(List<Integer> asked, Map<Integer, Form> term) {
        if (term.isEmpty() || added >= MAX_SYNONYMS) {
            return;
        }
        added++;
        if (asked.size() == 1 && term.size() == 1) {
            Form other = term.values().iterator().next().counting(SHARE);
            words.set(asked.get(0), words.get(asked.get(0)).or(other));
        } else {
            float weight = (float) asked.stream()
                    .mapToDouble(place -> words.get(place).weight())
                    .sum();
            synonyms.add(new Synonym(term, SHARE * Math.min(MOST, Math.max(1, weight))));
        }
    }

    QueryWords result() {
        return query.with(words).beside(List.copyOf(synonyms));
    }
}
