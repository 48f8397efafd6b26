// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import static dev.portalblocks.kb.Editorial.ACME;
import static dev.portalblocks.kb.Editorial.LENA;
import static dev.portalblocks.kb.Editorial.PROGRAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Cursor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleState;
import dev.portalblocks.kb.model.AskForNeedy;
import dev.portalblocks.kb.model.AssignArticle;
import dev.portalblocks.kb.model.CareReason;
import dev.portalblocks.kb.model.CountViews;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.EditedArticle;
import dev.portalblocks.kb.model.FeedbackCount;
import dev.portalblocks.kb.model.HealthMeasures;
import dev.portalblocks.kb.model.NeedyArticle;
import dev.portalblocks.kb.model.OwnerHealth;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.RecordView;
import dev.portalblocks.kb.model.ViewPeriod;
import dev.portalblocks.kb.model.VoteOnArticle;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.publishing.model.Showing;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which articles need care against a plain look at each of them by the editors' and readers' own means, after anything that people do. */
class ArticleHealthRecountTest {
    private static final long SEED = Long.getLong("portal.seed", 4711);
    private static final int ARTICLES = 40;
    private static final int STEPS = 2_000;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String[] OWNERS = {"lena", "Lena", "max", null};

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Editorial editorial = new Editorial();
    private final KnowledgeBase knowledge = editorial.knowledge;
    private final Map<CareReason, Integer> found = new EnumMap<>(CareReason.class);

    @AfterEach
    void close() {
        editorial.close();
    }

    @Test
    void whatNeedsCareIsWhatALookAtEachArticleFinds() {
        List<ArticleId> ids = new ArrayList<>();
        for (int i = 0; i < ARTICLES; i++) {
            ids.add(i % 4 == 0 ? editorial.draft(content(i)) : editorial.publish(content(i)));
        }
        for (int step = 0; step < STEPS; step++) {
            editorial.now = editorial.now.plus(Duration.ofMinutes(random.nextInt(200)));
            change(ids.get(random.nextInt(ARTICLES)), step);
            if (step % 40 == 0) {
                compare("step " + step + ", -Dportal.seed=" + SEED);
            }
        }
        System.out.println("Health recounted after " + STEPS + " steps on " + ARTICLES + " articles, reasons found "
                + found + ", seed " + SEED);
        assertThat(found)
                .containsOnlyKeys(CareReason.values())
                .allSatisfy(
                        (reason, times) -> assertThat(times).as("%s", reason).isGreaterThan(20));
    }

    private void change(ArticleId article, int step) {
        Actor reader = Actor.customer(ACME, CustomerId.of("c" + random.nextInt(6)));
        LocalDateTime time =
                LocalDateTime.ofInstant(editorial.now, ZoneOffset.UTC).plusMinutes(90 + random.nextInt(20_000));
        try {
            switch (random.nextInt(24)) {
                case 0 -> knowledge.editor().edit(LENA, EditArticle.of(article, content(step)));
                case 1 -> knowledge.editor().publish(LENA, PublishArticle.of(article));
                case 2 ->
                    knowledge.editor().publish(LENA, PublishArticle.of(article).shown(null, time));
                case 3 ->
                    knowledge.editor().publish(LENA, PublishArticle.of(article).shown(time, null));
                case 4 -> archive(article);
                case 5, 6 ->
                    knowledge
                            .care()
                            .assign(
                                    LENA,
                                    AssignArticle.of(
                                            article,
                                            OWNERS[random.nextInt(4)],
                                            random.nextInt(3) == 0 ? null : today().plusDays(random.nextInt(60) - 20)));
                case 7 -> knowledge.views().keep(PROGRAM);
                case 8, 9, 10, 11 -> knowledge.views().record(reader, RecordView.of(article));
                default -> vote(reader, article);
            }
        } catch (PortalException.Conflict
                | PortalException.InvalidInput
                | PortalException.LimitExceeded
                | PortalException.NotFound e) {
            return; // as it is of an article that is not there for readers, or has nothing to be published
        }
    }

    private void archive(ArticleId article) {
        if (random.nextInt(3) == 0) {
            knowledge.editor().archive(LENA, ArchiveArticle.of(article));
        }
    }

    private void vote(Actor reader, ArticleId article) {
        long revision = knowledge.read(reader, article, null).revision();
        boolean helped = random.nextInt(3) == 0;
        knowledge.feedback().vote(reader, new VoteOnArticle(article, revision, LanguageTag.GERMAN, helped, null));
    }

    private ArticleContent content(int step) {
        ArticleContent content = editorial.german("Beitrag " + random.nextInt(3), "Text");
        return random.nextBoolean()
                ? content.with(LanguageTag.ENGLISH, random.nextBoolean() ? "Title" : "Title " + step, "Text")
                : content;
    }

