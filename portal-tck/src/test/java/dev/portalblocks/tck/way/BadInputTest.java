// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.way.Engine.End;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whatever is written into a field, in any of Unicode's characters and up to the last one that fits, is kept and read as it
 * was, or is refused by a code and leaves nothing, in memory and on every database alike.
 */
class BadInputTest {
    private static final boolean DEEP = Boolean.getBoolean("portal.deep");
    /** In an ordinary build each place gets every so-manieth text, and not the same ones as the next. */
    private static final int SHARE = 28;
    /** In an ordinary build every so-manieth long text is filled to its limit, and every so-manieth number handed over. */
    private static final int SOME = 4;
    /** Up to this length a text may have a column of its own, and is filled in each build. */
    private static final int SHORT = 300;

    private static final List<LocalDateTime> WALL_TIMES = List.of(
            LocalDateTime.MIN,
            LocalDateTime.MAX,
            LocalDateTime.of(0, 12, 31, 23, 59),
            LocalDateTime.of(9_999, 12, 31, 23, 59, 59, 999_999_999),
            LocalDateTime.of(10_000, 1, 1, 0, 0));

    private static final List<LocalDate> DAYS = List.of(
            LocalDate.MIN,
            LocalDate.MAX,
            LocalDate.of(0, 12, 31),
            LocalDate.of(9_999, 1, 1),
            LocalDate.of(10_000, 1, 1));

    private static final List<Instant> INSTANTS = List.of(
            Instant.MIN,
            Instant.MAX,
            Instant.parse("-9999-01-01T00:00:00Z"),
            Instant.parse("+10000-01-01T00:00:00Z"),
            Instant.parse("+294277-01-10T00:00:00Z"),
            Instant.parse("2030-01-01T00:00:00.123456789Z"));
    private static final List<Long> NUMBERS = List.of(Long.MIN_VALUE, -1L, 0L, 1L << 31, Long.MAX_VALUE);
    private static final Map<Class<?>, List<?>> STRANGE =
            Map.of(Instant.class, INSTANTS, LocalDateTime.class, WALL_TIMES, LocalDate.class, DAYS);

    /** The length of the word that a text begins with. */
    private static final int WORD = 8;

    private static final Markers WORDS = new Markers();
    private static List<Engine> engines;
    private static int calls;
    private static int readAgain;

    private final List<String> complaints = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();

    /** What was refused. */
    private record Refused(Place place, Handed.Texts texts) {}

    @BeforeAll
    static void compose() {
        engines = Engine.all(DEEP);
    }

    @AfterAll
    static void close() {
        engines.forEach(Engine::close);
        System.out.println("Bad input, seed " + Seed.value() + ": " + calls + " calls on each of " + engines.size()
                + ", read again " + readAgain);
    }

