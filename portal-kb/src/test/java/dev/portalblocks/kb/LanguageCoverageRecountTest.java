// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import static dev.portalblocks.kb.Editorial.LENA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleState;
import dev.portalblocks.kb.model.ConfirmTranslation;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.EditedArticle;
import dev.portalblocks.kb.model.LanguageCoverage;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.publishing.model.Showing;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is counted by language against a plain recount of all that the editors' list shows, after anything that editors do. */
class LanguageCoverageRecountTest {
    private static final long SEED = Long.getLong("portal.seed", 4711);
    private static final int ARTICLES = 120;
    private static final int STEPS = 1_500;
    private static final List<LanguageTag> LANGUAGES =
            List.of(LanguageTag.GERMAN, LanguageTag.ENGLISH, LanguageTag.of("fr"), LanguageTag.of("tr"));

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Editorial editorial = new Editorial();
    private final KnowledgeEditor editor = editorial.knowledge.editor();
    private final ArticleCare care = editorial.knowledge.care();
    private int refused;

    @AfterEach
    void close() {
        editorial.close();
    }

    @Test
    void whatIsCountedIsWhatARecountOfAllArticlesFinds() {
        List<ArticleId> ids = new ArrayList<>();
        for (int i = 0; i < ARTICLES; i++) {
            ids.add(editor.create(LENA, CreateArticle.of(content(i))).id());
        }
        int outdated = 0;
        for (int step = 0; step < STEPS; step++) {
            editorial.now = editorial.now.plus(Duration.ofMinutes(random.nextInt(60)));
            change(ids.get(random.nextInt(ARTICLES)), step);
            if (step % 25 == 0) {
                outdated += compared("step " + step + ", -Dportal.seed=" + SEED);
            }
        }
        System.out.println("Languages recounted after " + STEPS + " steps on " + ARTICLES + " articles, " + refused
                + " refused, " + outdated + " outdated texts, seed " + SEED);
        assertThat(refused).isLessThan(STEPS / 2);
        assertThat(outdated).isGreaterThan(STEPS / 25);
    }

    private void change(ArticleId article, int step) {
        LanguageTag language = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
        LocalDateTime time =
                LocalDateTime.ofInstant(editorial.now, ZoneOffset.UTC).plusMinutes(90 + random.nextInt(20_000));
        try {
            switch (random.nextInt(8)) {
                case 0, 1 -> editor.edit(LENA, EditArticle.of(article, content(step)));
                case 2 -> editor.publish(LENA, PublishArticle.of(article));
                case 3 -> editor.publish(LENA, PublishArticle.of(article).in(language));
                case 4 ->
                    editor.publish(LENA, PublishArticle.of(article).in(language).shown(time, null));
                case 5 -> editor.publish(LENA, PublishArticle.of(article).shown(null, time));
                case 6 -> archive(article, language, time);
                default -> editorial.knowledge.workflow().confirm(LENA, ConfirmTranslation.of(article, language));
            }
        } catch (PortalException.Conflict | PortalException.InvalidInput | PortalException.LimitExceeded e) {
            refused++; // as it is of an article that has nothing to be published, or too many times
        }
    }

    private void archive(ArticleId article, LanguageTag language, LocalDateTime time) {
        ArchiveArticle command = ArchiveArticle.of(article);
        if (random.nextBoolean()) {
            command = command.in(language);
        }
        editor.archive(LENA, random.nextBoolean() ? command.at(time) : command);
    }

    /** Returns German and some translations, each of which was written anew or not. */
    private ArticleContent content(int step) {
        ArticleContent content = editorial.german("Beitrag " + random.nextInt(3), "Text");
        for (LanguageTag language : LANGUAGES.subList(1, LANGUAGES.size())) {
            if (random.nextBoolean()) {
                content = content.with(language, random.nextBoolean() ? "Title" : "Title " + step, "Text");
            }
        }
        return content;
    }

    private int compared(String when) {
        List<EditedArticle> all = editor.list(LENA, PageRequest.first(200)).items();
        List<EditedArticle> shown =
                all.stream().filter(article -> !left(article).isEmpty()).toList();
        Map<LanguageTag, Integer> translated = new TreeMap<>();
        Map<LanguageTag, Integer> outdated = new TreeMap<>();
        Map<LanguageTag, Set<ArticleId>> done = new TreeMap<>();
        for (EditedArticle article : shown) {
            lastTexts(article).forEach((language, last) -> {
                translated.merge(language, 1, Integer::sum);
                if (last.isOutdated(language)) {
                    outdated.merge(language, 1, Integer::sum);
                } else {
                    done.computeIfAbsent(language, some -> new HashSet<>()).add(article.id());
                }
            });
        }
        assertThat(care.coverage(LENA))
                .as(when)
                .isEqualTo(translated.keySet().stream()
                        .map(language -> new LanguageCoverage(
                                language,
                                shown.size(),
                                translated.getOrDefault(language, 0),
                                outdated.getOrDefault(language, 0)))
                        .toList());
        for (LanguageTag language : LANGUAGES) {
            assertThat(care.untranslated(LENA, language, PageRequest.first(200)).items())
                    .as("%s, %s", language, when)
                    .isEqualTo(shown.stream()
                            .filter(article ->
                                    !done.getOrDefault(language, Set.of()).contains(article.id()))
                            .toList());
        }
        return outdated.values().stream().mapToInt(Integer::intValue).sum();
    }

    private Map<LanguageTag, Revision<ArticleContent>> lastTexts(EditedArticle article) {
        Map<LanguageTag, Revision<ArticleContent>> last = new TreeMap<>();
        left(article)
                .forEach(revision -> revision.content().texts().keySet().forEach(text -> last.put(text, revision)));
        return last;
    }

    private List<Revision<ArticleContent>> left(EditedArticle article) {
        return article.state() != ArticleState.PUBLISHED
                ? List.of()
                : article.schedule().showings().stream()
                        .filter(showing -> showing.until() == null || editorial.now.isBefore(showing.until()))
                        .map(Showing::revision)
                        .toList();
    }
}
