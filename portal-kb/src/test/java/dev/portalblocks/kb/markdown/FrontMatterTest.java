// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterTest {
    @TempDir
    Path root;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(root);
    }

    @ParameterizedTest
    @ValueSource(strings = {"---\ntitle: T\n---\nbody", "--- \t\ntitle: T\n--- \nbody", "---\ntitle: T\n...\nbody"})
    void itStandsBetweenTwoFences(String text) {
        assertThat(desk.article(text).meta().title()).isEqualTo("T");
        assertThat(desk.article(text).body()).isEqualTo("body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"---\ntitle: T\nbody", "\n---\ntitle: T\n---\n", " ---\na: b\n---\n", "----\na: b\n---\n", "---"
            })
    void whatIsNotFencedIsBody(String text) {
        assertThat(desk.article(text).body()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# a comment\n", "~\n", "{}\n"})
    void emptyFrontMatterIsFine(String yaml) {
        assertThat(desk.article("---\n" + yaml + "---\nbody").body()).isEqualTo("body");
    }

    @ParameterizedTest
    @CsvSource({
        "007,007",
        "1.10,1.10",
        "true,true",
        "2024-05-01,2024-05-01",
        "'\"a: b\"',a: b",
        "'>\n  two\n  lines',two lines",
        "'\"a\\u0000\\tb\\uD800\"',a b\uFFFD",
        "'|\n  two\n  lines',two lines"
    })
    void aTitleIsTheTextThatTheAuthorWroteOnOneLine(String yaml, String title) {
        assertThat(front("title: " + yaml).meta().title()).isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"title:", "title: ''", "title: ~", "title: null", "title: '  '", "other: x"})
    void aMissingTitleIsNoFault(String yaml) {
        var article = front(yaml);
        assertThat(article.meta().title()).isEqualTo("the-file");
        assertThat(article.notes()).isEmpty();
    }

    @Test
    void aTitleThatIsNoTextIsIgnoredAndNoted() {
        var article = front("a: b\ntitle: [a, b]");
        assertThat(article.meta().title()).isEqualTo("the-file");
        assertThat(article.notes()).singleElement().satisfies(note -> {
            assertThat(note.code()).isEqualTo("title-ignored");
            assertThat(note.line()).isEqualTo(3);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"locale: en-US", "Locale: EN-us", "LANG: en-us", "language: 'en-US'", "language: en-US\nlang:"})
    void aLanguageIsFoundUnderItsThreeNamesInAnyCase(String yaml) {
        assertThat(front(yaml).meta().locale()).isEqualTo(LanguageTag.of("en-US"));
        assertThat(front(yaml).notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en_US", "german", "x-private", "PowerShell", "'de at'", "[de, en]", "e"})
    void whatIsNoLanguageIsIgnoredAndNoted(String value) {
        var article = front("title: T\nlang: " + value);
        assertThat(article.meta().locale()).isNull();
        assertThat(article.notes()).singleElement().satisfies(note -> {
            assertThat(note.code()).isEqualTo("locale-ignored");
            assertThat(note.line()).isEqualTo(3);
        });
    }

    @Test
    void ofTwoLanguagesTheFirstNameWins() {
        var article = front("language: en\nlocale: de");
        assertThat(article.meta().locale()).isEqualTo(LanguageTag.GERMAN);
        assertThat(Desk.codes(article)).containsExactly("locale-ignored");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tags: [a, b c, a]",
                "Tags: a,, b c ,a",
                "keywords:\n  - a\n  -\n  - b c",
                "tags: a\nkeywords: b c, a"
            })
    void tagsAreAListOrTextWithCommas(String yaml) {
        assertThat(front(yaml).meta().tags()).containsExactly("a", "b c");
        assertThat(front(yaml).notes()).isEmpty();
    }

    @Test
    void tagsThatCannotBeUsedAreNoted() {
        var article = front("tags:\n  - " + "x".repeat(101) + "\n  - {a: b}\n  - ok");
        assertThat(article.meta().tags()).containsExactly("ok");
        assertThat(Desk.codes(article)).containsExactly("tag-ignored", "tag-ignored");
        var many = IntStream.range(0, 60).mapToObj(i -> "t" + i).collect(Collectors.joining(","));
        assertThat(front("tags: " + many).meta().tags()).hasSize(50).endsWith("t49");
        assertThat(Desk.codes(front("tags: " + many))).containsExactly("tag-ignored");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audience: [signed-in, 'role:Agent']",
                "Audience: Signed-In, ROLE:Agent",
                "audiences:\n- signed-in\n- role:Agent\n- signed-in"
            })
    void audiencesAreReadInEveryWayOfWriting(String yaml) {
        assertThat(front(yaml).meta().audiences()).containsExactly(Audience.SIGNED_IN, Audience.role("Agent"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audience: ITPro",
                "audience: [public, intern]",
                "audience:",
                "audience: []",
                "audience: 'role:'",
                "audience: {public: true}",
                "audience: ','",
                "audience: [~, public]",
                "audiences: [[public]]",
                "audience: rôle:x"
            })
    void anUnknownAudienceIsNeverGuessed(String yaml) {
        var refusal = desk.refusal("---\ntitle: T\n" + yaml + "\n---\nbody");
        assertThat(refusal.code()).isEqualTo("audience-unknown");
        assertThat(refusal.line()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "'a: b\n- %\n',3",
        "'a: b: c\n',2",
        "'a: b\n\tc: d\n',3",
        "'a: \"open\n',3",
        "'a: *none\n',2",
        "'a: [b\n',3",
        "'a: b\n---more\nc: d\n',4",
        "'\na: &x\n b: *y\n',4",
        "'%YAML 3.9\na: b\n',1",
        "'a: \"\\q\"\n',2",
        "'a: b\nc: @d\n',3",
        "'a: b\nc: \u0007\n',3",
        "'a: 😀\nc: \u0007\n',3",
        "'%YAML 99999999999.1\na: b\n',2"
    })
    void whatIsNotYamlIsRefusedAtItsLine(String yaml, int line) {
        var refusal = desk.refusal("---\n" + yaml + "---\nbody");
        assertThat(refusal.code()).isEqualTo("front-matter-not-yaml");
        assertThat(refusal.line()).isEqualTo(line);
        assertThat(refusal.reason()).isNotBlank().hasSizeLessThanOrEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"'- a\n- b\n',2", "'\njust text\n',3", "'42\n',2"})
    void yamlWithoutKeysIsRefused(String yaml, int line) {
        assertThat(desk.refusal("---\n" + yaml + "---\nbody"))
                .extracting(Reading.Refusal::code, Reading.Refusal::line)
                .containsExactly("front-matter-not-a-mapping", line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"audience: public\naudience: role:x", "title: a\nTitle: b", "a:\n  b: 1\n  b: 2", "x: 1\n'x': 2"
            })
    void aRepeatedKeyIsRefused(String yaml) {
        assertThat(desk.refusal("---\n" + yaml + "\n---\nbody").code()).isEqualTo("front-matter-key-twice");
    }

    @Test
    void bombsAreRefusedAtOnce() {
        var laughs = new StringBuilder("a0: &a0 [lol]\n");
        for (int i = 1; i < 30; i++) {
            laughs.append("a").append(i).append(": &a").append(i).append(" [");
            laughs.append(("*a" + (i - 1) + ",").repeat(9)).append("]\n");
        }
        var deepFlow = "a: " + "[".repeat(30_000);
        var deepMaps = "{a: ".repeat(10_000);
        var deepBlocks = "- ".repeat(30_000);
        var keys = "? ".repeat(30_000);
        var huge = "a: " + "x".repeat(70_000);
        for (var yaml : new String[] {laughs.toString(), deepFlow, deepMaps, deepBlocks, keys, huge}) {
            var refusal = assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> desk.refusal("---\n" + yaml + "\n---\nbody"));
            assertThat(refusal.code()).isEqualTo("front-matter-too-large");
        }
    }

    @Test
    void aliasesThatAreNoBombWork() {
        assertThat(front("a: &t [x, y]\ntags: *t").meta().tags()).containsExactly("x", "y");
        assertThat(front("tags: &t [x, *t]").meta().tags()).containsExactly("x");
    }

    @Test
    void noFrontMatterBreaksTheReader() {
        var seed = Long.getLong("portal.seed", 20260101L);
        var random = new Random(seed);
        var pieces = new String[] {
            "a",
            "title",
            ":",
            " ",
            "\n",
            "- ",
            "? ",
            "[",
            "]",
            "{",
            "}",
            ",",
            "&x",
            "*x",
            "!t",
            "!!int",
            "!<a>",
            "|",
            ">",
            "'",
            "\"",
            "#",
            "%YAML 1.2\n",
            "%TAG ! x\n",
            "@",
            "`",
            "\t",
            "~",
            "\u0001",
            "😀",
            "\\",
            "\\x",
            "\\U00110000",
            "-",
            "  ",
            "<<",
            "0x1",
            "|9",
            ">-",
            "audience",
            "public",
            "tags",
            "\u2028",
            "\u0085",
            "\uFEFF",
            "---x",
            "... "
        };
        for (int run = 0; run < 3_000; run++) {
            var yaml = random.ints(1 + random.nextInt(25), 0, pieces.length)
                    .mapToObj(i -> pieces[i])
                    .collect(Collectors.joining());
            assertThat(desk.read("---\n" + yaml + "\n---\nbody"))
                    .as("seed %s, front matter: %s", seed, yaml)
                    .isNotNull();
        }
    }

    private Reading.MarkdownArticle front(String yaml) {
        return desk.article("---\n" + yaml + "\n---\nbody");
    }
}
