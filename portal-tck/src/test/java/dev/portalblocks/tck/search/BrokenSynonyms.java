// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.model.SynonymTerms;
import dev.portalblocks.search.spi.IndexAnswer;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.SearchIndex;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.search.BrokenSearchIndexes.Right;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Search indexes that take editors' synonyms for something else. */
final class BrokenSynonyms {
    private BrokenSynonyms() {}

    private static SearchIndex taking(UnaryOperator<List<SynonymTerms>> otherwise) {
        return new Right() {
            @Override
            public IndexAnswer search(TenantId tenant, IndexQuery query, @Nullable Keyset after, int limit) {
                return super.search(tenant, query.meaning(otherwise.apply(query.synonyms())), after, limit);
            }
        };
    }

    /** No text means anything else. */
    @Breaks(15)
    static final class KnowsNoSynonyms implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return taking(synonyms -> List.of());
        }
    }

    /** A term of several words is none. */
    @Breaks(15)
    static final class KnowsSingleWords implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return taking(synonyms -> synonyms.stream()
                    .map(synonym ->
                            new SynonymTerms(synonym.language(), single(synonym.terms()), single(synonym.finds())))
                    .toList());
        }

        private static List<String> single(List<String> terms) {
            return terms.stream().filter(term -> !term.contains(" ")).toList();
        }
    }

    /** What is found by a term finds the term. */
    @Breaks(15)
    static final class GoesBack implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return taking(synonyms -> synonyms.stream()
                    .map(synonym -> {
                        List<String> all = new ArrayList<>(synonym.terms());
                        all.addAll(synonym.finds());
                        return new SynonymTerms(synonym.language(), all, List.of());
                    })
                    .toList());
        }
    }

    /** What a term finds leads on, until nothing new is found. */
    @Breaks(15)
    static final class LeadsOn implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return taking(synonyms -> synonyms.stream()
                    .map(synonym -> new SynonymTerms(
                            synonym.language(), synonym.terms(), List.copyOf(reached(synonym, synonyms))))
                    .toList());
        }

        private static Set<String> reached(SynonymTerms from, List<SynonymTerms> all) {
            Set<String> reached = new LinkedHashSet<>(from.finds().isEmpty() ? from.terms() : from.finds());
            for (int before = 0; before < reached.size(); ) {
                before = reached.size();
                all.stream()
                        .filter(next -> next.terms().stream().anyMatch(reached::contains))
                        .forEach(next -> reached.addAll(next.finds().isEmpty() ? next.terms() : next.finds()));
            }
            return reached;
        }
    }

    /** Whatever synonyms come with a query are searched for. */
    @Breaks(15)
    static final class AsksForAll implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return new Right() {
                @Override
                public IndexAnswer search(TenantId tenant, IndexQuery query, @Nullable Keyset after, int limit) {
                    StringBuilder text = new StringBuilder(query.text());
                    query.synonyms().forEach(synonym -> text.append(' ').append(String.join(" ", synonym.terms())));
                    IndexQuery more = query.synonyms().isEmpty() ? query : query.saying(text.toString());
                    return super.search(tenant, more.meaning(List.of()), after, limit);
                }
            };
        }
    }
}
