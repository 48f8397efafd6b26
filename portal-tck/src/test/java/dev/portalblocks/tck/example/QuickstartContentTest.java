// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.tck.example.QuickstartContent.Question;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The quickstart's content is of the size and kind that makes its search worth something. */
class QuickstartContentTest {
    private static final Map<String, String> ARTICLES = QuickstartContent.articles();
    static final Set<String> ARTICLE_PATHS = ARTICLES.keySet();
    static final List<Question> QUESTIONS = QuickstartContent.questions();

    private static final Pattern FRONT_MATTER = Pattern.compile("\\A---\\R.*?\\R---\\R", Pattern.DOTALL);
    private static final Pattern TITLE = Pattern.compile("^title: *(.+)$", Pattern.MULTILINE);
    private static final Pattern HEADING = Pattern.compile("^##? .+$", Pattern.MULTILINE);
    private static final Pattern PICTURE = Pattern.compile("!\\[[^]]+]\\(([^)]+)\\)");
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^]]+]\\((?!https?:|mailto:|#)([^)#]+)[^)]*\\)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /** Words that say nothing of what a question is about. */
    private static final Set<String> STOP_WORDS = Set.of("""
            aber alle alles als also am an andere anderen auch auf aus bei beim bin bis bist da dafür damit dann das
            dass dein dem den denn der des die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem
            einen einer eines er es etwas euch euer eure eurem euren für gegen habe haben hab hat hatte ich ihm ihn
            ihnen ihr ihre ihrem ihren im in ist ja jede jedem jeden jeder jetzt kann kein keine keinen können man mehr
            mein meine meinem meinen meiner mich mir mit muss müssen nach nicht nichts noch nun nur ob oder ohne schon
            sehr sein seine sich sie sind so soll sollen statt trotzdem über um und uns unser unsere unter vom von vor
            wann war waren warum was weil welche welchem welchen welcher welches wem wen wenn wer werden wie wieder will
            wir wird wo wollen wurde zu zum zur zwischen darf dürfen
            """.split("\\s+"));

    @Test
    void fortyArticlesStandInEightCategories() {
        assertThat(ARTICLES).hasSize(40);
        assertThat(ARTICLE_PATHS.stream().map(QuickstartContentTest::category))
                .containsOnly("beitrag", "haftpflicht", "kfz", "portal", "schaden", "vertrag", "vorsorge", "wohnen");
    }

    @ParameterizedTest
    @FieldSource("ARTICLE_PATHS")
    void anArticleHas150WordsAndHeadings(String path) {
        String body = body(path);
        assertThat(WORD.matcher(body).results().count()).isGreaterThanOrEqualTo(150);
        assertThat(HEADING.matcher(body).results().count()).isGreaterThanOrEqualTo(2);
        assertThat(title(path)).isNotBlank();
    }

    @ParameterizedTest
    @FieldSource("ARTICLE_PATHS")
    void whatAnArticleShowsOrLinksIsThere(String path) {
        assertThat(Stream.concat(targets(path, PICTURE), targets(path, LINK)))
                .allSatisfy(target -> assertThat(
                                QuickstartContent.ARTICLES.resolve(path).resolveSibling(target))
                        .isRegularFile());
    }

    @Test
    void everyCategoryHasAPictureAndOneAFileToDownload() {
        assertThat(ARTICLE_PATHS.stream()
                        .filter(path -> targets(path, PICTURE).findAny().isPresent())
                        .map(QuickstartContentTest::category)
                        .distinct())
                .hasSize(8);
        assertThat(ARTICLE_PATHS.stream().flatMap(path -> targets(path, LINK)))
                .anyMatch(target -> target.endsWith(".pdf"));
    }

    @Test
    void twentyEntriesMakeTheFaq() {
        List<String> files = QuickstartContent.faq();
        assertThat(files).allMatch(file -> file.startsWith("# "));
        Pattern entry = Pattern.compile("^## .+\\R(?!#)\\S.+$", Pattern.MULTILINE);
        assertThat(files.stream()
                        .mapToLong(file -> entry.matcher(file).results().count())
                        .sum())
                .isEqualTo(20);
    }

    @Test
    void fortyQuestionsAskForEachArticleOnce() {
        assertThat(QUESTIONS).extracting(Question::article).containsExactlyInAnyOrderElementsOf(ARTICLE_PATHS);
    }

    @ParameterizedTest
    @FieldSource("QUESTIONS")
    void aQuestionIsNotItsArticlesTitle(Question question) {
        assertThat(shareInTitle(question.text(), title(question.article()))).isLessThanOrEqualTo(0.5);
    }

    @Test
    void aQuestionThatRepeatsATitleIsRefused() {
        String title = "Schadenfreiheitsklasse übertragen";
        assertThat(shareInTitle("Wie kann ich meine Schadenfreiheitsklasse übertragen?", title))
                .isGreaterThan(0.5);
        assertThat(shareInTitle("Prozente vom Vater übertragen", title)).isLessThanOrEqualTo(0.5);
    }

    private static String body(String path) {
        return FRONT_MATTER.matcher(text(path)).replaceFirst("");
    }

    private static String title(String path) {
        return TITLE.matcher(text(path))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }

    private static String text(String path) {
        return ARTICLES.getOrDefault(path, "");
    }

    private static String category(String path) {
        return path.substring(0, path.indexOf('/'));
    }

    private static Stream<String> targets(String path, Pattern kind) {
        return kind.matcher(body(path)).results().map(found -> found.group(1));
    }

    /** Returns how much of what a question says stands in the title: a share of its different words. */
    private static double shareInTitle(String question, String title) {
        Set<String> asked = words(question);
        asked.removeAll(STOP_WORDS);
        Set<String> shared = words(title);
        shared.retainAll(asked);
        return (double) shared.size() / asked.size();
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.GERMAN))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
