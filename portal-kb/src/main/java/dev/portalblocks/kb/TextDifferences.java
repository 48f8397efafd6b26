// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.portalblocks.kb.model.TextPiece;
import dev.portalblocks.kb.model.TextPiece.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Compares two texts: lines first, then the words of lines that changed. Comparing takes as long as the two have in common times
 * they differ, and as much memory, so what begins and ends alike is left out, and beyond a limit a block of lines is one that was
 * replaced. (The library's way in linear space tells of a replaced line as of one added and one removed, apart from each other.)
 */
final class TextDifferences {
    /** The most lines, or words, of both sides that are compared one by one. */
    static final int MAX_COMPARED = 2_000;

    private static final Pattern LINES = Pattern.compile("[^\\n]*\\n|[^\\n]+");
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|\\s+|[^\\p{L}\\p{M}\\p{N}\\s]");

    private final List<TextPiece> pieces = new ArrayList<>();
    private @Nullable Kind kind;
    private final StringBuilder open = new StringBuilder();

    private TextDifferences() {}

    /** Returns the pieces; no two neighbours are of one kind. */
    static List<TextPiece> of(String first, String second) {
        TextDifferences differences = new TextDifferences();
        differences.compare(parts(LINES, first), parts(LINES, second), true);
        differences.close();
        return differences.pieces;
    }

    private void compare(List<String> first, List<String> second, boolean isLines) {
        int begin = alike(first, second);
        List<String> restOfFirst = first.subList(begin, first.size());
        List<String> restOfSecond = second.subList(begin, second.size());
        int end = alikeAtTheEnd(restOfFirst, restOfSecond);
        add(Kind.SAME, first.subList(0, begin));
        changed(
                restOfFirst.subList(0, restOfFirst.size() - end),
                restOfSecond.subList(0, restOfSecond.size() - end),
                isLines);
        add(Kind.SAME, first.subList(first.size() - end, first.size()));
    }

    private void changed(List<String> first, List<String> second, boolean isLines) {
        if (first.isEmpty() || second.isEmpty() || first.size() + second.size() > MAX_COMPARED) {
            replaced(first, second);
            return;
        }
        int place = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(first, second).getDeltas()) {
            add(Kind.SAME, first.subList(place, delta.getSource().getPosition()));
            place = delta.getSource().getPosition() + delta.getSource().size();
            List<String> removed = delta.getSource().getLines();
            List<String> added = delta.getTarget().getLines();
            if (isLines && !removed.isEmpty() && !added.isEmpty()) {
                compare(parts(WORDS, String.join("", removed)), parts(WORDS, String.join("", added)), false);
            } else {
                replaced(removed, added);
            }
        }
        add(Kind.SAME, first.subList(place, first.size()));
    }

    private void replaced(List<String> removed, List<String> added) {
        add(Kind.REMOVED, removed);
        add(Kind.ADDED, added);
    }

    private void add(Kind next, List<String> parts) {
        if (parts.isEmpty()) {
            return;
        }
        if (kind != next) {
            close();
            kind = next;
        }
        parts.forEach(open::append);
    }

    private void close() {
        if (kind != null && !open.isEmpty()) {
            pieces.add(new TextPiece(kind, open.toString()));
        }
        open.setLength(0);
    }

    private static int alike(List<String> first, List<String> second) {
        int shorter = Math.min(first.size(), second.size());
        int count = 0;
        while (count < shorter && first.get(count).equals(second.get(count))) {
            count++;
        }
        return count;
    }

    private static int alikeAtTheEnd(List<String> first, List<String> second) {
        int shorter = Math.min(first.size(), second.size());
        int count = 0;
        while (count < shorter && first.get(first.size() - 1 - count).equals(second.get(second.size() - 1 - count))) {
            count++;
        }
        return count;
    }

    private static List<String> parts(Pattern pattern, String text) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            parts.add(matcher.group());
        }
        return parts;
    }
}
