// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.search.lucene.TypedTitle.TypedWord;
import dev.portalblocks.search.model.Snippet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Marks in a title the letters that somebody has typed, and as a whole the words that they mean. */
final class TitleMarker {
    private final TextAnalysis analysis;
    private final List<String> beginnings;
    private final Set<String> stems;

    TitleMarker(TypedTitle typed) {
        analysis = typed.analysis();
        beginnings = typed.words().stream()
                .flatMap(word -> word.beginnings().stream())
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        stems = typed.words().stream()
                .flatMap((TypedWord word) -> Stream.concat(word.stems().stream(), word.meanings().stream()))
                .collect(Collectors.toSet());
    }

    /** Returns the title with what was typed of it. */
    Snippet marked(String title) {
        List<Snippet.Match> matches = new ArrayList<>();
        for (TextAnalysis.Word word : analysis.words(title, Integer.MAX_VALUE)) {
            int from = matchIn(word.plain());
            String written = title.substring(word.start(), word.end());
            if (from >= 0) {
                String letters = lettersAt(word.plain(), from);
                int start = from == 0 ? 0 : lengthOf(written, word.plain(), from);
                int end = lengthOf(written, word.plain(), from + letters.length());
                matches.add(new Snippet.Match(word.start() + start, word.start() + Math.max(end, start + 1)));
            } else if (stems.contains(word.stem())) {
                matches.add(new Snippet.Match(word.start(), word.end()));
            }
        }
        return new Snippet(title, matches);
    }

    /** Returns where in a folded word the letters stand: at its beginning, or at that of a part; -1 where they don't. */
    private int matchIn(String plain) {
        if (!lettersAt(plain, 0).isEmpty()) {
            return 0;
        }
        if (beginnings.stream().noneMatch(plain::contains)) {
            return -1;
        }
        return analysis.innerWords(plain).stream()
                .filter(part -> !lettersAt(part, 0).isEmpty())
                .mapToInt(plain::indexOf)
                .filter(at -> at > 0 && !lettersAt(plain, at).isEmpty())
                .findFirst()
                .orElse(-1);
    }

    private String lettersAt(String plain, int at) {
        return beginnings.stream()
                .filter(letters -> plain.startsWith(letters, at))
                .findFirst()
                .orElse("");
    }

    /** Returns how many characters of a word as it is written become so many letters when it is folded. */
    private int lengthOf(String written, String plain, int letters) {
        int length = written.length() == plain.length() ? letters : 1;
        while (length < written.length()
                && (isWithinCharacter(written, length)
                        || (written.length() != plain.length() && foldedLength(written, length) < letters))) {
            length++;
        }
        return Math.min(length, written.length());
    }

    private int foldedLength(String written, int length) {
        return String.join("", analysis.folded(written.substring(0, length))).length();
    }

    /** Half a character, or one without its accent, is none. */
    private static boolean isWithinCharacter(String written, int at) {
        return Character.isLowSurrogate(written.charAt(at))
                || Character.getType(written.charAt(at)) == Character.NON_SPACING_MARK;
    }
}
