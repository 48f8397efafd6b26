// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import static dev.portalblocks.kb.Editorial.ACME;
import static dev.portalblocks.kb.Editorial.ERIKA;
import static dev.portalblocks.kb.Editorial.LENA;
import static dev.portalblocks.kb.Editorial.NOBODY;
import static dev.portalblocks.kb.Editorial.PROGRAM;
import static dev.portalblocks.kb.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.mandate.GrantMandate;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CountViews;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.RecordView;
import dev.portalblocks.kb.model.ViewCount;
import dev.portalblocks.kb.model.ViewPeriod;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArticleViewsTest {
    private static final Actor MAX = Actor.customer(ACME, CustomerId.of("4712"));
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final ViewPeriod EVER = new ViewPeriod(LocalDate.MIN, LocalDate.MAX);

    private final Editorial editorial = new Editorial();
    private final KnowledgeBase knowledge = editorial.knowledge;
    private final ArticleViews views = knowledge.views();
    private final ArticleId hail = editorial.publish(editorial.german("Hagel", "Melden."));

    @AfterEach
    void close() {
        editorial.close();
    }

    @Test
    void aReaderCountsOnceADayHoweverOftenTheyLook() {
        see(ERIKA);
        see(ERIKA);
        see(MAX);
        see(ERIKA);
        assertThat(counts()).containsExactly(new ViewCount(TODAY, 1, 2));
        goOn(Duration.ofDays(1));
        see(ERIKA);
        assertThat(counts()).containsExactly(new ViewCount(TODAY, 1, 2), new ViewCount(TODAY.plusDays(1), 1, 1));
    }

    @Test
    void aReaderCountsOnceForEachRevisionThatTheySaw() {
        see(ERIKA);
        knowledge.editor().edit(LENA, EditArticle.of(hail, editorial.german("Hagel", "Sofort.")));
        knowledge.editor().publish(LENA, PublishArticle.of(hail));
        see(ERIKA);
        see(ERIKA);
        assertThat(counts()).containsExactly(new ViewCount(TODAY, 1, 1), new ViewCount(TODAY, 2, 1));
    }

    @Test
    void whatIsOnlyPlannedIsSeenByNobody() {
        knowledge.editor().edit(LENA, EditArticle.of(hail, editorial.german("Hagel", "Sofort.")));
        knowledge.editor().publish(LENA, PublishArticle.of(hail).shown(LocalDateTime.of(2026, 11, 22, 0, 0), null));
        see(ERIKA);
        assertThat(counts()).containsExactly(new ViewCount(TODAY, 1, 1));
    }

    /** An hour before midnight in UTC it is tomorrow in Berlin. */
    @Test
    void aDayIsTheTenants() {
        editorial.now = Instant.parse("2026-11-21T22:59:59.999999Z");
        see(ERIKA);
        editorial.now = Instant.parse("2026-11-21T23:00:00Z");
        see(ERIKA);
        assertThat(counts()).containsExactly(new ViewCount(TODAY, 1, 1), new ViewCount(TODAY.plusDays(1), 1, 1));
    }

    @Test
    void aVisitorIsWhoHasTheSameKeyAndWithoutOneNobody() {
        views.record(NOBODY, RecordView.of(hail).by("a"));
        views.record(NOBODY, RecordView.of(hail).by("a"));
        views.record(NOBODY, RecordView.of(hail).by("b"));
        views.record(NOBODY, RecordView.of(hail));
        assertThat(counts()).containsExactly(new ViewCount(TODAY, 1, 2));
    }

    /** A customer, a member of staff and a visitor may well be called the same. */
    @Test
    void readersOfDifferentKindsAreNotOne() {
        views.record(Actor.customer(ACME, CustomerId.of("7")), RecordView.of(hail));
        views.record(Actor.agent(ACME, "7"), RecordView.of(hail));
        views.record(NOBODY, RecordView.of(hail).by("7"));
        assertThat(counts()).containsExactly(new ViewCount(TODAY, 1, 3));
    }

    @Test
    void whoIsSignedInIsKnownByTheirNameAlone() {
        views.record(ERIKA, RecordView.of(hail).by("a"));
        views.record(ERIKA, RecordView.of(hail).by("b"));
        views.record(ERIKA.withRoles("vip"), RecordView.of(hail));
        assertThat(counts()).containsExactly(new ViewCount(TODAY, 1, 1));
    }

    /** It is they who read, whomever they do it for. */
    @Test
    void whoActsForAnotherCountsOnceForBoth() {
        editorial
                .portal
                .mandates()
                .grant(
                        PROGRAM,
                        GrantMandate.everything(CustomerId.of("4712"), CustomerId.of("4711"), Mandate.Kind.HOUSEHOLD));
        see(ERIKA);
        see(ERIKA.actingFor(CustomerId.of("4712")));
        assertThat(counts()).containsExactly(new ViewCount(TODAY, 1, 1));
        see(MAX);
        assertThat(counts()).containsExactly(new ViewCount(TODAY, 1, 2));
    }

    @Test
    void programsReadNothingForThemselves() {
        see(PROGRAM);
        assertThat(counts()).isEmpty();
    }

    @Test
    void whatOneMayNotReadIsNotCountedAsIfItWereNotThere() {
        ArticleId brokers = editorial.publish(editorial.german("Makler", "x").forAudiences(Audience.role("broker")));
        ArticleId draft = editorial.draft(editorial.german("Entwurf", "x"));
        ArticleId gone = editorial.publish(editorial.german("Weg", "x"));
        knowledge.editor().archive(LENA, ArchiveArticle.of(gone));
        Object before = editorial.memory.contents();
        for (ArticleId article : List.of(brokers, draft, gone, ArticleId.of(new UUID(1, 2)))) {
            assertRefused("article.not-found", () -> views.record(ERIKA, RecordView.of(article)));
            assertRefused("article.not-found", () -> views.record(NOBODY, RecordView.of(article)));
            assertRefused("article.not-found", () -> views.record(PROGRAM, RecordView.of(article)));
        }
        assertThat(editorial.memory.contents()).isEqualTo(before);
        views.record(ERIKA.withRoles("broker"), RecordView.of(brokers));
        assertThat(counts(brokers)).containsExactly(new ViewCount(TODAY, 1, 1));
    }

    @Test
    void nothingThatIsKeptNamesAReader() {
        Map<String, ?> before = editorial.memory.contents();
        Actor reader = Actor.customer(ACME, CustomerId.of("who-reads"));
        views.record(reader, RecordView.of(hail));
        views.record(NOBODY, RecordView.of(hail).by("which-visitor"));
        Map<String, ?> after = editorial.memory.contents();
        assertThat(after.toString()).doesNotContain("who-reads").doesNotContain("which-visitor");
        assertThat(after.get("core.audit")).isEqualTo(before.get("core.audit"));
        assertThat(after.get("core.event")).isEqualTo(before.get("core.event"));
    }

    /** The keys of one reader, for two articles, two revisions and two days, have nothing in common. */
    @Test
    void whatAReaderReadIsNotTied() {
        ArticleId storm = editorial.publish(editorial.german("Sturm", "Melden."));
        see(ERIKA);
        views.record(ERIKA, RecordView.of(storm));
        goOn(Duration.ofDays(1));
        see(ERIKA);
        List<?> rows = Objects.requireNonNull(editorial.memory.contents().get("kb.view"));
        assertThat(rows.stream().map(row -> row.toString().replaceFirst(".*key=([0-9a-f]{32}).*", "$1")))
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    private void see(Actor reader) {
        views.record(reader, RecordView.of(hail));
    }

    private void goOn(Duration time) {
        editorial.now = editorial.now.plus(time);
    }

    private List<ViewCount> counts() {
        return counts(hail);
    }

    private List<ViewCount> counts(ArticleId article) {
        return views.counts(LENA, new CountViews(article, EVER));
    }
}
