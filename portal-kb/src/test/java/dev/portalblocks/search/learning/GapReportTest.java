// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning;

import static dev.portalblocks.search.learning.LearningHouse.ERIKA;
import static dev.portalblocks.search.learning.LearningHouse.LENA;
import static dev.portalblocks.search.learning.LearningHouse.NOBODY;
import static dev.portalblocks.search.learning.LearningHouse.german;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.search.learning.model.Advice;
import dev.portalblocks.search.learning.model.AskForGaps;
import dev.portalblocks.search.learning.model.QueryGap;
import dev.portalblocks.search.learning.model.WriteNext;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What editors read of it. */
class GapReportTest {
    private final LearningHouse house = new LearningHouse();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void theListOfWhatToWriteNextIsInTheOrderOfItsWeights() {
        house.keep();
        house.publish(german("Offen", "Zahlungsweise"));
        house.publish(german("Makler", "Courtage").forAudiences(Audience.role("broker")));
        house.find(NOBODY, "Courtage");
        house.find(NOBODY, "Zahlungsweise");
        house.find(NOBODY, "Quittung");
        house.find(ERIKA, "Quittung");
        house.write(ERIKA, house.asked(ERIKA, "Sterbefall"));

        assertThat(house.reportLater().writeNext())
                .extracting(next -> next.gap().query(), WriteNext::weight, WriteNext::advice)
                .containsExactly(
                        tuple("sterbefall", 5L, Advice.WRITE),
                        tuple("quittung", 4L, Advice.WRITE),
                        tuple("courtage", 1L, Advice.OPEN),
                        tuple("zahlungsweise", 1L, Advice.IMPROVE));
    }

    /** What stands in a kind of object that its reader has no permission for is there, for others. */
    @Test
    void whatIsOfAKindThatItsReaderSeesNothingOfIsForOthers() {
        house.publish(german("Offen", "Beitrag"));
        house.memo("Schadenreserve");
        house.find(ERIKA, "Schadenreserve");

        assertThat(house.reportLater().foundNothing())
                .extracting(QueryGap::query, gap -> gap.counts().otherAudience())
                .containsExactly(tuple("schadenreserve", 1L));
    }

    @Test
    void aReportIsAboutItsDays() {
        house.find(NOBODY, "Quittung");
        house.reportLater();
        AskForGaps all = AskForGaps.ofAll();

        assertThat(house.learning.gaps(LENA, all.between(house.now, house.now)).asked())
                .isEqualTo(1);
        assertThat(house.learning
                        .gaps(LENA, all.between(house.now.plus(Duration.ofDays(1)), house.now.plus(Duration.ofDays(2))))
                        .asked())
                .isZero();
        assertThatThrownBy(() -> house.learning.gaps(LENA, all.atMost(0)))
                .isInstanceOf(PortalException.InvalidInput.class);
    }

    @Test
    void onlyEditorsReadTheReport() {
        assertThatThrownBy(() -> house.learning.gaps(ERIKA, AskForGaps.ofAll()))
                .isInstanceOf(PortalException.AccessDenied.class);
        assertThatThrownBy(() -> house.learning.keep(LENA)).isInstanceOf(PortalException.AccessDenied.class);
    }
}
