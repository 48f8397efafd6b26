// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Reads {@code :::video{src="…"}}, the Markdown below it, and the line {@code :::} that ends it. A container in another, of any
 * name, has a last line of its own.
 */
final class MediaParser extends AbstractBlockParser {
    private static final Pattern FIRST =
            Pattern.compile(":::+[ \\t]*+(video|audio)[ \\t]*+\\{([^}]*+)\\}[ \\t]*+", Pattern.CASE_INSENSITIVE);
    private static final Pattern INNER = Pattern.compile(":::+[ \\t]*+[^: \\t].*+");
    private static final Pattern LAST = Pattern.compile(":::+[ \\t]*+");
    /** The name of an attribute, and what it says in quotation marks of either kind. */
    static final Pattern ATTRIBUTE =
            Pattern.compile("(src|captions|lang|title|poster)[ \\t]*+=[ \\t]*+(?:\"([^\"]*+)\"|'([^']*+)')");

    private static final int CODE_INDENT = 4;

    private final Media media;
    private int inner;

    private MediaParser(Media media) {
        this.media = media;
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public boolean canContain(Block block) {
        return true;
    }

    @Override
    public Block getBlock() {
        return media;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        CharSequence line = rest(state);
        if (state.getIndent() < CODE_INDENT && line.length() > 2 && line.charAt(0) == ':') {
            if (LAST.matcher(line).matches()) {
                if (inner == 0) {
                    media.close();
                    return BlockContinue.finished();
                }
                inner--;
            } else if (!FIRST.matcher(line).matches() && INNER.matcher(line).matches()) {
                inner++;
            }
        }
        return BlockContinue.atIndex(state.getIndex());
    }

    private static CharSequence rest(ParserState state) {
        CharSequence line = state.getLine().getContent();
        return line.subSequence(state.getNextNonSpaceIndex(), line.length());
    }

    /** Begins a container where its first line stands. */
    static final class Factory extends AbstractBlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            CharSequence line = rest(state);
            if (state.getIndent() >= CODE_INDENT || line.length() < 3 || line.charAt(0) != ':') {
                return BlockStart.none();
            }
            Matcher first = FIRST.matcher(line);
            if (!first.matches()) {
                return BlockStart.none();
            }
            Map<String, String> attributes = new HashMap<>();
            ATTRIBUTE
                    .matcher(first.group(2))
                    .results()
                    .forEach(one ->
                            attributes.putIfAbsent(one.group(1), one.group(2) == null ? one.group(3) : one.group(2)));
            return BlockStart.of(new MediaParser(new Media(first.group(1).toLowerCase(Locale.ROOT), attributes)))
                    .atIndex(state.getLine().getContent().length());
        }
    }
}
