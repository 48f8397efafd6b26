// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleText;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.CreateCategory;
import dev.portalblocks.kb.model.EditedArticle;
import dev.portalblocks.kb.model.FeedbackCount;
import dev.portalblocks.kb.model.OwnerHealth;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.ViewCount;
import dev.portalblocks.publishing.model.TextStatus;
import dev.portalblocks.publishing.model.TextStatus.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The Java of the guide to publishing is compiled and does what it says. */
class PublishingGuideTest {
    private static final Pattern SHOWN = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMPILED = Pattern.compile("// guide begins\\n(.*?)// guide ends", Pattern.DOTALL);
    private static final TenantId ACME = TenantId.of("acme");
    private static final Actor ANTON = Actor.agent(ACME, "anton", "author");
    private static final Actor LENA = Actor.agent(ACME, "lena", "editor");

    private Instant now = Instant.parse("2026-11-21T10:15:30Z");

    @Test
    void theLinesAboutPublishingAreTheLinesThatRun() throws IOException {
        assertThat(pieces(SHOWN, Path.of("../docs/guide/publishing.md")))
                .hasSize(10)
                .isEqualTo(
                        pieces(COMPILED, Path.of("src/test/java/dev/portalblocks/tck/readme/PublishingSnippets.java")));
    }

    @Test
    void thePageOnPublishingDoesWhatItSays() {
        Memory memory = new Memory();
        try (Portal portal =
                Portal.builder(MemoryCoreStorage.in(memory)).clock(() -> now).build()) {
            KnowledgeBase knowledge = KnowledgeBase.of(portal, MemoryKnowledgeStorage.in(memory));
            ArticleId hail = PublishingSnippets.written(knowledge, ANTON, LENA);
            assertThat(language(knowledge, hail)).isEqualTo(LanguageTag.GERMAN);

            EditedArticle planned = PublishingSnippets.planned(knowledge, LENA, hail);
            assertThat(planned.texts()).extracting(TextStatus::shown).containsExactly(Shown.PUBLISHED, Shown.PLANNED);
            assertThat(planned.texts())
                    .extracting(TextStatus::until)
                    .containsOnly(Instant.parse("2027-05-23T06:00:00Z"));
            now = Instant.parse("2026-11-23T07:00:00Z");
            assertThat(language(knowledge, hail)).isEqualTo(LanguageTag.ENGLISH);

            ArticleContent mine = ArticleContent.of(LanguageTag.GERMAN, "Hagel", "Rufen Sie an.");
            assertThat(PublishingSnippets.both(knowledge, LENA, hail, mine)).isEmpty();
            assertThat(PublishingSnippets.moved(knowledge, LENA, Actor.anonymous(ACME), hail))
                    .isTrue();
            assertThat(PublishingSnippets.due(knowledge, LENA, hail).items())
                    .extracting(EditedArticle::id)
                    .containsExactly(hail);
            Actor erika = Actor.customer(ACME, CustomerId.of("4711"));
            assertThat(PublishingSnippets.said(knowledge, erika, LENA, hail))
                    .containsExactly(new FeedbackCount(1, LanguageTag.GERMAN, 1, 0));
            LocalDate today = LocalDate.of(2026, 11, 23);
            assertThat(PublishingSnippets.seen(knowledge, erika, Actor.anonymous(ACME), LENA, hail, "session", today))
                    .containsExactly(new ViewCount(today, 2, 2));
            assertThat(PublishingSnippets.needy(knowledge, LENA))
                    .containsExactly(new OwnerHealth("lena", 1, 0, 0, 0, 0, 0));
            EditedArticle back = PublishingSnippets.restored(knowledge, LENA, hail);
            assertThat(back.published())
                    .isNotNull()
                    .extracting(revision -> revision.content().texts())
                    .isEqualTo(
                            Map.of(LanguageTag.GERMAN, new ArticleText("Hagelschaden", "Melden Sie ihn **sofort**.")));
        }
    }

    @Test
    void thePageOnCategoriesDoesWhatItSays() {
        Memory memory = new Memory();
        try (Portal portal = Portal.of(memory)) {
            KnowledgeBase knowledge = KnowledgeBase.of(portal, MemoryKnowledgeStorage.in(memory));
            CategoryId weather = category(knowledge, "wetter");
            CategoryId storm = category(knowledge, "sturm");
            CategoryId frost = category(knowledge, "frost");
            ArticleContent content =
                    ArticleContent.of(LanguageTag.GERMAN, "Frost", "Abdecken.").in(frost);
            ArticleId article =
                    knowledge.editor().create(LENA, CreateArticle.of(content)).id();
            knowledge.editor().publish(LENA, PublishArticle.of(article));

            assertThat(PublishingSnippets.shaped(knowledge, LENA, storm, weather, frost)
                            .parent())
                    .isEqualTo(weather);
            assertThat(knowledge.read(Actor.anonymous(ACME), article, null).categories())
                    .isEmpty();
        }
    }

    private static CategoryId category(KnowledgeBase knowledge, String key) {
        return knowledge
                .categoryEditor()
                .create(LENA, CreateCategory.of(key, LocalizedText.german(key)))
                .id();
    }

    private static LanguageTag language(KnowledgeBase knowledge, ArticleId hail) {
        return knowledge.read(Actor.anonymous(ACME), hail, LanguageTag.ENGLISH).language();
    }

    /** Without white space: a formatter may break a line elsewhere. */
    private static List<String> pieces(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(piece -> piece.group(1).replaceAll("\\s+", ""))
                .toList();
    }
}
