// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import static dev.portalblocks.kb.Editorial.ERIKA;
import static dev.portalblocks.kb.Editorial.LENA;
import static dev.portalblocks.kb.Editorial.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.model.DownloadedArticle;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.UploadAsset;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArticleDownloadsTest {
    private static final byte[] GIF = "GIF89a".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private final Editorial editorial = new Editorial();
    private final KnowledgeBase knowledge = editorial.knowledge;

    @AfterEach
    void close() {
        editorial.close();
    }

    private Asset picture(String path) {
        return knowledge.editor().upload(LENA, new UploadAsset(path, "image/gif"), new ByteArrayInputStream(GIF));
    }

    private static void assertNotFound(ThrowingCallable read) {
        assertThatThrownBy(read)
                .isInstanceOfSatisfying(
                        PortalException.NotFound.class,
                        none -> assertThat(none.code()).isEqualTo("article.not-found"));
    }

    @Test
    void aDownloadSaysWhatReadingSays() {
        ArticleId hail = editorial.publish(editorial
                .german("Hagel", "Melden Sie ihn **sofort**.")
                .with(LanguageTag.ENGLISH, "Hail", "Report it **at once**."));
        for (LanguageTag language : List.of(LanguageTag.ENGLISH, LanguageTag.GERMAN, LanguageTag.of("fr"))) {
            DownloadedArticle taken = knowledge.downloads().read(NOBODY, hail, language);
            var read = knowledge.read(NOBODY, hail, language);
            assertThat(taken)
                    .isEqualTo(new DownloadedArticle(
                            hail,
                            read.language(),
                            read.slug(),
                            read.text().title(),
                            read.text().body(),
                            List.of(),
                            read.revision(),
                            read.publishedAt(),
                            false));
        }
        assertThat(knowledge.downloads().read(NOBODY, hail, null).language()).isEqualTo(LanguageTag.GERMAN);
    }

    @Test
    void picturesThatTheTextShowsComeInItsOrderAndEachOnce() {
        Asset plan = picture("bilder/plan 1.gif");
        Asset roof = picture("dach.gif");
        Asset spare = picture("rest.gif");
        Asset form = picture("formular.gif");
        String text = "![Dach](dach.gif) ![Plan](bilder/plan%201.gif) <img src='dach.gif' alt='Dach'> ![Plan](asset:"
                + plan.content() + ") [Formular](formular.gif) `![x](rest.gif)` ![web](https://x.example/a.gif)";
        ArticleId hail =
                editorial.publish(editorial.german("Hagel", text).withAssets(List.of(plan, spare, roof, form)));
        assertThat(knowledge.downloads().read(NOBODY, hail, null).pictures()).containsExactly(roof, plan);
    }

    @Test
    void aDownloadIsForThoseWhoMayRead() {
        ArticleId hail = editorial.publish(editorial.german("Hagel", "Text").forAudiences(Audience.SIGNED_IN));
        assertThat(knowledge.downloads().read(ERIKA, hail, null).title()).isEqualTo("Hagel");
        assertNotFound(() -> knowledge.downloads().read(NOBODY, hail, null));
        assertNotFound(
                () -> knowledge.downloads().read(Actor.agent(TenantId.of("other"), "lena", "editor"), hail, null));
    }

    @Test
    void aDraftIsNotTakenAway() {
        ArticleId hail = editorial.draft(editorial.german("Hagel", "Text"));
        assertNotFound(() -> knowledge.downloads().read(LENA, hail, null));
        knowledge.editor().publish(LENA, PublishArticle.of(hail));
        knowledge.editor().edit(LENA, EditArticle.of(hail, editorial.german("Hagel 2", "Anderes")));
        assertThat(knowledge.downloads().read(LENA, hail, null).title()).isEqualTo("Hagel");
    }

    @Test
    void whatIsPlannedIsTakenAwayFromItsFirstMomentOn() {
        ArticleId hail = editorial.publish(editorial.german("Hagel", "Alt"));
        Asset roof = picture("dach.gif");
        ArticleContent next = editorial.german("Hagel neu", "![Dach](dach.gif)").withAssets(List.of(roof));
        knowledge.editor().edit(LENA, EditArticle.of(hail, next));
        knowledge
                .editor()
                .publish(
                        LENA,
                        PublishArticle.of(hail)
                                .shown(
                                        LocalDateTime.parse("2026-12-01T00:00"),
                                        LocalDateTime.parse("2026-12-24T00:00")));
        editorial.now = Instant.parse("2026-11-30T22:59:59.999999Z");
        assertThat(knowledge.downloads().read(NOBODY, hail, null).title()).isEqualTo("Hagel");
        editorial.now = Instant.parse("2026-11-30T23:00:00Z");
        assertThat(knowledge.downloads().read(NOBODY, hail, null).title()).isEqualTo("Hagel neu");
        assertThat(knowledge.downloads().read(NOBODY, hail, null).pictures()).containsExactly(roof);
        editorial.now = Instant.parse("2026-12-23T23:00:00Z");
        assertNotFound(() -> knowledge.downloads().read(NOBODY, hail, null));
    }
}
