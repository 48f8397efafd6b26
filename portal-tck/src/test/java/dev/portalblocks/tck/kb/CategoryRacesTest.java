// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.Category;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.CreateCategory;
import dev.portalblocks.kb.model.ImportArticle;
import dev.portalblocks.kb.model.MoveCategory;
import dev.portalblocks.kb.model.RemoveCategory;
import dev.portalblocks.kb.model.RenameCategory;
import dev.portalblocks.kb.model.SourceKey;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.kb.ManyEditorsTest.Shelf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever editors and imports do at once to the tree of categories, it is a tree, and no deeper than it may be. */
class CategoryRacesTest {
    private static final Actor LENA = Actor.agent(TenantId.of("acme"), "lena", "editor");
    private static final int ROUNDS = Boolean.getBoolean("portal.deep") ? 200 : 8;
    private static final int RUNNERS = 8;
    private static final Set<String> REFUSALS = Set.of(
            "category.circle",
            "category.not-empty",
            "category.not-found",
            "category.key-taken",
            "category.too-deep",
            "category.version-conflict");

    /** Each into the next one; the last one to come would close the ring. */
    @ParameterizedTest
    @EnumSource
    void twoMovesNeverMakeACircle(Shelf shelf) {
        KnowledgeBase knowledge = shelf.empty();
        for (int round = 0; round < ROUNDS; round++) {
            List<CategoryId> ring = new ArrayList<>();
            for (int i = 0; i < 2 + round % 2; i++) {
                ring.add(made(knowledge, null, "ring" + round + "-" + i));
            }
            List<String> answers = together(
                    ring.size(), runner -> moved(knowledge, ring.get(runner), ring.get((runner + 1) % ring.size())));

            assertThat(answers).as("round %d", round).containsOnlyOnce("category.circle");
            assertThat(answers).filteredOn("ok"::equals).hasSize(ring.size() - 1);
            assertIsATree(knowledge);
        }
    }

    /** Two branches of ten fit one below the other, and then nothing below both. */
    @ParameterizedTest
    @EnumSource
    void aMoveAndACreationTogetherAreNeverTooDeep(Shelf shelf) {
        KnowledgeBase knowledge = shelf.empty();
        for (int round = 0; round < ROUNDS; round++) {
            List<CategoryId> upper = branch(knowledge, "oben" + round);
            List<CategoryId> lower = branch(knowledge, "unten" + round);
            List<String> answers = together(
                    2,
                    runner -> runner == 0
                            ? moved(knowledge, lower.get(0), upper.get(upper.size() - 1))
                            : answer(() -> made(knowledge, lower.get(lower.size() - 1), "blatt")));

            assertThat(answers).as("round %d", round).containsExactlyInAnyOrder("ok", "category.too-deep");
            assertIsATree(knowledge);
        }
    }

