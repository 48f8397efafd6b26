// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import static dev.portalblocks.kb.Editorial.LENA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleFinding;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.model.CheckedArticle;
import dev.portalblocks.kb.model.ContentProblem;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.ImportArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.SourceKey;
import dev.portalblocks.kb.model.UploadAsset;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleChecksTest {
    private final Editorial editorial = new Editorial();
    private final KnowledgeBase knowledge = editorial.knowledge;
    private final ArticleId open = editorial.publish(editorial.german("Offen", "x"));

    @AfterEach
    void close() {
        editorial.close();
    }

    @Test
    void whatIsWrongIsToldWithItsLanguageAndLine() {
        ArticleContent content = editorial
                .german("Hagel", "Siehe [dort](article:%s).\n\n![](plan.png)\n".formatted(open))
                .with(LanguageTag.ENGLISH, "Hail", "\n\nSee [there](article:" + new UUID(1, 2) + ").");
        assertThat(findings(editorial.draft(content)))
                .extracting(ArticleFinding::language, ArticleFinding::problem, ArticleFinding::line)
                .containsExactly(
                        tuple(LanguageTag.GERMAN, ContentProblem.PICTURE_WITHOUT_ALTERNATIVE, 3),
                        tuple(LanguageTag.GERMAN, ContentProblem.LINK_TO_NOTHING, 3),
                        tuple(LanguageTag.ENGLISH, ContentProblem.LINK_TO_NOTHING, 3));
    }

    @Test
    void linksAreFollowedToWhatReadersSeeNow() {
        ArticleId draft = editorial.draft(editorial.german("Entwurf", "x"));
        ArticleId planned = editorial.draft(editorial.german("Geplant", "x"));
        knowledge
                .editor()
                .publish(LENA, PublishArticle.of(planned).shown(LocalDateTime.parse("2100-01-01T08:00"), null));
        ArticleId gone = editorial.publish(editorial.german("Weg", "x"));
        knowledge.editor().archive(LENA, ArchiveArticle.of(gone));
        String links = IntStream.range(0, 4)
                .mapToObj(i -> "[x](article:%s#oben)"
                        .formatted(List.of(open, draft, planned, gone).get(i)))
                .collect(Collectors.joining("\n"));
        assertThat(findings(editorial.draft(editorial.german(
                        "Links", links + "\n[x](article:nichts) [x](faq:irgendwas) [x](https://example.org)"))))
                .extracting(ArticleFinding::problem, ArticleFinding::line)
                .containsExactly(
                        tuple(ContentProblem.LINK_TO_UNPUBLISHED, 2),
                        tuple(ContentProblem.LINK_TO_UNPUBLISHED, 3),
                        tuple(ContentProblem.LINK_TO_UNPUBLISHED, 4),
                        tuple(ContentProblem.LINK_TO_NOTHING, 5));
    }

    /** For whom an article is, for whom that is that it links, and whether all of the first may read the second. */
    @ParameterizedTest
    @CsvSource({
        "public, public, true",
        "public, signed-in, false",
        "signed-in, public, true",
        "role:broker, signed-in, true",
        "role:broker, role:agent, false",
        "role:broker, role:broker, true",
        "segment:premium, signed-in, true",
        "signed-in, segment:premium, false",
        "owns:product:hausrat, segment:premium, false",
        "role:a role:b, role:b, false",
        "role:a role:b, role:b role:a, true",
        "public role:a, role:a signed-in, false"
    })
    void aLinkToWhatFewerReadersMayReadIsFound(String readers, String linked, boolean fits) {
        ArticleId target = editorial.publish(editorial.german("Ziel", "x").forAudiences(audiences(linked)));
        ArticleContent content =
                editorial.german("Quelle", "[Ziel](article:" + target + ")").forAudiences(audiences(readers));
        assertThat(findings(editorial.draft(content)).stream()
                        .map(ArticleFinding::problem)
                        .toList())
                .isEqualTo(fits ? List.of() : List.of(ContentProblem.LINK_FOR_FEWER_READERS));
    }

    @Test
    void picturesAndFilesAreThoseOfTheArticle() {
        Asset plan = knowledge
                .editor()
                .upload(
                        LENA,
                        new UploadAsset("bilder/mein plan.png", "image/png"),
                        new ByteArrayInputStream("GIF89a".getBytes(StandardCharsets.UTF_8)));
        ArticleContent content = editorial
                .german(
                        "Plan",
                        "![Plan](<bilder/mein plan.png>) ![Plan](bilder/mein%20plan.png) ![Plan](asset:"
                                + plan.content() + ") ![Plan](bilder/anderer.png) ![Plan](asset:" + new UUID(1, 1)
                                + ") [%](100%)")
                .withAssets(List.of(plan));
        assertThat(findings(editorial.draft(content)))
                .extracting(ArticleFinding::problem, ArticleFinding::destination)
                .containsExactly(
                        tuple(ContentProblem.LINK_TO_NOTHING, "bilder/anderer.png"),
                        tuple(ContentProblem.LINK_TO_NOTHING, "asset:" + new UUID(1, 1)),
                        tuple(ContentProblem.LINK_TO_NOTHING, "100%"));
    }

    /** And tells where; nothing is published, and the draft stays. */
    @Test
    void whatIsUnfitIsNotPublished() {
        ArticleId hail = editorial.draft(editorial.german("Hagel", "![](https://example.org/hagel.png)"));
        assertThatThrownBy(() -> knowledge.editor().publish(LENA, PublishArticle.of(hail)))
                .isInstanceOfSatisfying(PortalException.Conflict.class, conflict -> {
                    assertThat(conflict.code()).isEqualTo("article.unfit");
                    assertThat(conflict.findCurrent(CheckedArticle.class))
                            .contains(new CheckedArticle(
                                    hail,
                                    List.of(new ArticleFinding(
                                            LanguageTag.GERMAN,
                                            ContentProblem.PICTURE_WITHOUT_ALTERNATIVE,
                                            "https://example.org/hagel.png",
                                            1))));
                });
        assertThat(knowledge.editor().find(LENA, hail).published()).isNull();
        knowledge
                .editor()
                .edit(LENA, EditArticle.of(hail, editorial.german("Hagel", "![Hagel](https://example.org/hagel.png)")));
        knowledge.editor().publish(LENA, PublishArticle.of(hail));
    }

    /** What is not published is not looked at; two articles that link each other can be published one after the other. */
    @Test
    void onlyWhatIsPublishedHasToBeFit() {
        ArticleContent both = editorial.german("Hagel", "gut").with(LanguageTag.ENGLISH, "Hail", "![](x.png)");
        ArticleId hail = editorial.draft(both);
        knowledge.editor().publish(LENA, PublishArticle.of(hail).in(LanguageTag.GERMAN));
        ArticleId first = editorial.draft(editorial.german("Eins", "x"));
        ArticleId second = editorial.draft(editorial.german("Zwei", "[Eins](article:" + first + ")"));
        knowledge
                .editor()
                .edit(LENA, EditArticle.of(first, editorial.german("Eins", "[Zwei](article:" + second + ")")));
        knowledge.editor().publish(LENA, PublishArticle.of(first));
        knowledge.editor().publish(LENA, PublishArticle.of(second));
        assertThat(findings(first)).isEmpty();
    }

    @Test
    void theHostSaysWhatIsRefused() {
        KnowledgeBase strict = KnowledgeBase.builder(
                        editorial.otherPortal(), MemoryKnowledgeStorage.in(editorial.memory))
                .refusing(ContentProblem.LINK_TO_UNPUBLISHED)
                .build();
        ArticleId draft = editorial.draft(editorial.german("Entwurf", "![](x.png)"));
        ArticleId linking = editorial.draft(editorial.german("Hagel", "[x](article:" + draft + ")"));
        assertThatThrownBy(() -> strict.editor().publish(LENA, PublishArticle.of(linking)))
                .hasMessageContaining("article.unfit");
        strict.editor().publish(LENA, PublishArticle.of(draft));
        strict.editor().publish(LENA, PublishArticle.of(linking));
    }

    /** Also of what was published before its target went, and of imports, which nobody looked at; of nothing that is archived. */
    @Test
    void theReportTellsOfAllArticles() {
        ArticleId draft = editorial.draft(editorial.german("Entwurf", "x"));
        ArticleId target = editorial.publish(editorial.german("Ziel", "[x](article:" + draft + ")"));
        ArticleId linking = editorial.publish(editorial.german("Link", "[x](article:" + target + ")"));
        knowledge.editor().archive(LENA, ArchiveArticle.of(target));
        knowledge
                .intake()
                .put(
                        Editorial.PROGRAM,
                        new ImportArticle(
                                new SourceKey("s", "p.md"), List.of(), editorial.german("Import", "![](x.png)")));
        List<CheckedArticle> report =
                knowledge.checks().report(LENA, PageRequest.first(50)).items();
        assertThat(report).hasSize(5);
        assertThat(report.get(0)).isEqualTo(new CheckedArticle(open, List.of()));
        assertThat(report)
                .filteredOn(article -> !article.findings().isEmpty())
                .extracting(
                        CheckedArticle::article, article -> article.findings().size())
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo(tuple(linking, 1)),
                        second -> assertThat(second.toList().get(1)).isEqualTo(2));
    }

    @Test
    void anArticleMayLinkItself() {
        ArticleId draft = editorial.draft(editorial.german("Hagel", "x"));
        knowledge.editor().edit(LENA, EditArticle.of(draft, editorial.german("Hagel", "[x](article:" + draft + ")")));
        assertThat(findings(draft)).isEmpty();
    }

    /** What is live stays, and is what the report tells of, beside what is planned; what is only written is not in it. */
    @Test
    void theReportTellsOfWhatReadersSee() {
        ArticleId hail = editorial.publish(editorial.german("Hagel", "[x](https://example.org/)"));
        knowledge.editor().edit(LENA, EditArticle.of(hail, editorial.german("Hagel", "![](entwurf.png)")));
        assertThat(reported(hail)).isEmpty();
        assertThat(findings(hail)).isNotEmpty();

        ArticleId planned = editorial.draft(editorial.german("Geplant", "[x](nichts.pdf)"));
        KnowledgeBase lenient = KnowledgeBase.builder(
                        editorial.otherPortal(), MemoryKnowledgeStorage.in(editorial.memory))
                .refusing()
                .build();
        lenient.editor().publish(LENA, PublishArticle.of(planned).shown(LocalDateTime.parse("2100-01-01T08:00"), null));
        assertThat(reported(planned)).extracting(ArticleFinding::destination).containsExactly("nichts.pdf");
    }

    private List<ArticleFinding> reported(ArticleId article) {
        return knowledge.checks().report(LENA, PageRequest.first(50)).items().stream()
                .filter(checked -> checked.article().equals(article))
                .flatMap(checked -> checked.findings().stream())
                .toList();
    }

    /** More links than are asked for at once. */
    @Test
    void manyLinksAreFollowed() {
        String links = IntStream.range(0, 350)
                .mapToObj(i -> "[x](article:" + (i % 7 == 0 ? open : new ArticleId(new UUID(9, i))) + ")")
                .collect(Collectors.joining("\n"));
        assertThat(findings(editorial.draft(editorial.german("Viele", links)))).hasSize(300);
    }

    private List<ArticleFinding> findings(ArticleId article) {
        return knowledge.checks().check(LENA, article).findings();
    }

    private static Audience[] audiences(String tokens) {
        return Arrays.stream(tokens.split(" ", -1)).map(Audience::of).toArray(Audience[]::new);
    }
}
