// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.markdown.MarkdownReader;
import dev.portalblocks.kb.markdown.Reading;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.PublishArticle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java of the guide to moving is compiled and does what it says; its front matter is read as it says. */
class MovingGuideTest {
    private static final Path GUIDE = Path.of("../docs/guide/moving.md");
    private static final Pattern SHOWN = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern YAML = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMPILED = Pattern.compile("// guide begins\\n(.*?)// guide ends", Pattern.DOTALL);
    private static final Actor LENA = Actor.agent(TenantId.of("acme"), "lena", "editor");

    @TempDir
    private Path folder;

    @Test
    void theLinesAboutMovingAreTheLinesThatRun() throws IOException {
        assertThat(pieces(SHOWN, GUIDE))
                .hasSize(1)
                .isEqualTo(pieces(COMPILED, Path.of("src/test/java/dev/portalblocks/tck/readme/MovingSnippets.java")));
    }

    @Test
    void thePageOnMovingDoesWhatItSays() throws IOException {
        Memory here = new Memory();
        Memory there = new Memory();
        try (Portal portal = Portal.of(here);
                Portal other = Portal.of(there)) {
            KnowledgeBase knowledge = KnowledgeBase.of(portal, MemoryKnowledgeStorage.in(here));
            KnowledgeBase elsewhere = KnowledgeBase.of(other, MemoryKnowledgeStorage.in(there));
            ArticleContent content = ArticleContent.of(LanguageTag.GERMAN, "Hagel", "Text");
            ArticleId hail =
                    knowledge.editor().create(LENA, CreateArticle.of(content)).id();
            knowledge.editor().publish(LENA, PublishArticle.of(hail));
            List<String> told = new ArrayList<>();

            assertThat(MovingSnippets.moved(knowledge, elsewhere, LENA, folder.resolve("aus"), told::add))
                    .isEqualTo(1);

            assertThat(told).isEmpty();
            assertThat(elsewhere.export().list(LENA, PageRequest.first(2)).items())
                    .singleElement()
                    .satisfies(article -> {
                        assertThat(article.id()).isEqualTo(hail);
                        assertThat(article.content()).isEqualTo(content);
                    });
        }
    }

    @Test
    void theFrontMatterThatIsShownIsReadWithoutANote() throws IOException {
        Path file = Files.writeString(folder.resolve("a.md"), front() + "Text");

        assertThat(MarkdownReader.standard().read(folder, file))
                .isInstanceOfSatisfying(Reading.MarkdownArticle.class, article -> {
                    assertThat(article.notes()).isEmpty();
                    assertThat(article.meta().settings().slugs()).containsExactly("hagelschaden-melden", "hagel");
                    assertThat(article.meta().settings().assets()).hasSize(1);
                    assertThat(article.meta().settings().related()).hasSize(1);
                });
    }

    private static String front() throws IOException {
        return YAML.matcher(Files.readString(GUIDE))
                .results()
                .map(piece -> piece.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> pieces(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(piece -> piece.group(1).replaceAll("\\s+", ""))
                .toList();
    }
}
