// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.search.lucene.AskedText.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/**
 * Any text as the parser, the analyses of all languages and the automata of words that are alike read it: without an index, thousands
 * of texts in the time in which hundreds are searched for.
 */
public final class WordsFuzz {
    private static final List<LanguageTag> LANGUAGES = List.of(
            LanguageTag.GERMAN,
            LanguageTag.ENGLISH,
            LanguageTag.of("fr"),
            LanguageTag.of("tr"),
            LanguageTag.of("ja"),
            LanguageTag.of("xx"));

    private static final Fields.Kind[] KINDS = Fields.Kind.values();
    /** The words of each language, what German writes into each kind of field, and what is alike. */
    static final int WAYS = LANGUAGES.size() + KINDS.length + 1;

    private static final int TAKEN_APART = 20;
    private static final WordsFuzz TARGET = new WordsFuzz();

    private final Languages languages = new Languages();

    private WordsFuzz() {}

    /** What a fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        FuzzInput input = FuzzInput.of(bytes);
        TARGET.read(input.of(WAYS), input.text());
    }

    private void read(int way, String text) throws IOException {
        isInOrder(AskedText.of(text));
        TextAnalysis german = languages.of(LanguageTag.GERMAN);
        if (way < LANGUAGES.size()) {
            takeApart(languages.of(LANGUAGES.get(way)), text);
        } else if (way < LANGUAGES.size() + KINDS.length) {
            isWritable(german, KINDS[way - LANGUAGES.size()], text);
        } else {
            isLikeItself(german, text);
        }
    }

    /** Signs stand within the text, one behind the other, and what is left when they are blank stands where it stood. */
    private static void isInOrder(AskedText asked) {
        String text = asked.text();
        List<Span> spans = new ArrayList<>(asked.quotations());
        spans.addAll(asked.exclusions());
        spans.sort((one, other) -> Integer.compare(one.from(), other.from()));
        int end = 0;
        for (Span span : spans) {
            assertThat(List.of(end, span.from(), span.start(), span.end(), span.to(), text.length()))
                    .isSorted();
            assertThat(span.in(text)).isNotEmpty();
            end = span.to();
        }
        assertThat(asked.quotations()).hasSizeLessThanOrEqualTo(AskedText.MAX_QUOTATIONS);
        assertThat(asked.excluded()).hasSizeLessThanOrEqualTo(AskedText.MAX_EXCLUSIONS);
        assertThat(asked.searched()).hasSameSizeAs(text);
        assertThat(asked.unquoted()).hasSameSizeAs(text);
        assertThat(asked.withoutSigns().length()).isLessThanOrEqualTo(text.length());
        assertThat(asked.isSentenceWithSigns() && spans.isEmpty()).isFalse();
    }

    private static void takeApart(TextAnalysis analysis, String text) {
        List<TextAnalysis.Word> words = analysis.words(text, Integer.MAX_VALUE);
        int before = 0;
        for (TextAnalysis.Word word : words) {
            assertThat(List.of(before, word.start(), word.end(), text.length())).isSorted();
            assertThat(word.plain()).isNotEmpty();
            before = word.start();
        }
        assertThat(analysis.folded(text))
                .isEqualTo(words.stream().map(TextAnalysis.Word::plain).toList());
        assertThat(analysis.lastWord(text)).allMatch(word -> word.end() == text.length());
        words.stream().limit(TAKEN_APART).forEach(word -> takeApart(analysis, word));
        assertThat(analysis.joined(text)).doesNotHaveDuplicates().doesNotContain("");
    }

    private static void takeApart(TextAnalysis analysis, TextAnalysis.Word word) {
        String plain = word.plain();
        assertThat(analysis.parts(plain)).doesNotHaveDuplicates();
        assertThat(analysis.innerWords(plain)).noneMatch(plain::startsWith);
        assertThat(analysis.roots(plain)).doesNotContain("");
        assertThat(analysis.meanings(word.stem())).doesNotContain(word.stem());
        assertThat(analysis.weight(word)).isBetween(0f, 1f);
        assertThat(analysis.isWord(plain) && plain.isBlank()).isFalse();
        assertThat(analysis.isTopic(word) && analysis.isFunctionWord(plain)).isFalse();
    }

    /** An index takes terms whose places do not go back. */
    private static void isWritable(TextAnalysis analysis, Fields.Kind kind, String text) throws IOException {
        try (TokenStream terms = analysis.writerOf(kind).tokenStream("", Words.readable(text))) {
            CharTermAttribute term = terms.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = terms.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute step = terms.addAttribute(PositionIncrementAttribute.class);
            terms.reset();
            int before = 0;
            boolean isFirst = true;
            while (terms.incrementToken()) {
                assertThat(List.of(before, place.startOffset(), place.endOffset(), text.length()))
                        .isSorted();
                assertThat(step.getPositionIncrement()).isGreaterThanOrEqualTo(isFirst ? 1 : 0);
                assertThat(new BytesRef(term).utf8ToString()).isEqualTo(term.toString());
                before = place.startOffset();
                isFirst = false;
            }
            terms.end();
        }
    }

    /** A word that may be put right is found among what is alike. */
    private static void isLikeItself(TextAnalysis analysis, String text) {
        for (TextAnalysis.Word word : analysis.words(text, 1)) {
            String plain = word.plain();
            assertThat(analysis.everydayNear(plain)).doesNotContain(plain);
            int letters = plain.codePointCount(0, plain.length());
            if (letters >= Spellings.SHORTEST && letters <= Spellings.LONGEST) {
                int edits = letters >= Spellings.LONG ? 2 : 1;
                CompiledAutomaton alike =
                        FuzzyQuery.getFuzzyAutomaton(plain, edits, letters < Spellings.MIDDLE ? 1 : 0, true);
                BytesRef term = new BytesRef(plain);
                assertThat(alike.runAutomaton.run(term.bytes, term.offset, term.length))
                        .as("%s", plain)
                        .isTrue();
            }
        }
    }
}
