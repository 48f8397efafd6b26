// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import static dev.portalblocks.kb.Editorial.LENA;
import static dev.portalblocks.kb.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.CompareContents;
import dev.portalblocks.kb.model.ContentDifference;
import dev.portalblocks.kb.model.CreateCategory;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.TextDifference;
import dev.portalblocks.kb.model.TextPiece;
import dev.portalblocks.kb.model.TextPiece.Kind;
import dev.portalblocks.kb.model.ValueDifference;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContentDifferenceTest {
    private final Editorial editorial = new Editorial();

    @AfterEach
    void close() {
        editorial.close();
    }

    @Test
    void revisionsAndTheDraftAreCompared() {
        KnowledgeEditor editor = editorial.knowledge.editor();
        CategoryId category = editorial
                .knowledge
                .categoryEditor()
                .create(LENA, CreateCategory.of("kfz", LocalizedText.german("Kfz")))
                .id();
        ArticleContent first = editorial.german("Hagel", "Rufen Sie an.").with(LanguageTag.ENGLISH, "Hail", "Call us.");
        ArticleId hail = editorial.publish(first.tagged("alt", "bleibt"));
        editor.edit(
                LENA,
                EditArticle.of(
                        hail,
                        editorial
                                .german("Hagel", "Rufen Sie sofort an.")
                                .in(category)
                                .tagged("bleibt", "neu")
                                .forAudiences(Audience.SIGNED_IN)));
        ContentDifference draft = editor.compare(LENA, CompareContents.withDraft(hail, 1));
        editor.publish(LENA, PublishArticle.of(hail));

        ContentDifference revisions = editor.compare(LENA, CompareContents.of(hail, 1, 2));
        assertThat(revisions)
                .isEqualTo(draft)
                .isEqualTo(new ContentDifference(
                        Map.of(
                                LanguageTag.GERMAN,
                                new TextDifference(
                                        List.of(new TextPiece(Kind.SAME, "Hagel")),
                                        List.of(
                                                new TextPiece(Kind.SAME, "Rufen Sie "),
                                                new TextPiece(Kind.ADDED, "sofort "),
                                                new TextPiece(Kind.SAME, "an."))),
                                LanguageTag.ENGLISH,
                                new TextDifference(
                                        List.of(new TextPiece(Kind.REMOVED, "Hail")),
                                        List.of(new TextPiece(Kind.REMOVED, "Call us.")))),
                        new ValueDifference(List.of(), List.of(category.toString())),
                        new ValueDifference(List.of("alt"), List.of("neu")),
                        new ValueDifference(List.of("public"), List.of("signed-in")),
                        new ValueDifference(List.of(), List.of())));
        assertThat(editor.compare(LENA, CompareContents.of(hail, 2, 1)).tags())
                .isEqualTo(new ValueDifference(List.of("neu"), List.of("alt")));
        assertThat(editor.compare(LENA, CompareContents.of(hail, 2, 2)).texts()).isEmpty();
    }

    /** Its path is the same. */
    @Test
    void aPictureWithOtherBytesIsAnotherOne() {
        ArticleContent text = editorial.german("Hagel", "x");
        ContentDifference difference = ContentDifferences.of(
                text.withAssets(List.of(picture("plan.png", 1), picture("haus.png", 2))),
                text.withAssets(List.of(picture("plan.png", 3), picture("haus.png", 2))));
        assertThat(difference.assets()).isEqualTo(new ValueDifference(List.of("plan.png"), List.of("plan.png")));
    }

    @Test
    void whatIsNotThereIsNotCompared() {
        KnowledgeEditor editor = editorial.knowledge.editor();
        ArticleId hail = editorial.publish(editorial.german("Hagel", "x"));
        assertRefused("revision.not-found", () -> editor.compare(LENA, CompareContents.of(hail, 1, 2)));
        assertRefused("draft.not-found", () -> editor.compare(LENA, CompareContents.withDraft(hail, 1)));
        assertRefused(
                "article.not-found",
                () -> editor.compare(LENA, CompareContents.of(ArticleId.of(new UUID(1, 2)), 1, 1)));
    }

    private static Asset picture(String path, int bytes) {
        return new Asset(path, ContentRef.of(new UUID(0, bytes)), "image/png", 1, "0a".repeat(32));
    }
}
