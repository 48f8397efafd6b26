// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What was said in a conversation, wherever that was: in an inbox, on the telephone, in a chat. Immutable.
 *
 * @param subject what it was about, in one line; may be empty
 * @param lines what was said, in its order
 */
public record Transcript(String subject, List<Line> lines) {
    private static final String GREETING =
            "sehr geehrte|sehr geehrter|guten (?:tag|morgen|abend)|hallo|liebe|lieber|moin|dear|hello|hi";
    private static final String CLOSING =
            "(?:mit )?(?:freundlichen|freundliche|vielen|viele|besten|beste|lieben|liebe|herzlichen|herzliche|schöne)"
                    + " grü(?:ß|ss)en?|mfg|lg|vg|(?:kind|best|warm) regards|regards|yours (?:sincerely|faithfully)";
    private static final Pattern GREETED =
            Pattern.compile("(?iu)\\A\\s*(?:" + GREETING + ")\\b[^\\n]{0,80}?(?:[,!.]|\\n|\\z)\\s*");
    private static final Pattern CLOSED =
            Pattern.compile("(?iu)(?:\\A|(?<=\\n))\\s*(?:" + CLOSING + ")\\b[\\s\\S]*\\z");
    private static final int SHORTEST_NAME = 3;

    /** Copies the lines; none when JSON names none. */
    public Transcript {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /** Who said something. */
    public enum Speaker {
        /** The customer, or somebody in their name. */
        CUSTOMER,
        /** The company. */
        COMPANY
    }

    /**
     * What one of them said at once.
     *
     * @param speaker who
     * @param text what, with its line breaks
     * @param saidAt when
     */
    public record Line(
            Speaker speaker,
            String text,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Instant saidAt) {}

    /**
     * Returns this transcript without what looks personal: what {@link Redaction} knows, how a line begins and ends that
     * greets somebody or takes its leave, with what stands behind the leave, and the names that the caller knows, such as the customer's
     * and the agent's, each with its parts of three letters or more; {@code [name]} stands for those. A name that nobody told stays:
     * somebody has to read it before anybody else does.
     */
    public Transcript redacted(Collection<String> names) {
        List<Pattern> known = names.stream()
                .map(name -> Normalizer.normalize(name, Normalizer.Form.NFKC).strip())
                .flatMap(name -> Stream.concat(Stream.of(name), Arrays.stream(name.split("[\\s,.-]+", -1))))
                .filter(name -> name.length() >= SHORTEST_NAME)
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Transcript::pattern)
                .toList();
        return new Transcript(
                without(known, subject),
                lines.stream()
                        .map(line -> new Line(line.speaker(), without(known, said(line.text())), line.saidAt()))
                        .toList());
    }

    private static Pattern pattern(String name) {
        return Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "s?(?![\\p{L}\\p{N}])");
    }

    /** Between how it begins and how it ends. */
    private static String said(String text) {
        String lines = text.replaceAll("\\R", "\n");
        String left = CLOSED.matcher(GREETED.matcher(lines).replaceFirst("")).replaceFirst("");
        return left.isEmpty() ? "" : left.substring(0, 1).toUpperCase(Locale.ROOT) + left.substring(1);
    }

    private static String without(List<Pattern> names, String text) {
        String left = Redaction.of(text);
        for (Pattern name : names) {
            left = name.matcher(left).replaceAll("[name]");
        }
        return left.strip();
    }
}