    /** By an editor, a move and an import. */
    @ParameterizedTest
    @EnumSource
    void nothingEndsInACategoryThatGoes(Shelf shelf) {
        KnowledgeBase knowledge = shelf.empty();
        for (int round = 0; round < ROUNDS; round++) {
            String key = "kfz" + round;
            CategoryId going = made(knowledge, null, key);
            CategoryId other = made(knowledge, null, "haus" + round);
            List<String> answers = together(4, runner -> switch (runner) {
                case 0 -> answer(() -> removed(knowledge, going));
                case 1 -> answer(() -> made(knowledge, going, "teil"));
                case 2 -> moved(knowledge, other, going);
                default -> imported(knowledge, "a.md", List.of(key, "import"));
            });

            assertThat(answers)
                    .as("round %d", round)
                    .allMatch(Set.of("ok", "category.not-empty", "category.not-found")::contains);
            assertThat(answers.get(3)).as("an import makes what it needs").isEqualTo("ok");
            assertIsATree(knowledge);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whateverManyDoAtOnceIsATree(Shelf shelf) {
        KnowledgeBase knowledge = shelf.empty();
        SplittableRandom random = Seed.random();
        System.out.println("Seed of the category races: " + Seed.value());
        for (int round = 0; round < ROUNDS; round++) {
            List<@Nullable CategoryId> known = new ArrayList<>(Arrays.asList((CategoryId) null));
            for (int i = 0; i < 5; i++) {
                known.add(made(knowledge, known.get(random.nextInt(known.size())), "r" + round + "-" + i));
            }
            List<Supplier<String>> acts = new ArrayList<>();
            for (int i = 0; i < RUNNERS; i++) {
                acts.add(act(knowledge, random, known, round));
            }
            List<String> answers = together(RUNNERS, runner -> acts.get(runner).get());

            assertThat(answers)
                    .as("round %d, seed %d", round, Seed.value())
                    .allMatch(said -> said.equals("ok") || REFUSALS.contains(said));
            assertIsATree(knowledge);
        }
    }

    private static Supplier<String> act(
            KnowledgeBase knowledge, SplittableRandom random, List<@Nullable CategoryId> known, int round) {
        CategoryId category = Objects.requireNonNull(known.get(1 + random.nextInt(5)));
        CategoryId target = known.get(random.nextInt(6));
        int number = random.nextInt(3);
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> () -> moved(knowledge, category, target);
            case 3 -> () -> answer(() -> removed(knowledge, category));
            case 4 -> () -> answer(() -> made(knowledge, target, "neu" + round + number));
            case 5 ->
                () -> answer(() -> knowledge
                        .categoryEditor()
                        .rename(LENA, RenameCategory.of(category, LocalizedText.german("Name " + number))));
            case 6 -> () -> answer(() -> removed(knowledge, Objects.requireNonNull(known.get(5))));
            default ->
                () -> imported(knowledge, number + ".md", List.of("r" + round + "-0", "r" + round + "-" + number));
        };
    }

    /** Every category stands where one is, none in itself, none too deep, and none where another of its key stands. */
    private static void assertIsATree(KnowledgeBase knowledge) {
        Map<CategoryId, Category> byId = new HashMap<>();
        Set<String> places = new HashSet<>();
        for (Category category : knowledge.categoryEditor().list(LENA)) {
            byId.put(category.id(), category);
            assertThat(places.add(category.parent() + "/" + category.key())).isTrue();
        }
        for (Category category : byId.values()) {
            int depth = 1;
            for (CategoryId above = category.parent(); above != null; depth++) {
                assertThat(byId).as("seed %d", Seed.value()).containsKey(above);
                assertThat(depth).as("no circle, and not too deep").isLessThan(CreateCategory.MAX_DEPTH);
                above = Objects.requireNonNull(byId.get(above)).parent();
            }
        }
    }

    private static List<CategoryId> branch(KnowledgeBase knowledge, String key) {
        List<CategoryId> branch = new ArrayList<>();
        for (int depth = 0; depth < CreateCategory.MAX_DEPTH / 2; depth++) {
            branch.add(made(knowledge, depth == 0 ? null : branch.get(depth - 1), key));
        }
        return branch;
    }

    private static CategoryId made(KnowledgeBase knowledge, @Nullable CategoryId parent, String key) {
        CreateCategory command = new CreateCategory(parent, key, LocalizedText.german(key), null);
        return knowledge.categoryEditor().create(LENA, command).id();
    }

    private static String moved(KnowledgeBase knowledge, CategoryId category, @Nullable CategoryId target) {
        return answer(() -> knowledge.categoryEditor().move(LENA, MoveCategory.of(category, target)));
    }

    private static boolean removed(KnowledgeBase knowledge, CategoryId category) {
        knowledge.categoryEditor().remove(LENA, RemoveCategory.of(category));
        return true;
    }

    private static String imported(KnowledgeBase knowledge, String path, List<String> keys) {
        ArticleContent content = ArticleContent.of(LanguageTag.GERMAN, "Hagel " + keys, "Schaden melden");
        return answer(() ->
                knowledge.intake().put(LENA, new ImportArticle(new SourceKey("baum", path), keys, content)));
    }

    /** Returns the code of the refusal, or that there was none. */
    private static String answer(Runnable call) {
        try {
            call.run();
            return "ok";
        } catch (PortalException e) {
            return e.code();
        }
    }

    private interface Runner {
        String run(int number);
    }

    private static List<String> together(int runners, Runner runner) {
        return Race.of(runners, number -> runner.run(number)).stream()
                .map(Outcome::orFail)
                .toList();
    }
}
