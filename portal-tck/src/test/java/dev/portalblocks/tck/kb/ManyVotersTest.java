// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.FeedbackCount;
import dev.portalblocks.kb.model.FeedbackText;
import dev.portalblocks.kb.model.GivenFeedback;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.RemoveFeedbackText;
import dev.portalblocks.kb.model.VoteOnArticle;
import dev.portalblocks.kb.model.WithdrawVote;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.kb.ManyEditorsTest.Shelf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Many who vote, change their minds, take it back and erase it at once: what is counted is what they said last. Each of them has a customer
 * of their own, of whom it is known what they said last, and all of them speak for one more, who has one vote all the same.
 */
class ManyVotersTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final Actor LENA = Actor.agent(ACME, "lena", "editor");
    private static final PageRequest PAGE = PageRequest.first(100);
    private static final int VOTERS = 8;
    private static final int STEPS = Boolean.getBoolean("portal.deep") ? 400 : 40;

    /** A vote's place. */
    private record Place(ArticleId article, long revision) {}

    @ParameterizedTest
    @EnumSource
    void whatIsCountedIsWhatWasSaidLast(Shelf shelf) {
        KnowledgeBase knowledge = shelf.empty();
        List<ArticleId> articles =
                IntStream.range(0, 3).mapToObj(i -> twice(knowledge)).toList();
        SplittableRandom seeds = Seed.random();
        List<SplittableRandom> randoms =
                IntStream.range(0, VOTERS).mapToObj(i -> seeds.split()).toList();
        List<Outcome<Map<Place, GivenFeedback>>> outcomes =
                Race.of(VOTERS, runner -> votes(knowledge, articles, runner, randoms.get(runner)));

        List<GivenFeedback> all = new ArrayList<>(given(knowledge, shared()));
        for (int i = 0; i < VOTERS; i++) {
            List<GivenFeedback> theirs = given(knowledge, own(i));
            assertThat(theirs)
                    .as("what %s said last, seed %s", own(i), Seed.value())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("text") // an editor removed some
                    .containsExactlyInAnyOrderElementsOf(
                            outcomes.get(i).orFail().values());
            all.addAll(theirs);
        }
        assertThat(given(knowledge, shared()))
                .extracting(vote -> new Place(vote.article(), vote.revision()))
                .as("votes of one customer, seed %s", Seed.value())
                .doesNotHaveDuplicates();
        for (ArticleId article : articles) {
            assertThat(knowledge.feedback().counts(LENA, article))
                    .as("counted again, seed %s", Seed.value())
                    .isEqualTo(counted(all, article));
        }
        assertThat(texts(knowledge))
                .as("texts, seed %s", Seed.value())
                .containsExactlyInAnyOrderElementsOf(all.stream()
                        .map(GivenFeedback::text)
                        .filter(text -> text != null)
                        .toList());
    }

    private static Map<Place, GivenFeedback> votes(
            KnowledgeBase knowledge, List<ArticleId> articles, int runner, SplittableRandom random) {
        Map<Place, GivenFeedback> last = new HashMap<>();
        for (int step = 0; step < STEPS; step++) {
            Place place = new Place(articles.get(random.nextInt(3)), 1 + random.nextInt(2));
            vote(knowledge, shared(), place, random);
            switch (random.nextInt(8)) {
                case 0 -> {
                    knowledge.feedback().withdraw(actor(own(runner)), withdrawal(place));
                    last.remove(place);
                }
                case 1 -> {
                    knowledge.feedback().erase(actor(own(runner)), own(runner));
                    last.clear();
                }
                case 2 -> knowledge.feedback().withdraw(actor(shared()), withdrawal(place));
                case 3 -> removeOne(knowledge);
                default -> last.put(place, vote(knowledge, own(runner), place, random));
            }
        }
        return last;
    }

    private static GivenFeedback vote(
            KnowledgeBase knowledge, CustomerId customer, Place place, SplittableRandom random) {
        String text = random.nextBoolean() ? null : "Text " + random.nextInt(3);
        return knowledge
                .feedback()
                .vote(
                        actor(customer),
                        new VoteOnArticle(
                                place.article(), place.revision(), LanguageTag.GERMAN, random.nextBoolean(), text));
    }

    /** Another editor, or the reader, may have been first. */
    private static void removeOne(KnowledgeBase knowledge) {
        List<FeedbackText> latest =
                knowledge.feedback().texts(LENA, null, PageRequest.first(1)).items();
        for (FeedbackText text : latest) {
            try {
                knowledge.feedback().removeText(LENA, new RemoveFeedbackText(text.id()));
            } catch (PortalException.NotFound e) {
                assertThat(e.code()).isEqualTo("feedback.not-found");
            }
        }
    }

    private static List<FeedbackCount> counted(List<GivenFeedback> all, ArticleId article) {
        List<FeedbackCount> counts = new ArrayList<>();
        for (long revision = 1; revision <= 2; revision++) {
            int helpful = 0;
            int notHelpful = 0;
            for (GivenFeedback vote : all) {
                if (vote.article().equals(article) && vote.revision() == revision) {
                    helpful += vote.helpful() ? 1 : 0;
                    notHelpful += vote.helpful() ? 0 : 1;
                }
            }
            if (helpful + notHelpful > 0) {
                counts.add(new FeedbackCount(revision, LanguageTag.GERMAN, helpful, notHelpful));
            }
        }
        return counts;
    }

    private static List<GivenFeedback> given(KnowledgeBase knowledge, CustomerId customer) {
        return knowledge.feedback().given(actor(customer), customer, PAGE).items();
    }

    private static List<String> texts(KnowledgeBase knowledge) {
        return knowledge.feedback().texts(LENA, null, PAGE).items().stream()
                .map(FeedbackText::text)
                .toList();
    }

    private static WithdrawVote withdrawal(Place place) {
        return new WithdrawVote(place.article(), place.revision());
    }

    private static CustomerId own(int runner) {
        return CustomerId.of("own-" + runner);
    }

    private static CustomerId shared() {
        return CustomerId.of("shared");
    }

    private static Actor actor(CustomerId customer) {
        return Actor.customer(ACME, customer);
    }

    /** Returns an article of two revisions. */
    private static ArticleId twice(KnowledgeBase knowledge) {
        ArticleId id = knowledge
                .editor()
                .create(LENA, CreateArticle.of(ArticleContent.of(LanguageTag.GERMAN, "Hagel", "Melden.")))
                .id();
        knowledge.editor().publish(LENA, PublishArticle.of(id));
        knowledge.editor().edit(LENA, EditArticle.of(id, ArticleContent.of(LanguageTag.GERMAN, "Hagel", "Sofort.")));
        knowledge.editor().publish(LENA, PublishArticle.of(id));
        return id;
    }
}
