// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A language as BCP 47 text, in canonical case: {@code de}, {@code de-CH}, {@code zh-Hant}.
 *
 * @param value the tag; at most 35 characters
 */
public record LanguageTag(@JsonValue String value) implements Comparable<LanguageTag> {
    /** German, the first language of the product. */
    public static final LanguageTag GERMAN = new LanguageTag("de");
    /** English, its second. */
    public static final LanguageTag ENGLISH = new LanguageTag("en");

    /** Brings the tag into canonical case; throws {@link PortalException.InvalidInput} for what is no tag. */
    public LanguageTag {
        value = canonical(value);
    }

    /** Returns the tag, canonical; {@code language-tag.invalid} if it is none. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static LanguageTag of(String value) {
        return new LanguageTag(value);
    }

    /** Returns the tag of a Java locale. */
    public static LanguageTag of(Locale locale) {
        return new LanguageTag(locale.toLanguageTag());
    }

    /** Returns the Java locale of this tag. */
    public Locale locale() {
        return Locale.forLanguageTag(value);
    }

    /** Returns the language alone, {@code de} of {@code de-CH}; a private tag as it is. */
    public LanguageTag language() {
        int dash = value.indexOf('-');
        return dash < 2 ? this : new LanguageTag(value.substring(0, dash));
    }

    /** Returns this tag and what it falls back to, then the default's own: RFC 4647, section 3.4. */
    public List<LanguageTag> fallbackTo(LanguageTag last) {
        List<LanguageTag> chain = new ArrayList<>();
        truncations(value, chain);
        truncations(last.value, chain);
        return List.copyOf(chain);
    }

    /**
     * Returns in which of the available languages a reader of this one is served: in it, else in what it falls back to,
     * else in the tenant's default or what that falls back to, else in the one that the text was written in.
     */
    public LanguageTag servedFrom(Collection<LanguageTag> available, LanguageTag tenantDefault, LanguageTag original) {
        return firstAvailable(fallbackTo(tenantDefault), available).orElse(original);
    }

    /** Returns the first of the chain that is available; empty when none is. */
    public static Optional<LanguageTag> firstAvailable(List<LanguageTag> chain, Collection<LanguageTag> available) {
        return chain.stream().filter(available::contains).findFirst();
    }

    @Override
    public int compareTo(LanguageTag other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static void truncations(String tag, List<LanguageTag> into) {
        for (String rest = tag; !rest.isEmpty(); rest = shorter(rest)) {
            LanguageTag next = new LanguageTag(rest);
            if (!into.contains(next)) {
                into.add(next);
            }
        }
    }

    private static String shorter(String tag) {
        int dash = tag.lastIndexOf('-');
        while (dash >= 2 && tag.charAt(dash - 2) == '-') {
            dash -= 2; // a single letter introduces what follows it and falls with it
        }
        return dash < 2 ? "" : tag.substring(0, dash);
    }

    private static String canonical(String value) {
        try {
            String tag = new Locale.Builder().setLanguageTag(value).build().toLanguageTag();
            if (tag.length() <= 35 && !(tag + "-").startsWith("und-")) {
                return tag;
            }
        } catch (IllformedLocaleException e) {
            // refused below, like a tag that is too long
        }
        throw new PortalException.InvalidInput("language-tag.invalid");
    }
}