    @Test
    void textsOfAnyUnicodeAreKeptAsTheyAreOrRefused() {
        int before = readAgain;
        Places.all().forEach(place -> {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < StrangeTexts.KINDS.size(); i++) {
                if (isTurn(place.name(), i, SHARE)) {
                    texts.add(at(place, StrangeTexts.KINDS.get(i)));
                }
            }
            tried(place, texts);
        });
        assertNothingLeft();
        assertThat(complaints).isEmpty();
        assertThat(readAgain - before).isGreaterThan(DEEP ? 1_000 : 40);
    }

    /** Another part of all that could be tried for each place and each seed; all of it in a deep run. */
    private static boolean isTurn(String name, int number, int share) {
        return DEEP || Math.floorMod(name.hashCode() + Seed.value() + number, share) == 0;
    }

    @Test
    void textsThatJustFitAreKeptAndLongerOnesRefused() {
        for (Place place : Places.all()) {
            int most = StrangeTexts.most(place);
            if (most > 0 && (most <= SHORT || isTurn(place.name(), 0, SOME))) {
                String plain = tried(place, List.of(at(place, ""))).get(0);
                for (int wide = 0; wide < 2; wide++) {
                    if (isTurn(place.name(), wide, 2)) {
                        String full = StrangeTexts.full(most - WORD).get(wide);
                        String more = StrangeTexts.full(most - WORD + 1).get(wide);
                        List<String> answers = tried(place, List.of(at(place, full), at(place, more)));
                        check(answers.get(0).equals(plain), place, "is refused at its limit: " + answers);
                        check(answers.get(1).startsWith("InvalidInput"), place, "takes too much: " + answers);
                    }
                }
            }
        }
        assertNothingLeft();
        assertThat(complaints).isEmpty();
    }

    @Test
    void numbersAndInstantsAreTakenOrRefusedAlike() {
        for (Method method : Places.methods()) {
            Places.numbersOf(method).forEach((path, type) -> {
                List<?> values = STRANGE.getOrDefault(type, NUMBERS);
                for (int i = 0; i < values.size(); i++) {
                    Object value = values.get(i);
                    Object fitting =
                            type == int.class || type == Integer.class ? (Object) ((Long) value).intValue() : value;
                    if (isTurn(Ways.signature(method) + path, i, SOME)) {
                        ends(method, path + " " + fitting, WORDS.texts(Markers.Fit.FITTING), Map.of(path, fitting));
                    }
                }
            });
        }
        assertThat(complaints).isEmpty();
    }

    /** Names are unique, so each text begins with a word of its own. */
    private static String at(Place place, String rest) {
        return StrangeTexts.at(place, WORDS.word(place.name()), rest);
    }

    /** Hands each text over on each engine; returns the answers. */
    private List<String> tried(Place place, List<String> texts) {
        List<String> answers = new ArrayList<>();
        for (String text : texts) {
            Markers.Texts others = WORDS.texts(Markers.Fit.FITTING);
            Handed.Texts handed = at -> at.name().equals(place.name()) ? text : others.at(at);
            Map<Engine, End> ends = ends(place.method(), place.path() + " " + escaped(text), handed, Map.of());
            End first = ends.values().iterator().next();
            answers.add(first.answer());
            check(!first.isOk() || isStorable(text) || isLookedBy(place), place, "takes " + escaped(text));
            if (first.isOk()) {
                assertShown(place, text, ends);
            } else {
                refused.add(new Refused(place, handed));
            }
        }
        return answers;
    }

    private Map<Engine, End> ends(Method method, String what, Handed.Texts texts, Map<String, Object> numbers) {
        calls++;
        Map<Engine, End> ends = new LinkedHashMap<>();
        for (Engine engine : engines) {
            End end = engine.call(method, texts, numbers);
            ends.put(engine, end);
            String told = Ways.signature(method) + " " + what + " on " + engine.name + ": " + end.answer();
            if (end.answer().startsWith("threw") || end.answer().startsWith("StorageFailure")) {
                complaints.add(told);
            }
        }
        if (ends.values().stream().map(End::answer).distinct().count() > 1) {
            complaints.add(Ways.signature(method) + " " + what + " is answered differently: "
                    + ends.values().stream().map(End::answer).toList());
        }
        return ends;
    }

    /** What memory shows again, every database has to. */
    private void assertShown(Place place, String text, Map<Engine, End> ends) {
        String none = "";
        String where = none;
        for (Map.Entry<Engine, End> end : ends.entrySet()) {
            Set<String> shown =
                    end.getKey().shown(place.method(), end.getValue().result());
            if (shown.contains(text)) {
                where = end.getKey().name;
                readAgain++;
            } else {
                check(
                        where.equals(none) && !isReadable(place),
                        place,
                        "loses " + escaped(text) + " on "
                                + end.getKey().name + ", which shows "
                                + shown.stream()
                                        .map(BadInputTest::escaped)
                                        .limit(12)
                                        .toList());
            }
        }
    }

    /** Readers show what is written here; the rest is looked up by, asked for, or kept as a fingerprint. */
    private static boolean isReadable(Place place) {
        return place.name()
                .matches(
                        "(Inbox|Desk)\\.(open|send|addNote).* (subject|topic|.*text|.*name)"
                                + "|Folders\\.(create|rename).* name|Vault\\.(upload|rename).* name|Profiles.change.*"
                                + "|Faq(Editor|Outline)\\.(add|change|rename).* (.*(question|answer)|title\\[])"
                                + "|CategoryEditor.* (key|name.texts\\[])|KnowledgeEditor.(create|edit).* content.*(title|body|tags\\[]|path)");
    }

    /** Hands over again all that was refused; one by one where something is left then. */
    private void assertNothingLeft() {
        for (Engine engine : engines) {
            if (isLeaving(engine, refused)) {
                refused.stream()
                        .filter(one -> isLeaving(engine, List.of(one)))
                        .forEach(one -> complaints.add(one.place() + " leaves something on " + engine.name + " when "
                                + escaped(String.valueOf(one.texts().at(one.place()))) + " is refused"));
                complaints.add("what is refused leaves something on " + engine.name);
            }
        }
    }

    private static boolean isLeaving(Engine engine, List<Refused> refused) {
        List<ContentRef> attachments = refused.stream()
                .map(one -> engine.attachment(one.place().method()))
                .toList();
        Object before = engine.state();
        for (int i = 0; i < refused.size(); i++) {
            Refused one = refused.get(i);
            engine.call(one.place().method(), one.texts(), Map.of(), attachments.get(i));
        }
        return !engine.state().equals(before);
    }

    private void check(boolean kept, Place place, String otherwise) {
        if (!kept) {
            complaints.add(place + " " + otherwise);
        }
    }

    /** Who looks for what nobody keeps finds nothing. */
    private static boolean isLookedBy(Place place) {
        return place.name().matches("(Search.find|Search.suggest|Subscriptions.deadLetters|KnowledgeIntake.list)\\b.*");
    }

    /** No database keeps U+0000 or half a character as text, so nobody may hand it over, wherever it is kept. */
    private static boolean isStorable(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars()
                .limit(20)
                .forEach(unit -> escaped.append(
                        unit > ' ' && unit < 127 ? String.valueOf((char) unit) : String.format("\\u%04X", unit)));
        return escaped + (text.length() > 20 ? "... of " + text.length() : "");
    }
}
