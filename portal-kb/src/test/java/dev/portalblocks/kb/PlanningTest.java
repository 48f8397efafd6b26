// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import static dev.portalblocks.kb.Editorial.LENA;
import static dev.portalblocks.kb.Editorial.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.EditedArticle;
import dev.portalblocks.kb.model.PublishArticle;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What editors plan by the clock on the wall, from Berlin, until readers see it. */
class PlanningTest {
    private static final LocalDateTime NEW_YEAR = LocalDateTime.parse("2027-01-01T00:00");

    private final Editorial editorial = new Editorial();

    @AfterEach
    void close() {
        editorial.close();
    }

    private ArticleId drafted(String title) {
        return editorial
                .knowledge
                .editor()
                .create(LENA, CreateArticle.of(editorial.german(title, "Text")))
                .id();
    }

    /** Writes a text and plans it, for so many days after New Year. */
    private EditedArticle plan(ArticleId article, int day) {
        editorial.knowledge.editor().edit(LENA, EditArticle.of(article, editorial.german("Tag " + day, "Text")));
        return editorial
                .knowledge
                .editor()
                .publish(LENA, PublishArticle.of(article).shown(NEW_YEAR.plusDays(day), null));
    }

    private @Nullable String titleAt(ArticleId article, String moment) {
        editorial.now = Instant.parse(moment);
        try {
            return editorial.knowledge.read(NOBODY, article, null).text().title();
        } catch (PortalException.NotFound nothing) {
            return null;
        }
    }

    private void assertYearRefused(ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(PortalException.InvalidInput.class, refused -> {
            assertThat(refused.code()).isEqualTo("schedule.year");
            assertThat(refused).hasMessage("Invalid input: schedule.year");
        });
    }

    /** With what is shown now; what is over makes room. */
    @Test
    void anArticleHasFiftyTextsInARowAndNoMore() {
        ArticleId hail = editorial.publish(editorial.german("Tag 0", "Text"));
        for (int day = 1; day < 50; day++) {
            plan(hail, day);
        }
        assertThatThrownBy(() -> plan(hail, 50))
                .isInstanceOfSatisfying(PortalException.LimitExceeded.class, refused -> {
                    assertThat(refused.code()).isEqualTo("article.too-many-showings");
                    assertThat(refused.limit()).isEqualTo(50);
                });
        assertThat(titleAt(hail, "2026-12-31T22:59:59Z")).isEqualTo("Tag 0");
        assertThat(titleAt(hail, "2027-01-02T00:00:00Z")).isEqualTo("Tag 1");
        plan(hail, 50);
        assertThat(titleAt(hail, "2027-02-18T23:00:00Z")).isEqualTo("Tag 49");
        assertThat(titleAt(hail, "2027-02-19T23:00:00Z")).isEqualTo("Tag 50");
    }

    /** Those whose year databases write in another way. */
    @Test
    void aTimeIsInAYearFromOneTo9998() {
        ArticleId hail = drafted("Hagel");
        LocalDateTime last = LocalDateTime.parse("9998-12-31T23:59:59.999999");
        for (LocalDateTime wrong : List.of(
                LocalDateTime.MIN,
                LocalDateTime.parse("0000-12-31T23:59:59"),
                LocalDateTime.parse("9999-01-01T00:00"),
                LocalDateTime.MAX)) {
            PublishArticle since = PublishArticle.of(hail).shown(wrong, null);
            PublishArticle until = PublishArticle.of(hail).shown(null, wrong);
            assertYearRefused(() -> editorial.knowledge.editor().publish(LENA, since));
            assertYearRefused(() -> editorial.knowledge.editor().publish(LENA, until));
        }
        PublishArticle always = PublishArticle.of(hail).shown(LocalDateTime.parse("0001-01-01T00:00"), last);
        editorial.knowledge.editor().publish(LENA, always);
        assertYearRefused(() -> editorial
                .knowledge
                .editor()
                .archive(LENA, ArchiveArticle.of(hail).at(LocalDateTime.parse("9999-01-01T00:00"))));
        assertThat(titleAt(hail, "9998-12-31T22:59:59.999998Z")).isEqualTo("Hagel");
        assertThat(titleAt(hail, "9998-12-31T22:59:59.999999Z")).isNull();
    }

    /** In 2027 clocks are put forward from two to three on 28 March. */
    @Test
    void anHourThatIsLeftOutStandsForTheMomentAtWhichClocksArePutForward() {
        ArticleId hail = drafted("Hagel");
        LocalDateTime nowhere = LocalDateTime.parse("2027-03-28T02:30");
        editorial.knowledge.editor().publish(LENA, PublishArticle.of(hail).shown(nowhere, null));
        ArticleId storm = drafted("Sturm");
        editorial.knowledge.editor().publish(LENA, PublishArticle.of(storm).shown(null, nowhere));
        ArticleId flood = editorial.publish(editorial.german("Hochwasser", "Text"));
        editorial.knowledge.editor().archive(LENA, ArchiveArticle.of(flood).at(nowhere));

        String before = "2027-03-28T00:59:59.999999Z";
        assertThat(titleAt(hail, before)).isNull();
        assertThat(titleAt(storm, before)).isEqualTo("Sturm");
        assertThat(titleAt(flood, before)).isEqualTo("Hochwasser");
        String leap = "2027-03-28T01:00:00Z";
        assertThat(titleAt(hail, leap)).isEqualTo("Hagel");
        assertThat(titleAt(storm, leap)).isNull();
        assertThat(titleAt(flood, leap)).isNull();
    }

    /** In 2027 clocks are put back from three to two on 31 October. */
    @Test
    void ofAnHourThatComesTwiceTheFirstBeginsAndTheSecondEnds() {
        ArticleId hail = drafted("Hagel");
        LocalDateTime twice = LocalDateTime.parse("2027-10-31T02:30");
        editorial.knowledge.editor().publish(LENA, PublishArticle.of(hail).shown(twice, twice));
        ArticleId flood = editorial.publish(editorial.german("Hochwasser", "Text"));
        editorial.knowledge.editor().archive(LENA, ArchiveArticle.of(flood).at(twice));

        assertThat(titleAt(hail, "2027-10-31T00:29:59.999999Z")).isNull();
        assertThat(titleAt(hail, "2027-10-31T00:30:00Z")).isEqualTo("Hagel");
        for (ArticleId article : List.of(hail, flood)) {
            assertThat(titleAt(article, "2027-10-31T01:29:59.999999Z")).isNotNull();
            assertThat(titleAt(article, "2027-10-31T01:30:00Z")).isNull();
        }
    }
}
