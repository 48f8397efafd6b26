// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.jdbc.JdbcKnowledgeStorage;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.Article;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.EditedArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.jdbc.Databases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 32 editors write on ten articles at once: none loses what another wrote, and readers see all of a publication or nothing of it. */
class ManyEditorsTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final Actor READER = Actor.anonymous(ACME);
    private static final int EDITORS = 32;
    private static final int READERS = 4;
    private static final int ARTICLES = 10;
    private static final int EDITS = Boolean.getBoolean("portal.deep") ? 50 : 6;

    /** Where the articles are. */
    enum Shelf {
        MEMORY {
            @Override
            KnowledgeBase empty() {
                Memory memory = new Memory();
                return in(MemoryCoreStorage.in(memory), MemoryKnowledgeStorage.in(memory));
            }
        },
        H2 {
            @Override
            KnowledgeBase empty() {
                return in(Databases.H2.database());
            }
        },
        POSTGRESQL {
            @Override
            KnowledgeBase empty() {
                return in(Databases.POSTGRESQL.database());
            }
        };

        abstract KnowledgeBase empty();

        private static KnowledgeBase in(Database db) {
            return in(JdbcCoreStorage.on(db), JdbcKnowledgeStorage.on(db));
        }

        private static KnowledgeBase in(CoreStorage core, KnowledgeStorage storage) {
            return KnowledgeBase.of(Portal.builder(core).build(), storage);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noUpdateIsLostAndNoPublicationIsSeenByHalf(Shelf shelf) {
        KnowledgeBase knowledge = shelf.empty();
        List<ArticleId> articles =
                IntStream.range(0, ARTICLES).mapToObj(i -> published(knowledge)).toList();
        List<Outcome<List<String>>> outcomes = Race.of(
                EDITORS + READERS,
                runner -> runner < EDITORS ? edits(knowledge, articles, runner) : reads(knowledge, articles, runner));
        List<String> written = outcomes.stream()
                .limit(EDITORS)
                .flatMap(outcome -> outcome.orFail().stream())
                .sorted()
                .toList();
        outcomes.forEach(Outcome::orFail);

        assertThat(written).hasSize(EDITORS * EDITS);
        assertThat(articles.stream()
                        .flatMap(article -> words(newest(knowledge.editor().find(editor(0), article))).stream())
                        .sorted()
                        .toList())
                .as("seed %d", Seed.value())
                .isEqualTo(written);
    }

    private static Actor editor(int number) {
        return Actor.agent(ACME, "editor" + number, "editor");
    }

    private static ArticleId published(KnowledgeBase knowledge) {
        ArticleContent content = ArticleContent.of(LanguageTag.GERMAN, "0", "").with(LanguageTag.ENGLISH, "0", "");
        ArticleId id =
                knowledge.editor().create(editor(0), CreateArticle.of(content)).id();
        knowledge.editor().publish(editor(0), PublishArticle.of(id));
        return id;
    }

    /** Adds words to both texts, each beside what it saw, and publishes now and then. */
    private static List<String> edits(KnowledgeBase knowledge, List<ArticleId> articles, int runner) {
        SplittableRandom random = new SplittableRandom(Seed.value() + runner);
        List<String> written = new ArrayList<>();
        while (written.size() < EDITS) {
            ArticleId article = articles.get(random.nextInt(ARTICLES));
            String word = "e" + runner + "w" + written.size();
            EditedArticle seen = knowledge.editor().find(editor(runner), article);
            ArticleContent newest = newest(seen);
            String body =
                    String.join(" ", String.join(" ", words(newest)), word).strip();
            String title = "" + (words(newest).size() + 1);
            ArticleContent more = newest.with(LanguageTag.GERMAN, title, body).with(LanguageTag.ENGLISH, title, body);
            try {
                knowledge
                        .editor()
                        .edit(editor(runner), EditArticle.of(article, more).expecting(seen.version()));
            } catch (PortalException.Conflict another) {
                assertThat(another.code()).isEqualTo("article.version-conflict");
                continue;
            }
            written.add(word);
            if (random.nextInt(3) == 0) {
                publish(knowledge, article, runner);
            }
        }
        return written;
    }

    /** Whatever is there: who expects no version waits for the others, and none of them is in the way. */
    private static void publish(KnowledgeBase knowledge, ArticleId article, int runner) {
        try {
            knowledge.editor().publish(editor(runner), PublishArticle.of(article));
        } catch (PortalException.Conflict another) {
            assertThat(another.code()).isEqualTo("article.nothing-to-publish");
        }
    }

    /** Title and text of both languages belong together: so many words as the title says. */
    private static List<String> reads(KnowledgeBase knowledge, List<ArticleId> articles, int runner) {
        SplittableRandom random = new SplittableRandom(Seed.value() + runner);
        for (int i = 0; i < EDITS * EDITORS; i++) {
            ArticleId article = articles.get(random.nextInt(ARTICLES));
            Article seen = knowledge.read(READER, article, random.nextBoolean() ? LanguageTag.ENGLISH : null);
            assertThat(count(seen.text().body()))
                    .isEqualTo(Integer.parseInt(seen.text().title()));
        }
        return List.of();
    }

    private static ArticleContent newest(EditedArticle article) {
        ArticleContent draft = article.draft();
        return draft != null
                ? draft
                : Objects.requireNonNull(article.published()).content();
    }

    private static List<String> words(ArticleContent content) {
        String body =
                Objects.requireNonNull(content.texts().get(LanguageTag.GERMAN)).body();
        return Arrays.stream(body.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static long count(String body) {
        return Arrays.stream(body.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .count();
    }
}
