// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.event.EndSubscription;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.Cursor;
import dev.portalblocks.core.model.LanguageTag;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Words that stand nowhere else, each in one text that was handed over. They are eight letters and digits, some of which
 * are no hexadecimal digits, so that they fit into a language tag and no hash holds one by chance; where only digits or
 * hexadecimal digits fit they are many of these.
 */
final class Markers {
    private static final Pattern WORD = Pattern.compile("zq[0-9a-z]{4}xj", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("49731[0-9]{17}");

    private final Map<String, String> places = new TreeMap<>();
    /** What an import was named by, so that it can be withdrawn. */
    private final Map<String, String> imported = new HashMap<>();

    private int made;

    /** How the text that holds a marker has to be. */
    enum Fit {
        /** As the field takes it; nothing where a word of a test's choice means nothing to it. */
        FITTING,
        /** A marker in each field, whether it is known to anybody or not. */
        EVERYWHERE
    }

    /** Returns a new word, which stands at this place. */
    String word(String place) {
        String word = "zq"
                + String.format(Locale.ROOT, "%4s", Integer.toString(made++, 36))
                        .replace(' ', '0') + "xj";
        places.put(word, place);
        return word;
    }

    private String digits(String place, int length) {
        String number = String.format(Locale.ROOT, "49731%017d", made++);
        places.put(number, place);
        return number + "0".repeat(length - number.length());
    }

    /** Returns which marker stands in a text, and where it had been handed over; null for none. */
    @Nullable
    String in(String text) {
        String word = in(WORD.matcher(text));
        return word == null ? in(NUMBER.matcher(text)) : word;
    }

    private @Nullable String in(Matcher found) {
        while (found.find()) {
            String place = places.get(found.group().toLowerCase(Locale.ROOT));
            if (place != null) {
                return "the text of " + place;
            }
        }
        return null;
    }

    /** Returns texts for one call, each with a marker of its own; all language tags are one, as a content's have to be. */
    Texts texts(Fit fit) {
        return new Texts(fit);
    }

    /** The texts of one call. */
    final class Texts implements Handed.Texts {
        private final Fit fit;
        private final Map<String, String> given = new HashMap<>();
        private final Map<String, String> words = new HashMap<>();

        private Texts(Fit fit) {
            this.fit = fit;
        }

        /** Returns what was handed over, by place. */
        Map<String, String> given() {
            return given;
        }

        /** Returns other texts of the same fit. */
        Texts others() {
            return new Texts(fit);
        }

        /** Returns the word at a place. */
        String wordAt(Place place) {
            if (place.name().startsWith("KnowledgeIntake.withdraw")) {
                return imported.getOrDefault(place.path(), SampleWorld.WORD);
            }
            String key = place.kind() == LanguageTag.class ? "language" : place.name();
            String word = words.computeIfAbsent(key, it -> word(place.name()));
            if (fit == Fit.FITTING && place.path().startsWith("source.")) {
                imported.putIfAbsent(place.path().substring("source.".length()), word);
            }
            return word;
        }

        @Override
        public @Nullable String at(Place place) {
            String text = fit == Fit.FITTING ? fitting(place) : anyhow(place);
            if (text != null && in(text) != null) {
                given.put(place.name(), text);
            }
            return text;
        }

        /** The words that name something that has to be there are its own. */
        private @Nullable String fitting(Place place) {
            if (place.kind() == Cursor.class
                    || place.endsWith("sha256")
                    || place.path().endsWith("assets[].mediaType")) {
                return null;
            }
            if (place.endsWith("permissions[]")) {
                return "profile.read";
            }
            if (place.name().startsWith("KnowledgeBase.readBySlug")
                    || place.name().startsWith("ArticleCare.release")) {
                return place.kind() == LanguageTag.class ? "de" : SampleArticles.SLUG;
            }
            if (place.name().startsWith("ArticleFeedback.vote") && place.kind() == LanguageTag.class) {
                return "de";
            }
            if (place.isOfTexts()) {
                return place.method().getName().equals("confirm") ? "en" : "de";
            }
            if (place.endsWith("subscription")
                    || place.kind() == EndSubscription.class
                    || place.name().startsWith("Subscriptions.deadLetters")) {
                return Undelivered.NAME;
            }
            boolean isPicture = place.name().matches("Knowledge(Base|Export)[.]openAsset.*");
            return isPicture ? SampleArticles.PICTURE : anyhow(place);
        }

        private @Nullable String anyhow(Place place) {
            if (place.kind() == LanguageTag.class) {
                return "de-x-" + wordAt(place);
            }
            if (place.kind() == Audience.class) {
                return "role:" + wordAt(place);
            }
            if (place.isEmail()) {
                return wordAt(place) + "@example.org";
            }
            return place.kind() == String.class ? patterned(place) : wordAt(place);
        }

        private @Nullable String patterned(Place place) {
            if (place.endsWith("country")) {
                return "DE";
            }
            if (place.endsWith("phone")) {
                return digits(place.name(), 22);
            }
            if (place.endsWith("sha256")) {
                return digits(place.name(), 64);
            }
            return place.endsWith("language") ? "de-" + wordAt(place) : wordAt(place);
        }
    }
}
