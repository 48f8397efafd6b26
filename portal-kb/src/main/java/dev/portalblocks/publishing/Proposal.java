// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.publishing;

import dev.portalblocks.core.model.Transcript;
import dev.portalblocks.core.model.Transcript.Line;
import dev.portalblocks.core.model.Transcript.Speaker;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a conversation proposes to write: the customer's question, and what the company answered. Pure.
 *
 * @param question one line
 * @param answer CommonMark that shows just what was said, with its line breaks
 */
public record Proposal(String question, String answer) {
    private static final Pattern SENTENCE = Pattern.compile("[^.!?\\n]*+\\?");
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_{}\\[\\]<>#|~&!^]");
    private static final Pattern BLOCK = Pattern.compile("(?m)^( *)([-+=]|\\d++[.)])");
    /** Renderers drop lines that begin so, which are for other tools, escaped or not; behind a comment they don't. */
    private static final Pattern FENCE = Pattern.compile("(?m)^( *)(?=:::)");

    private static final Pattern BREAK = Pattern.compile("(?<=\\S)\\n(?=\\S)");

    /**
     * Returns what a transcript proposes: the first thing that the customer asked with a question mark, else the subject, else the first line of what they
     * said; and all that the company said, a paragraph each. Nothing where one of them said nothing.
     *
     * @param longestQuestion how many characters the question has at most
     * @param longestAnswer how many characters the answer has at most
     */
    public static Optional<Proposal> of(Transcript transcript, int longestQuestion, int longestAnswer) {
        String answer = said(transcript, Speaker.COMPANY).stream()
                .map(Proposal::markdown)
                .collect(Collectors.joining("\n\n"));
        String question = cut(question(transcript), longestQuestion).strip();
        return question.isEmpty() || answer.isEmpty()
                ? Optional.empty()
                : Optional.of(new Proposal(question, whole(answer, longestAnswer)));
    }

    private static String question(Transcript transcript) {
        List<String> said = said(transcript, Speaker.CUSTOMER);
        for (String text : said) {
            Matcher asked = SENTENCE.matcher(text);
            if (asked.find() && asked.group().strip().length() > 1) {
                return asked.group().strip();
            }
        }
        String subject = transcript.subject().strip();
        return !subject.isEmpty() || said.isEmpty()
                ? subject
                : said.get(0).lines().findFirst().orElse("").strip();
    }

    private static List<String> said(Transcript transcript, Speaker speaker) {
        return transcript.lines().stream()
                .filter(line -> line.speaker() == speaker)
                .map(Line::text)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Nothing that was typed means anything to CommonMark, but its paragraphs and its breaks. */
    private static String markdown(String text) {
        String plain = MARKUP.matcher(text).replaceAll("\\\\$0");
        plain = BLOCK.matcher(plain).replaceAll(Proposal::escaped);
        plain = FENCE.matcher(plain).replaceAll("$1<!-- -->");
        return BREAK.matcher(plain).replaceAll("\\\\\n");
    }

    private static String escaped(MatchResult block) {
        String mark = block.group(2);
        int last = mark.length() - 1;
        return Matcher.quoteReplacement(block.group(1) + mark.substring(0, last) + "\\" + mark.substring(last));
    }

    /** Up to the last paragraph that has room, or as much of the first one. */
    private static String whole(String answer, int longest) {
        if (answer.length() <= longest) {
            return answer;
        }
        int end = answer.lastIndexOf("\n\n", longest);
        String left = end > 0 ? answer.substring(0, end) : cut(answer, longest);
        return left.endsWith("\\") ? left.substring(0, left.length() - 1) : left;
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
