// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.answer.AnswerPassage;
import dev.portalblocks.core.answer.AnswerQuery;
import dev.portalblocks.core.answer.AnswerSource;
import dev.portalblocks.core.answer.SuggestedAnswers;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.tck.Breaks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Sources of answers that are right but for one condition. */
final class BrokenAnswerSources {
    private BrokenAnswerSources() {}

    /** What is said to be surest comes last. */
    @Breaks(1)
    static final class CountsUpwards implements AnswerSourceContract {
        @Override
        public AnswerSource knowing(List<AnswerArticle> articles) {
            return answering(KnowledgeAnswers.of(articles), passages -> {
                List<AnswerPassage> upwards = new ArrayList<>();
                for (int i = 0; i < passages.size(); i++) {
                    AnswerPassage last = passages.get(passages.size() - 1 - i);
                    upwards.add(with(passages.get(i), passages.get(i).text(), last.confidence()));
                }
                return upwards;
            });
        }
    }

    /** Where nothing fits, the first article is better than nothing. */
    @Breaks(2)
    static final class AnswersAlways implements AnswerSourceContract {
        @Override
        public AnswerSource knowing(List<AnswerArticle> articles) {
            AnswerSource right = KnowledgeAnswers.of(articles);
            return (actor, query) -> {
                SuggestedAnswers answers = right.suggestAnswers(actor, query);
                boolean isFitting = !answers.passages().isEmpty()
                        || articles.isEmpty()
                        || !query.text().contains("cake");
                return isFitting
                        ? answers
                        : new SuggestedAnswers(List.of(
                                passage(articles.get(0).title(), articles.get(0).text())));
            };
        }
    }

    /** A bracket has to have its other. */
    @Breaks(3)
    static final class ReadsOperators implements AnswerSourceContract {
        @Override
        public AnswerSource knowing(List<AnswerArticle> articles) {
            AnswerSource right = KnowledgeAnswers.of(articles);
            return (actor, query) -> {
                if (query.text().contains("(") && !query.text().contains(")")) {
                    throw new PortalException.InvalidInput("query.unbalanced");
                }
                return right.suggestAnswers(actor, query);
            };
        }
    }

    /** What is for customers is for everybody. */
    @Breaks(4)
    static final class KnowsNoAudience implements AnswerSourceContract {
        @Override
        public AnswerSource knowing(List<AnswerArticle> articles) {
            AnswerSource right = KnowledgeAnswers.of(articles);
            return (actor, query) -> right.suggestAnswers(
                    actor.tenant().equals(AnswerArticles.ACME) ? AnswerArticles.CUSTOMER : actor, query);
        }
    }

    /** The more articles there are, for whomever, the less sure it is. */
    @Breaks(4)
    static final class TellsOfOthers implements AnswerSourceContract {
        @Override
        public AnswerSource knowing(List<AnswerArticle> articles) {
            double share = 1.0 / (1 + articles.size());
            return answering(
                    KnowledgeAnswers.of(articles),
                    passages -> passages.stream()
                            .map(passage -> with(passage, passage.text(), passage.confidence() * share))
                            .toList());
        }
    }

    /** The text comes as HTML. */
    @Breaks(5)
    static final class EscapesTexts implements AnswerSourceContract {
        @Override
        public AnswerSource knowing(List<AnswerArticle> articles) {
            return answering(
                    KnowledgeAnswers.of(articles),
                    passages -> passages.stream()
                            .map(passage -> with(passage, passage.text().replace("<", "&lt;"), passage.confidence()))
                            .toList());
        }
    }

    /** A greeting is taken for what is asked. */
    @Breaks(6)
    static final class ReadsTheFirstLine implements AnswerSourceContract {
        @Override
        public AnswerSource knowing(List<AnswerArticle> articles) {
            AnswerSource right = KnowledgeAnswers.of(articles);
            return (actor, query) -> right.suggestAnswers(
                    actor, new AnswerQuery(query.text().split("\n", 2)[0], query.language(), query.atMost()));
        }
    }

    /** It grows tired. */
    @Breaks(7)
    static final class GrowsUnsure implements AnswerSourceContract {
        @Override
        public AnswerSource knowing(List<AnswerArticle> articles) {
            AnswerSource right = KnowledgeAnswers.of(articles);
            AtomicInteger asked = new AtomicInteger();
            return (actor, query) -> {
                double share =
                        query.text().toLowerCase(Locale.ROOT).contains("moving") ? 1.0 / asked.incrementAndGet() : 1;
                return new SuggestedAnswers(right.suggestAnswers(actor, query).passages().stream()
                        .map(passage -> with(passage, passage.text(), passage.confidence() * share))
                        .toList());
            };
        }
    }

    private static AnswerSource answering(AnswerSource right, UnaryOperator<List<AnswerPassage>> mistake) {
        return (actor, query) -> new SuggestedAnswers(
                mistake.apply(right.suggestAnswers(actor, query).passages()));
    }

    private static AnswerPassage passage(String title, String text) {
        return new AnswerPassage(ObjectRef.of("article", "first"), LanguageTag.ENGLISH, title, text, null, 0.1);
    }

    private static AnswerPassage with(AnswerPassage passage, String text, double confidence) {
        return new AnswerPassage(
                passage.source(), passage.language(), passage.title(), text, passage.anchor(), confidence);
    }
}
