// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.publishing.model;

import dev.portalblocks.core.model.LanguageTag;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the writing of something stands, language by language.
 *
 * @param written the version at which each text was last written, or confirmed
 * @param reviews how the reviews stand; a text that is not here is a draft, or was published as it is
 */
public record Editing(Map<LanguageTag, Long> written, Map<LanguageTag, Review> reviews) {
    private static final Editing NONE = new Editing(Map.of(), Map.of());

    /** Copies the maps, in the order of their languages; empty when JSON names none. */
    public Editing {
        written = written == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(written));
        reviews = reviews == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(reviews));
    }

    /** Returns that nothing was written yet. */
    public static Editing none() {
        return NONE;
    }

    /** Returns at which version a text was last written; 0 where nobody knows. */
    public long writtenAt(LanguageTag language) {
        return written.getOrDefault(language, 0L);
    }

    /** Returns whether a text waits for somebody to read it. */
    public boolean isInReview(LanguageTag language) {
        Review review = reviews.get(language);
        return review != null && review.state() == TextState.IN_REVIEW;
    }

    /** Returns this when the texts of {@code before} became those of {@code after} at this version. */
    public <C extends EditorialContent<C>> Editing wrote(@Nullable C before, C after, long version) {
        Map<LanguageTag, Long> since = new TreeMap<>(written);
        Map<LanguageTag, Review> left = new TreeMap<>(reviews);
        after.texts().forEach((language, text) -> {
            if (before == null || !text.equals(before.texts().get(language))) {
                since.put(language, version);
                left.remove(language);
            }
        });
        left.keySet().retainAll(after.texts().keySet());
        return new Editing(since, left);
    }

    /** Returns this with a text that says again what the first language says, as of this version. */
    public Editing confirmed(LanguageTag language, long version) {
        Map<LanguageTag, Long> since = new TreeMap<>(written);
        since.put(language, version);
        return new Editing(since, reviews);
    }

    /** Returns this with the reviews of these standing so. */
    public Editing reviewing(Set<LanguageTag> languages, Review review) {
        Map<LanguageTag, Review> more = new TreeMap<>(reviews);
        languages.forEach(language -> more.put(language, review));
        return new Editing(written, more);
    }

    /** Returns this without reviews of these. */
    public Editing done(Set<LanguageTag> languages) {
        Map<LanguageTag, Review> fewer = new TreeMap<>(reviews);
        fewer.keySet().removeAll(languages);
        return new Editing(written, fewer);
    }

    /** Returns whether a text is older than that of the first language. */
    public boolean isOutdated(LanguageTag first, LanguageTag language) {
        return writtenAt(language) < writtenAt(first);
    }
}
