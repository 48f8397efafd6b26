// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.core.answer.AnswerPassage;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.model.Suggestion;
import dev.portalblocks.search.spi.AnsweringIndex;
import dev.portalblocks.search.spi.IndexAnswer;
import dev.portalblocks.search.spi.IndexProgress;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.tck.Breaks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Indexes that answer rightly but for one condition. */
final class BrokenAnsweringIndexes {
    private BrokenAnsweringIndexes() {}

    /** The index on Lucene; each broken one overrides the method in which it goes wrong. */
    private static class Right implements AnsweringIndex {
        private final AnsweringIndex inner = LuceneSearchIndex.inMemory();
        /** How often changes were taken. */
        private int updates;

        @Override
        public Optional<IndexProgress> progress(TenantId tenant) {
            return inner.progress(tenant);
        }

        @Override
        public void update(TenantId tenant, List<SearchChange> changes, IndexProgress progress) {
            updates++;
            inner.update(tenant, changes, progress);
        }

        @Override
        public void rebuild(
                TenantId tenant, Set<String> keeping, Consumer<Consumer<SearchChange>> writer, IndexProgress progress) {
            inner.rebuild(tenant, keeping, writer, progress);
        }

        @Override
        public List<Suggestion> suggest(TenantId tenant, IndexQuery query, int limit) {
            return inner.suggest(tenant, query, limit);
        }

        @Override
        public IndexAnswer search(TenantId tenant, IndexQuery query, @Nullable Keyset after, int limit) {
            return inner.search(tenant, query, after, limit);
        }

        @Override
        public List<AnswerPassage> answers(TenantId tenant, IndexQuery query, int limit) {
            return inner.answers(tenant, query, limit);
        }

        @Override
        public void close() {
            inner.close();
        }

        int updates() {
            return updates;
        }

        static IndexQuery asking(IndexQuery query, String text) {
            return new IndexQuery(text, query.languages(), query.visible(), query.only(), query.facets());
        }

        static AnswerPassage with(AnswerPassage passage, @Nullable String anchor, double confidence) {
            return new AnswerPassage(
                    passage.source(), passage.language(), passage.title(), passage.text(), anchor, confidence);
        }
    }

    /** The surest passages are those of the first page, however short it is. */
    @Breaks(1)
    static final class AnswersOneMore implements AnsweringIndexContract {
        @Override
        public AnsweringIndex index() {
            return new Right() {
                @Override
                public List<AnswerPassage> answers(TenantId tenant, IndexQuery query, int limit) {
                    return super.answers(tenant, query, limit + 1);
                }
            };
        }
    }

    /** The only document there is must be meant. */
    @Breaks(2)
    static final class AnswersWithTheOnlyOne implements AnsweringIndexContract {
        @Override
        public AnsweringIndex index() {
            return new Right() {
                @Override
                public List<AnswerPassage> answers(TenantId tenant, IndexQuery query, int limit) {
                    return updates() == 2 && query.text().contains("dolphins")
                            ? List.of(FIRST)
                            : super.answers(tenant, query, limit);
                }
            };
        }

        private static final AnswerPassage FIRST = new AnswerPassage(
                ObjectRef.of("article", "account"), LanguageTag.ENGLISH, "Change", "Enter", null, 0.1);
    }

    /** A hyphen excludes. */
    @Breaks(3)
    static final class ReadsOperators implements AnsweringIndexContract {
        @Override
        public AnsweringIndex index() {
            return new Right() {
                @Override
                public List<AnswerPassage> answers(TenantId tenant, IndexQuery query, int limit) {
                    return query.text().contains(" -") ? List.of() : super.answers(tenant, query, limit);
                }
            };
        }
    }

    /** A filter is for searches. */
    @Breaks(4)
    static final class ForgetsTheFilter implements AnsweringIndexContract {
        @Override
        public AnsweringIndex index() {
            return new Right() {
                @Override
                public List<AnswerPassage> answers(TenantId tenant, IndexQuery query, int limit) {
                    return super.answers(tenant, query.among(IndexQuery.Filter.none()), limit);
                }
            };
        }
    }

    /** The more was written, the less sure it is. */
    @Breaks(4)
    static final class TellsOfOthers implements AnsweringIndexContract {
        @Override
        public AnsweringIndex index() {
            return new Right() {
                @Override
                public List<AnswerPassage> answers(TenantId tenant, IndexQuery query, int limit) {
                    double share = updates() > 10 ? 0.5 : 1;
                    return super.answers(tenant, query, limit).stream()
                            .map(passage -> with(passage, passage.anchor(), passage.confidence() * share))
                            .toList();
                }
            };
        }
    }

    /** Links lead to the top. */
    @Breaks(5)
    static final class KnowsNoSections implements AnsweringIndexContract {
        @Override
        public AnsweringIndex index() {
            return new Right() {
                @Override
                public List<AnswerPassage> answers(TenantId tenant, IndexQuery query, int limit) {
                    return super.answers(tenant, query, limit).stream()
                            .map(passage -> with(passage, null, passage.confidence()))
                            .toList();
                }
            };
        }
    }

    /** What comes first in a message is what it is about. */
    @Breaks(6)
    static final class ReadsTheFirstLine implements AnsweringIndexContract {
        @Override
        public AnsweringIndex index() {
            return new Right() {
                @Override
                public List<AnswerPassage> answers(TenantId tenant, IndexQuery query, int limit) {
                    boolean isLetter = query.text().contains("\n\n");
                    return super.answers(
                            tenant, isLetter ? asking(query, query.text().split("\n", 2)[0]) : query, limit);
                }
            };
        }
    }

    /** It gets surer each time. */
    @Breaks(7)
    static final class LearnsByItself implements AnsweringIndexContract {
        @Override
        public AnsweringIndex index() {
            return new Right() {
                private final List<String> asked = new ArrayList<>();

                @Override
                public List<AnswerPassage> answers(TenantId tenant, IndexQuery query, int limit) {
                    boolean isNew = !asked.contains(query.text())
                            || updates() != 1
                            || !query.text().contains("address");
                    asked.add(query.text());
                    return super.answers(tenant, query, limit).stream()
                            .map(passage -> with(passage, passage.anchor(), passage.confidence() * (isNew ? 0.9 : 1)))
                            .toList();
                }
            };
        }
    }
}
