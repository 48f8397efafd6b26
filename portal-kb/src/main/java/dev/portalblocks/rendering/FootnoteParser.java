// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.DefinitionMap;
import org.commonmark.node.Document;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Reads {@code [^label]: text}, with what is indented by four below it, and {@code [^label]} in the text. A footnote stands in the
 * text itself, not in a quotation or a list.
 */
final class FootnoteParser extends AbstractBlockParser {
    private static final Pattern BEGIN = Pattern.compile("\\[\\^([^\\]\\[\\s]{1,100}+)\\]:[ \\t]*+");
    private static final int INDENT = 4;

    private final Footnote footnote;
    private final DefinitionMap<Footnote> definitions = new DefinitionMap<>(Footnote.class);

    private FootnoteParser(Footnote footnote) {
        this.footnote = footnote;
        definitions.putIfAbsent(footnote.label(), footnote);
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
        return footnote;
    }

    @Override
    public List<DefinitionMap<?>> getDefinitions() {
        return List.of(definitions);
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        if (state.isBlank()) {
            return BlockContinue.atIndex(state.getIndex());
        }
        return state.getIndent() >= INDENT ? BlockContinue.atColumn(state.getColumn() + INDENT) : BlockContinue.none();
    }

    /** Begins a footnote where its label stands. */
    static final class Factory extends AbstractBlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            boolean inText = matched.getMatchedBlockParser().getBlock() instanceof Document;
            CharSequence line = state.getLine().getContent();
            int start = state.getNextNonSpaceIndex();
            if (!inText || state.getIndent() >= INDENT || start >= line.length() || line.charAt(start) != '[') {
                return BlockStart.none();
            }
            Matcher begin = BEGIN.matcher(line).region(start, line.length());
            return begin.lookingAt()
                    ? BlockStart.of(new FootnoteParser(new Footnote(begin.group(1))))
                            .atIndex(begin.end())
                    : BlockStart.none();
        }
    }

    /** Refers to the footnotes that there are. */
    static final class References implements LinkProcessor {
        @Override
        public LinkResult process(LinkInfo link, Scanner scanner, InlineParserContext context) {
            String text = link.destination() == null ? link.text(scanner) : "";
            Footnote footnote = text.startsWith("^") && text.length() > 1
                    ? context.getDefinition(Footnote.class, text.substring(1))
                    : null;
            return footnote == null
                    ? LinkResult.none()
                    : LinkResult.replaceWith(new Footnote.Reference(footnote), link.afterTextBracket());
        }
    }
}