    private void compare(String when) {
        HealthMeasures measures = new HealthMeasures(
                1 + random.nextInt(40),
                1 + random.nextInt(100),
                1 + random.nextInt(4),
                random.nextInt(4) == 0 ? null : Integer.valueOf(1 + random.nextInt(12)));
        List<NeedyArticle> all = knowledge.editor().list(LENA, PageRequest.first(200)).items().stream()
                .filter(article -> !left(article).isEmpty())
                .map(article ->
                        new NeedyArticle(article.id(), article.settings().owner(), reasons(article, measures)))
                .toList();
        all.forEach(article -> article.reasons().forEach(reason -> found.merge(reason, 1, Integer::sum)));
        assertThat(knowledge.health().owners(LENA, measures))
                .as("%s, %s", measures, when)
                .isEqualTo(byOwner(all));
        for (String owner : OWNERS) {
            List<NeedyArticle> needy = all.stream()
                    .filter(article -> !article.reasons().isEmpty())
                    .filter(article -> owner == null || owner.equals(article.owner()))
                    .sorted(Comparator.comparing(
                                    (NeedyArticle article) -> -article.reasons().size())
                            .thenComparing(article -> article.article().toString()))
                    .toList();
            assertThat(needy(new AskForNeedy(measures, owner)))
                    .as("%s of %s, %s", measures, owner, when)
                    .isEqualTo(needy);
        }
    }

    private List<NeedyArticle> needy(AskForNeedy question) {
        List<NeedyArticle> all = new ArrayList<>();
        @Nullable Cursor next = null;
        do {
            Page<NeedyArticle> page = knowledge
                    .health()
                    .needy(LENA, question, PageRequest.first(7).after(next));
            all.addAll(page.items());
            next = page.next();
        } while (next != null);
        return all;
    }

    private static List<OwnerHealth> byOwner(List<NeedyArticle> all) {
        Map<String, List<NeedyArticle>> owners = new TreeMap<>(Comparator.nullsLast(Comparator.<String>naturalOrder()));
        all.forEach(article -> owners.computeIfAbsent(article.owner(), owner -> new ArrayList<>())
                .add(article));
        List<OwnerHealth> healths = new ArrayList<>();
        owners.forEach((owner, some) -> healths.add(new OwnerHealth(
                owner,
                some.size(),
                count(some, CareReason.REVIEW_OVERDUE),
                count(some, CareReason.TRANSLATION_OUTDATED),
                count(some, CareReason.UNCHANGED),
                count(some, CareReason.UNHELPFUL),
                count(some, CareReason.UNSEEN))));
        return healths;
    }

    private static int count(List<NeedyArticle> some, CareReason reason) {
        return (int) some.stream()
                .filter(article -> article.reasons().contains(reason))
                .count();
    }

    private List<CareReason> reasons(EditedArticle article, HealthMeasures measures) {
        List<CareReason> reasons = new ArrayList<>();
        LocalDate review = article.settings().reviewBy();
        if (review != null && review.isBefore(today())) {
            reasons.add(CareReason.REVIEW_OVERDUE);
        }
        if (isOutdated(article)) {
            reasons.add(CareReason.TRANSLATION_OUTDATED);
        }
        if (Duration.between(article.changedAt(), editorial.now).compareTo(Duration.ofDays(measures.unchangedDays()))
                > 0) {
            reasons.add(CareReason.UNCHANGED);
        }
        if (isUnhelpful(article.id(), measures)) {
            reasons.add(CareReason.UNHELPFUL);
        }
        Integer days = measures.unseenDays();
        if (days != null
                && LocalDate.ofInstant(article.changedAt(), BERLIN).isBefore(today().minusDays(days))
                && knowledge
                        .views()
                        .counts(LENA, new CountViews(article.id(), new ViewPeriod(today().minusDays(days), today())))
                        .isEmpty()) {
            reasons.add(CareReason.UNSEEN);
        }
        return reasons;
    }

    private boolean isOutdated(EditedArticle article) {
        Map<LanguageTag, Revision<ArticleContent>> last = new TreeMap<>();
        left(article)
                .forEach(revision -> revision.content().texts().keySet().forEach(text -> last.put(text, revision)));
        return last.entrySet().stream()
                .anyMatch(text -> Objects.requireNonNull(text.getValue()).isOutdated(text.getKey()));
    }

    private boolean isUnhelpful(ArticleId article, HealthMeasures measures) {
        List<FeedbackCount> counts = knowledge.feedback().counts(LENA, article);
        long latest = counts.stream().mapToLong(FeedbackCount::revision).max().orElse(0);
        int helpful = 0;
        int votes = 0;
        for (FeedbackCount count : counts) {
            if (count.revision() == latest) {
                helpful += count.helpful();
                votes += count.helpful() + count.notHelpful();
            }
        }
        return votes >= measures.votes() && 100.0 * helpful / votes < measures.helpfulPercent();
    }

    private List<Revision<ArticleContent>> left(EditedArticle article) {
        return article.state() != ArticleState.PUBLISHED
                ? List.of()
                : article.schedule().showings().stream()
                        .filter(showing -> showing.until() == null || editorial.now.isBefore(showing.until()))
                        .map(Showing::revision)
                        .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(editorial.now, BERLIN);
    }
}
