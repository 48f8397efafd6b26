// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import static dev.portalblocks.kb.Editorial.ACME;
import static dev.portalblocks.kb.Editorial.ERIKA;
import static dev.portalblocks.kb.Editorial.LENA;
import static dev.portalblocks.kb.Editorial.NOBODY;
import static dev.portalblocks.kb.Editorial.PROGRAM;
import static dev.portalblocks.kb.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.MaintenanceTask;
import dev.portalblocks.core.access.AccessPolicy;
import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Decision;
import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CountViews;
import dev.portalblocks.kb.model.RecordView;
import dev.portalblocks.kb.model.ViewCount;
import dev.portalblocks.kb.model.ViewPeriod;
import dev.portalblocks.kb.model.ViewedArticle;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How views become numbers, and who sees them. */
class CountedViewsTest {
    private static final Actor MAX = Actor.customer(ACME, CustomerId.of("4712"));
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final ViewPeriod EVER = new ViewPeriod(LocalDate.MIN, LocalDate.MAX);

    /** What is for brokers is beyond some editors. */
    private static final AccessPolicy NARROW = RolePolicy.standard().narrowedBy((tx, actor, permission) -> {
        Scope all = Scope.wholeTenant(actor.tenant());
        boolean isNarrow = actor.identity().equals("paul");
        return Decision.allow(isNarrow ? all.ofAudiences(Bound.only(Set.of(Audience.PUBLIC))) : all);
    });

    private final Editorial editorial = new Editorial(NARROW);
    private final KnowledgeBase knowledge = editorial.knowledge;
    private final ArticleViews views = knowledge.views();
    private final ArticleId hail = editorial.publish(editorial.german("Hagel", "Melden."));

    @AfterEach
    void close() {
        editorial.close();
    }

