// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.download;

import static dev.portalblocks.kb.Editorial.LENA;
import static dev.portalblocks.kb.Editorial.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.model.DownloadedArticle;
import java.awt.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens to an article between its text and its pictures. */
class PicturesTest {
    private final DownloadHouse house = new DownloadHouse();
    private final Asset plan = house.png("plan.png", Color.RED);
    private final Asset roof = house.png("dach.png", Color.BLUE);
    private final ArticleId hail = house.publish("Hagel", "![Plan](plan.png) ![Dach](dach.png)", plan, roof);
    private final DownloadedArticle read = house.knowledge.downloads().read(NOBODY, hail, null);

    @AfterEach
    void close() {
        house.close();
    }

    private Pictures pictures() {
        return Pictures.of(house.knowledge, NOBODY, read, DownloadOptions.PICTURE_BYTES);
    }

    @Test
    void bothAreThere() {
        assertThat(pictures().all()).containsOnlyKeys(plan, roof);
        assertThat(pictures().all().get(plan)).isEqualTo(DownloadHouse.png(Color.RED));
    }

    @Test
    void onesThatHaveGoneSinceAreLeftOut() {
        house.republish(hail, "Hagel", "![Dach](dach.png)", roof);
        assertThat(pictures().all()).containsOnlyKeys(roof);
    }

    @Test
    void onesThatAreOthersSinceAreLeftOut() {
        house.republish(hail, "Hagel", "![Plan](plan.png) ![Dach](dach.png)", house.png("plan.png", Color.PINK), roof);
        assertThat(pictures().all()).containsOnlyKeys(roof);
    }

    @Test
    void anArticleThatWasTakenAwaySinceIsNotFound() {
        house.knowledge.editor().archive(LENA, ArchiveArticle.of(hail));
        assertThatThrownBy(this::pictures)
                .isInstanceOfSatisfying(
                        PortalException.NotFound.class,
                        none -> assertThat(none.code()).isEqualTo("article.not-found"));
    }

    @Test
    void oneWhoseBytesAreDamagedIsNoDownload() {
        house.editorial.content.delete(dev.portalblocks.kb.Editorial.ACME, plan.content());
        assertThatThrownBy(this::pictures).isInstanceOf(PortalException.StorageFailure.class);
    }
}
