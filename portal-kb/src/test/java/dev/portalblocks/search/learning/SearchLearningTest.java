// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning;

import static dev.portalblocks.search.learning.LearningHouse.ERIKA;
import static dev.portalblocks.search.learning.LearningHouse.NOBODY;
import static dev.portalblocks.search.learning.LearningHouse.german;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.SearchToken;
import dev.portalblocks.search.Search;
import dev.portalblocks.search.learning.model.GapReport;
import dev.portalblocks.search.learning.model.QueryCounts;
import dev.portalblocks.search.learning.model.QueryGap;
import dev.portalblocks.search.model.SearchQuery;
import dev.portalblocks.search.model.SearchResults;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SearchLearningTest {
    private final LearningHouse house = new LearningHouse();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aSearchThatFindsNothingIsReportedWithItsReason() {
        house.publish(german("Offen", "Zahlungsweise"));
        house.publish(german("Makler", "Courtage").forAudiences(Audience.role("broker")));
        house.publish(german("Umzug", "Adresse").with(LanguageTag.ENGLISH, "Moving", "relocation"));
        house.publish(german("Vertreter", "Bestandspflege")
                .with(LanguageTag.ENGLISH, "Agents", "retention")
                .forAudiences(Audience.role("broker")));
        house.find(NOBODY, "Quittung");
        house.find(NOBODY, "Courtage");
        house.find(NOBODY, "Bestandspflege");
        house.find(NOBODY, "retention");
        house.find(NOBODY, "relocation");
        house.find(NOBODY, SearchQuery.of("Zahlungsweise").tagged("kfz"));

        GapReport report = house.reportLater();

        assertThat(report.foundNothing())
                .containsExactlyInAnyOrder(
                        gap("quittung", new QueryCounts(1, 1, 0, 0, 0, 0, 0)),
                        gap("courtage", new QueryCounts(1, 0, 1, 0, 0, 0, 0)),
                        gap("bestandspflege", new QueryCounts(1, 0, 1, 0, 0, 0, 0)),
                        gap("retention", new QueryCounts(1, 0, 1, 0, 0, 0, 0)),
                        gap("relocation", new QueryCounts(1, 0, 0, 1, 0, 0, 0)),
                        gap("zahlungsweise", new QueryCounts(1, 0, 0, 0, 1, 0, 0)));
    }

    @Test
    void whatNobodyOpensIsReportedAndWhatSomebodyOpensIsNot() {
        house.publish(german("Offen", "Zahlungsweise Beitrag"));
        house.find(ERIKA, "Zahlungsweise");
        SearchToken token = house.asked(ERIKA, "Beitrag");
        house.pass(Duration.ofMinutes(29));
        house.learning.opened(ERIKA, token);

        GapReport report = house.reportLater();

        assertThat(report.asked()).isEqualTo(2);
        assertThat(report.unopened()).containsExactly(gap("zahlungsweise", new QueryCounts(1, 0, 0, 0, 0, 1, 0)));
        assertThat(report.foundNothing()).isEmpty();
        assertThat(report.followed()).isEmpty();
    }

    @Test
    void aMessageWithinHalfAnHourFollowsASearchAndALaterOneDoesNot() {
        house.keep(); // the node begins to read the log where it ends
        house.publish(german("Offen", "Beitrag"));
        SearchToken soon = house.asked(ERIKA, "Kündigung");
        house.write(ERIKA, house.asked(ERIKA, "Beitrag"));
        SearchToken late = house.asked(ERIKA, "Quittung");
        house.pass(Duration.ofMinutes(20));
        house.write(ERIKA, soon);
        house.pass(Duration.ofMinutes(10));
        house.write(ERIKA, late);

        GapReport report = house.reportLater();

        assertThat(report.followed())
                .containsExactlyInAnyOrder(
                        gap("kündigung", new QueryCounts(1, 1, 0, 0, 0, 0, 1)),
                        gap("beitrag", new QueryCounts(1, 0, 0, 0, 0, 1, 1)));
        assertThat(report.foundNothing()).hasSize(2);
    }

    @Test
    void aClickAfterHalfAnHourSaysNothingAlsoBeforeTheTokenIsDropped() {
        house.publish(german("Offen", "Beitrag"));
        SearchToken token = house.asked(ERIKA, "Beitrag");
        house.keep();
        house.pass(Duration.ofMinutes(30));
        house.learning.opened(ERIKA, token);
        house.keep();

        assertThat(house.report().unopened()).hasSize(1);
    }

    @Test
    void unknownTokensAreTakenAndSayNothing() {
        house.learning.opened(NOBODY, SearchToken.of("nobody-ever-got-this"));

        assertThat(house.reportLater().asked()).isZero();
        assertNothingOfSearchesIsLeft();
    }

    @Test
    void afterHalfAnHourNothingIsLeftButACount() {
        house.publish(german("Offen", "Beitrag"));
        house.learning.opened(ERIKA, house.asked(ERIKA, "Beitrag"));
        house.keep();
        assertThat(house.memory.contents().get("search.trace")).hasSize(1);
        assertThat(house.memory.contents().get("search.sign")).hasSize(1);

        house.pass(Duration.ofMinutes(30));
        house.keep();

        assertNothingOfSearchesIsLeft();
        assertThat(house.memory.contents().get("search.query-count")).hasSize(1);
    }

    @Test
    void whoSearchedStandsNowhere() {
        SearchToken token = house.asked(ERIKA, "Meine IBAN ist DE89 3704 0044 0532 0130 00");
        house.learning.opened(ERIKA, token);
        house.write(ERIKA, token);
        house.keep();

        String kept = house.memory.contents().get("search.trace") + ""
                + house.memory.contents().get("search.sign");
        assertThat(kept).contains("meine iban ist [iban]").doesNotContain("4711", "3704", token.value());
        String events = String.valueOf(house.memory.contents().get("core.event"));
        assertThat(events).contains("search-followed").doesNotContain("4711", token.value());
        List<AuditEntry> audit = house.portal
                .auditTrail()
                .list(auditor(), PageRequest.first(100))
                .items();
        assertThat(audit)
                .extracting(AuditEntry::operation)
                .contains("search.learning.keep")
                .doesNotContain("search.opened");
        assertThat(audit)
                .filteredOn(entry -> entry.operation().startsWith("search."))
                .allMatch(entry -> entry.actorKind() == Actor.Kind.SYSTEM);
    }

    @Test
    void aReaderWaitsForNoReasonAndLearnsNone() {
        house.publish(german("Makler", "Courtage").forAudiences(Audience.role("broker")));
        house.find(NOBODY, "Quittung");
        int before = house.index.searches;
        SearchResults hidden = house.find(NOBODY, "Courtage");

        assertThat(house.index.searches).isEqualTo(before + 1);
        SearchResults nothing = house.find(NOBODY, "Beleg");
        assertThat(hidden.hits()).isEqualTo(nothing.hits());
        assertThat(hidden.token()).isNotNull().isNotEqualTo(nothing.token());
        house.keep();
        assertThat(house.index.searches).isGreaterThan(before + 2);
    }

    @Test
    void furtherPagesAreNoSearch() {
        house.publish(german("Eins", "Beitrag"));
        house.publish(german("Zwei", "Beitrag"));
        SearchResults first = house.search.find(NOBODY, SearchQuery.of("Beitrag"), PageRequest.first(1));
        SearchResults second = house.search.find(
                NOBODY,
                SearchQuery.of("Beitrag"),
                new PageRequest(1, first.hits().next()));

        assertThat(second.hits().items()).hasSize(1);
        assertThat(first.token()).isNotNull();
        assertThat(second.token()).isNull();
        assertThat(house.reportLater().asked()).isEqualTo(1);
    }

    @Test
    void whatIsStillBeingTypedIsNoSearch() {
        for (String typed : List.of("k", "kün", "kündi", "kündigung")) {
            house.find(NOBODY, typed);
            house.pass(Duration.ofSeconds(1));
        }
        house.pass(Duration.ofSeconds(10));
        house.find(NOBODY, "kündigung hausrat");

        assertThat(house.reportLater().foundNothing())
                .extracting(QueryGap::query)
                .containsExactlyInAnyOrder("kündigung", "kündigung hausrat");
    }

    @Test
    void noWordsAreNoSearch() {
        house.find(NOBODY, " \t");
        assertThat(house.reportLater().asked()).isZero();
    }

    @Test
    void whatComesSeldomIsCountedAndNotShown() {
        try (LearningHouse careful = new LearningHouse(builder -> builder)) {
            careful.find(ERIKA, "Herr Müller Lindenstraße 5");
            for (int i = 0; i < 5; i++) {
                careful.find(NOBODY, "Quittung");
            }
            GapReport report = careful.reportLater();

            assertThat(report.foundNothing()).extracting(QueryGap::query).containsExactly("quittung");
            assertThat(report.asked()).isEqualTo(6);
            assertThat(report.withheld()).isEqualTo(1);
        }
    }

    @Test
    void whatComesSeldomIsForgottenSoonerThanTheRest() {
        try (LearningHouse careful = new LearningHouse(builder -> builder.seldom(2))) {
            careful.find(ERIKA, "Herr Müller");
            careful.find(NOBODY, "Quittung");
            careful.find(ERIKA, "Quittung");
            careful.reportLater();
            careful.pass(Duration.ofDays(31));
            careful.task("search.learning.purge");
            assertThat(careful.report().asked()).isEqualTo(2);

            careful.pass(Duration.ofDays(60));
            careful.task("search.learning.purge");
            assertThat(careful.report().asked()).isZero();
        }
    }

    @Test
    void aRecorderThatThrowsFailsNoSearch() {
        house.publish(german("Offen", "Beitrag"));
        try (Portal portal = Portal.of(house.memory)) {
            Search broken = Search.builder(portal, house.index, house.knowledge.searchSource())
                    .recordedBy(search -> {
                        throw new IllegalStateException("planted");
                    })
                    .build();
            assertThat(broken.find(NOBODY, SearchQuery.of("Beitrag"), PageRequest.first(1))
                            .hits()
                            .items())
                    .hasSize(1);
        }
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenLater() {
        house.find(NOBODY, "Quittung");
        house.index.fails = true;
        assertThatThrownBy(house::keep).isInstanceOf(PortalException.StorageFailure.class);
        house.index.fails = false;

        assertThat(house.reportLater().foundNothing()).hasSize(1);
    }

    @Test
    void whatFindsNoRoomIsDroppedAndTheReportOnHealthSaysSo() {
        try (LearningHouse small =
                new LearningHouse(builder -> builder.seldom(1).room(4))) {
            for (String word : List.of("eins", "zwei", "drei", "vier", "acht")) {
                small.find(NOBODY, word);
            }
            var health = Objects.requireNonNull(small.portal.health().parts().get("search.learning"));
            assertThat(health.code()).isEqualTo("search.learning.full");
            assertThat(health.figures()).containsEntry("waiting", 2L).containsEntry("dropped", 3L);
            assertThat(small.reportLater().asked()).isEqualTo(2);
        }
    }

    private static Actor auditor() {
        return Actor.agent(LearningHouse.ACME, "audit", "auditor");
    }

    private static QueryGap gap(String query, QueryCounts counts) {
        return new QueryGap(query, LanguageTag.GERMAN, counts);
    }

    private void assertNothingOfSearchesIsLeft() {
        assertThat(house.memory.contents().getOrDefault("search.trace", List.of()))
                .isEmpty();
        assertThat(house.memory.contents().getOrDefault("search.sign", List.of()))
                .isEmpty();
    }
}