    @Test
    void anHourAfterItsEndADayIsNumbersAndNothingElse() {
        see(ERIKA);
        see(MAX);
        List<ViewCount> before = counts();
        editorial.now = Instant.parse("2026-11-21T23:59:59.999999Z");
        keep();
        assertThat(editorial.memory.contents().get("kb.view")).hasSize(2);
        assertThat(editorial.memory.contents().get("kb.view-secret")).hasSize(1);
        editorial.now = Instant.parse("2026-11-22T00:00:00Z");
        keep();
        assertThat(editorial.memory.contents().get("kb.view")).isNullOrEmpty();
        assertThat(editorial.memory.contents().get("kb.view-secret")).isNullOrEmpty();
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void todayStaysWhileYesterdayIsCounted() {
        see(ERIKA);
        goOn(Duration.ofDays(1));
        see(ERIKA);
        keep();
        see(ERIKA);
        assertThat(counts()).containsExactly(new ViewCount(TODAY, 1, 1), new ViewCount(TODAY.plusDays(1), 1, 1));
        assertThat(editorial.memory.contents().get("kb.view")).hasSize(1);
        assertThat(editorial.memory.contents().get("kb.view-secret")).hasSize(1);
    }

    @Test
    void aDayOfManyReadersIsCountedInSteps() {
        for (int i = 0; i < 1_001; i++) {
            views.record(NOBODY, RecordView.of(hail).by("visitor " + i));
        }
        goOn(Duration.ofDays(1));
        assertThat(views.keep(PROGRAM)).isTrue();
        assertThat(counts()).as("between the steps").containsExactly(new ViewCount(TODAY, 1, 1_001));
        assertThat(editorial.memory.contents().get("kb.view")).hasSize(1);
        assertThat(views.keep(PROGRAM)).isFalse();
        assertThat(counts()).containsExactly(new ViewCount(TODAY, 1, 1_001));
        assertThat(editorial.memory.contents().get("kb.view")).isNullOrEmpty();
    }

    @Test
    void numbersAreRemovedWhenTheyAreOld() {
        see(ERIKA);
        goOn(Duration.ofDays(400));
        keep();
        assertThat(counts()).containsExactly(new ViewCount(TODAY, 1, 1));
        goOn(Duration.ofDays(1));
        keep();
        assertThat(counts()).isEmpty();
        assertThat(editorial.memory.contents().get("kb.view-count")).isNullOrEmpty();
    }

    @Test
    void numbersAreKeptForAsLongAsTheHostSays() {
        KnowledgeBase shorter = KnowledgeBase.builder(
                        editorial.otherPortal(), MemoryKnowledgeStorage.in(editorial.memory))
                .viewsKeptFor(7)
                .build();
        see(ERIKA);
        goOn(Duration.ofDays(7));
        shorter.views().keep(PROGRAM);
        assertThat(counts()).hasSize(1);
        goOn(Duration.ofDays(1));
        shorter.views().keep(PROGRAM);
        assertThat(counts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 3_651})
    void noNumberIsKeptForNoTimeOrForGood(int days) {
        KnowledgeBase.Builder builder =
                KnowledgeBase.builder(editorial.otherPortal(), MemoryKnowledgeStorage.in(editorial.memory));
        assertThatThrownBy(() -> builder.viewsKeptFor(days)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTaskWithNothingToDoLeavesNothing() {
        see(ERIKA);
        Object before = editorial.memory.contents();
        keep();
        assertThat(views.keep(PROGRAM)).isFalse();
        assertThat(editorial.memory.contents()).isEqualTo(before);
    }

    @Test
    void onlyProgramsCountDays() {
        assertThatThrownBy(() -> views.keep(LENA)).isInstanceOf(PortalException.AccessDenied.class);
        assertThatThrownBy(() -> views.keep(ERIKA)).isInstanceOf(PortalException.AccessDenied.class);
    }

    @Test
    void editorsSeeWhatIsSeenMost() {
        ArticleId storm = editorial.publish(editorial.german("Sturm", "Melden."));
        ArticleId fire = editorial.publish(editorial.german("Feuer", "Melden."));
        editorial.publish(editorial.german("Nie gelesen", "x"));
        views.record(ERIKA, RecordView.of(storm));
        views.record(MAX, RecordView.of(storm));
        views.record(ERIKA, RecordView.of(hail));
        goOn(Duration.ofDays(1));
        keep();
        views.record(ERIKA, RecordView.of(storm));
        views.record(ERIKA, RecordView.of(fire));
        assertThat(most(EVER))
                .containsExactly(new ViewedArticle(storm, 3), new ViewedArticle(hail, 1), new ViewedArticle(fire, 1));
        assertThat(most(ViewPeriod.of(TODAY))).containsExactly(new ViewedArticle(storm, 2), new ViewedArticle(hail, 1));
        assertThat(most(ViewPeriod.upTo(TODAY.plusDays(1), 1)))
                .containsExactly(new ViewedArticle(storm, 1), new ViewedArticle(fire, 1));
        assertThat(most(new ViewPeriod(TODAY.plusDays(1), TODAY))).isEmpty();
    }

    @Test
    void anEditorSeesNothingOfWhatIsBeyondTheirReach() {
        ArticleId brokers = editorial.publish(editorial.german("Makler", "x").forAudiences(Audience.role("broker")));
        views.record(ERIKA.withRoles("broker"), RecordView.of(brokers));
        Actor paul = Actor.agent(ACME, "paul", "editor");
        assertRefused("article.not-found", () -> views.counts(paul, new CountViews(brokers, EVER)));
        assertThat(views.most(paul, EVER, PageRequest.first(10)).items()).isEmpty();
        assertThat(most(EVER)).containsExactly(new ViewedArticle(brokers, 1));
        assertThatThrownBy(() -> views.counts(ERIKA, new CountViews(hail, EVER)))
                .isInstanceOf(PortalException.AccessDenied.class);
    }

    private void see(Actor reader) {
        views.record(reader, RecordView.of(hail));
    }

    private void goOn(Duration time) {
        editorial.now = editorial.now.plus(time);
    }

    private void keep() {
        editorial.portal.maintenance().stream()
                .filter(task -> task.name().equals("kb.views.keep"))
                .map(MaintenanceTask::work)
                .forEach(Runnable::run);
    }

    private List<ViewCount> counts() {
        return counts(hail);
    }

    private List<ViewCount> counts(ArticleId article) {
        return views.counts(LENA, new CountViews(article, EVER));
    }

    /** In pages of one. */
    private List<ViewedArticle> most(ViewPeriod period) {
        PageRequest next = PageRequest.first(1);
        List<ViewedArticle> all = new ArrayList<>();
        while (true) {
            Page<ViewedArticle> page = views.most(LENA, period, next);
            all.addAll(page.items());
            if (page.next() == null) {
                return all;
            }
            next = next.after(page.next());
        }
    }
}
