// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static dev.portalblocks.tck.kb.CachedKnowledge.ACME;
import static dev.portalblocks.tck.kb.CachedKnowledge.ERIKA;
import static dev.portalblocks.tck.kb.CachedKnowledge.ERIKAS;
import static dev.portalblocks.tck.kb.CachedKnowledge.LENA;
import static dev.portalblocks.tck.kb.CachedKnowledge.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.ConfirmTranslation;
import dev.portalblocks.kb.model.CreateCategory;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.KeepArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.ReleaseSlug;
import dev.portalblocks.kb.model.RemoveCategory;
import dev.portalblocks.kb.model.RenameArticle;
import dev.portalblocks.tck.HostedStorage.Engine;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.kb.CachedKnowledge.Mode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever editors do, and whenever: each read of a cached article is what it would be without a cache. */
class CachedHistoriesTest {
    private static final boolean DEEP = Boolean.getBoolean("portal.deep");
    private static final LanguageTag GERMAN = LanguageTag.GERMAN;
    private static final LanguageTag ENGLISH = LanguageTag.ENGLISH;
    private static final List<Actor> READERS =
            List.of(NOBODY, ERIKA, Actor.agent(ACME, "bert", "broker"), Actor.system(ACME, "program"));
    private static final List<Audience> AUDIENCES =
            List.of(Audience.PUBLIC, Audience.SIGNED_IN, Audience.role("broker"), Audience.segment("premium"));

    @ParameterizedTest
    @MethodSource("dev.portalblocks.tck.kb.CachedArticlesTest#all")
    void aReadIsWhatItWouldBeWithoutACache(Engine engine, Mode mode) {
        int steps = (engine == Engine.MEMORY ? 600 : 80) * (DEEP ? 30 : 1);
        try (CachedKnowledge house = new CachedKnowledge(engine.empty(), mode)) {
            Story story = new Story(house, mode, Seed.random());
            for (int i = 0; i < steps; i++) {
                story.step();
                story.compare(i);
            }
            System.out.println("Cached articles on " + engine + " " + mode + ": " + steps + " steps, " + story.done
                    + " done, " + story.found + " articles read, seed " + Seed.value());
            assertThat(story.done).as("steps that are not refused").isGreaterThan(steps / 3);
            assertThat(story.found).as("reads that find something").isGreaterThan(steps);
        }
    }

    private static final class Story {
        private final List<ArticleId> articles = new ArrayList<>();
        private final List<CategoryId> categories = new ArrayList<>();
        private final Map<ArticleId, Audience> readers = new HashMap<>();
        private final CachedKnowledge house;
        private final Mode mode;
        private final SplittableRandom random;
        private int done;
        private int found;

        Story(CachedKnowledge house, Mode mode, SplittableRandom random) {
            this.house = house;
            this.mode = mode;
            this.random = random;
            for (String title : List.of("eins", "zwei", "drei")) {
                articles.add(house.published(title, Audience.PUBLIC));
                categories.add(house.cached
                        .categoryEditor()
                        .create(LENA, CreateCategory.of(title, LocalizedText.german(title)))
                        .id());
            }
        }

        /** Some in a transaction of the host's, which may be rolled back; by another node where there may be one. */
        void step() {
            house.forward(Duration.ofMinutes(1 + random.nextInt(60)));
            boolean isElsewhere = mode == Mode.SEVERAL_NODES && random.nextBoolean();
            KnowledgeBase knowledge = isElsewhere ? house.plain : house.cached;
            ArticleId article = articles.get(random.nextInt(articles.size()));
            Supplier<?> act = act(knowledge, article);
            try {
                if (random.nextInt(5) == 0) {
                    house.stored.joined(random.nextBoolean(), () -> {
                        Object result = act.get();
                        for (Actor reader : READERS) {
                            assertThat(said(() -> house.cached.read(reader, article, null)))
                                    .isEqualTo(said(() -> house.plain.read(reader, article, null)));
                        }
                        return result;
                    });
                } else {
                    assertThat(act.get()).isNotNull();
                }
                done++;
            } catch (PortalException e) {
                // refused, as without a cache
            }
        }

