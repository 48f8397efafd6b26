// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.answer.AnswerQuery;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.search.model.SearchHit;
import dev.portalblocks.search.model.SearchQuery;
import dev.portalblocks.search.model.SuggestQuery;
import dev.portalblocks.tck.Seed;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any text is a search: none ends in an exception of a parser, and none finds what is not for the reader. */
class HostileSearchesTest {
    private static final String PIECES = "aZ0äß\"'*~?+-!:^/\\()[]{}<>&|= \t\n\u0000\u200B\u0301\uFFFF";
    private static final PageRequest PAGE = PageRequest.first(50);
    private static SampleWorld world;
    private static Kept before;

    @BeforeAll
    static void compose() {
        world = Lists.prepared(new SampleWorld(Composition.fresh()));
        before = world.portal.kept();
    }

    @AfterAll
    static void nothingIsLeft() {
        assertThat(world.portal.kept()).isEqualTo(before);
        world.portal.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "H",
                "ß",
                "*",
                "~",
                "?",
                "\"",
                "'",
                "\"Hagelschaden",
                "Hagel*",
                "*schaden",
                "Hagel~2",
                "(((",
                ")))",
                "[a TO",
                "{a TO b}",
                "a AND",
                "OR",
                "NOT NOT",
                "title:Hagel",
                "a:b:c",
                "-Hagel",
                "+",
                "!",
                "^3",
                "\\",
                "\\\\\"",
                "/.*/",
                "/(a+)+$/",
                "&&",
                "||",
                "<b>",
                "der die das und oder",
                "the and of a",
                "\uD800",
                "\uDC00Hagel",
                "Hagel\uD83D",
                "\uD83D\uDE00",
                "\u0000",
                "\u202EHagel",
                "e\u0301",
                "ﬁ",
                "İ",
                "' OR 1=1 --",
                "${jndi:ldap://x}",
                "%_",
                "Ⅷ",
                "٣",
                "日本語"
            })
    void anyTextIsASearch(String text) {
        assertSearched(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Hagel ", "\"", "(", "*", "~ ", "\uD800", "ä", "ab", "a b "})
    void tenThousandCharactersAreASearch(String piece) {
        String text = piece.repeat(10_000 / piece.length() + 1).substring(0, 10_000);
        assertSearched(text);
        assertThatThrownBy(() -> find(text + "a"))
                .isInstanceOf(PortalException.InvalidInput.class)
                .hasMessage("command.invalid: text size");
    }

    @Test
    void randomTextIsASearch() {
        SplittableRandom random = Seed.random();
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                text.append(
                        random.nextInt(5) == 0
                                ? (char) random.nextInt(Character.MAX_VALUE + 1)
                                : PIECES.charAt(random.nextInt(PIECES.length())));
            }
            assertSearched(text.toString());
        }
    }

    private static void assertSearched(String text) {
        for (SearchHit hit : find(text).items()) {
            assertThat(hit.title().toHtml()).doesNotContain("Entwurf");
        }
        world.portal
                .search
                .find(
                        world.program(),
                        SearchQuery.of(text).in(LanguageTag.ENGLISH).among("faq"),
                        PAGE)
                .hits();
        Actor visitor = Actor.anonymous(world.here);
        world.portal.search.find(visitor, SearchQuery.typing(text), PAGE);
        assertThat(world.portal.search.suggest(visitor, SuggestQuery.of(text)))
                .allSatisfy(
                        suggestion -> assertThat(suggestion.title().toHtml()).doesNotContain("Entwurf"));
        world.portal.search.answers().suggestAnswers(visitor, AnswerQuery.of(text));
    }

    private static Page<SearchHit> find(String text) {
        return world.portal
                .search
                .find(Actor.anonymous(world.here), SearchQuery.of(text), PAGE)
                .hits();
    }
}