        private Supplier<?> act(KnowledgeBase knowledge, ArticleId article) {
            var editor = knowledge.editor();
            LocalDateTime from = LocalDateTime.ofInstant(house.now.get(), ZoneId.of("Europe/Berlin"))
                    .plusMinutes(random.nextInt(120));
            LocalDateTime until = random.nextBoolean() ? null : from.plusMinutes(1 + random.nextInt(120));
            int way = random.nextInt(12);
            ArticleContent content = content(article, way < 3);
            String slug = "name-" + random.nextInt(4);
            CategoryId category = categories.get(random.nextInt(categories.size()));
            return switch (way) {
                case 0, 1, 2 ->
                    () -> {
                        editor.edit(LENA, EditArticle.of(article, content));
                        return editor.publish(LENA, PublishArticle.of(article));
                    };
                case 3, 4 ->
                    () -> {
                        editor.edit(LENA, EditArticle.of(article, content));
                        return editor.publish(LENA, PublishArticle.of(article).shown(from, until));
                    };
                case 5 -> () -> editor.edit(LENA, EditArticle.of(article, content));
                case 6 -> () -> editor.archive(LENA, ArchiveArticle.of(article));
                case 7 -> () -> knowledge.workflow().keep(LENA, KeepArticle.of(article));
                case 8 -> () -> knowledge.care().rename(LENA, RenameArticle.of(article, GERMAN, slug));
                case 9 -> () -> knowledge.care().release(LENA, ReleaseSlug.of(article, GERMAN, slug));
                case 10 -> () -> knowledge.workflow().confirm(LENA, ConfirmTranslation.of(article, ENGLISH));
                default -> () -> recategorise(knowledge, category);
            };
        }

        private Object recategorise(KnowledgeBase knowledge, CategoryId category) {
            knowledge.categoryEditor().remove(LENA, RemoveCategory.of(category));
            CategoryId fresh = knowledge
                    .categoryEditor()
                    .create(LENA, CreateCategory.of("neu" + done, LocalizedText.german("neu")))
                    .id();
            return categories.set(categories.indexOf(category), fresh);
        }

        /** A plan brings no other readers, and no other place; what is published now may. */
        private ArticleContent content(ArticleId article, boolean mayMove) {
            if (mayMove) {
                readers.put(article, AUDIENCES.get(random.nextInt(AUDIENCES.size())));
            }
            ArticleContent german = CachedKnowledge.german(
                            "Titel " + random.nextInt(100), readers.getOrDefault(article, Audience.PUBLIC))
                    .in(categories.get(articles.indexOf(article)));
            return random.nextBoolean() ? german : german.with(ENGLISH, "Title " + random.nextInt(100), "Text");
        }

        void compare(int step) {
            if (random.nextInt(10) == 0) {
                house.segments.put(ERIKAS, random.nextBoolean() ? Set.of("premium") : Set.of());
            }
            for (Actor reader : READERS) {
                @Nullable LanguageTag language = random.nextBoolean() ? null : ENGLISH;
                for (ArticleId article : articles) {
                    String expected = said(() -> house.plain.read(reader, article, language));
                    assertThat(said(() -> house.cached.read(reader, article, language)))
                            .as("step %d, %s, seed %d", step, reader, Seed.value())
                            .isEqualTo(expected);
                    found += expected.startsWith("Article") ? 1 : 0;
                }
                for (String slug : List.of("eins", "zwei", "name-0", "name-1", "name-2", "name-3")) {
                    assertThat(said(() -> house.cached.readBySlug(reader, GERMAN, slug)))
                            .as("step %d, %s of %s, seed %d", step, reader, slug, Seed.value())
                            .isEqualTo(said(() -> house.plain.readBySlug(reader, GERMAN, slug)));
                }
            }
        }
    }

    private static String said(Supplier<?> read) {
        try {
            return read.get().toString();
        } catch (PortalException e) {
            return e.code();
        }
    }
}
