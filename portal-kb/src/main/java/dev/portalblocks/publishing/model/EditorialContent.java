// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.publishing.model;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that editors write of one thing: texts by language, and for whom and where they stand. Immutable.
 *
 * @param <C> the content itself
 */
public interface EditorialContent<C extends EditorialContent<C>> {
    /** Returns the language that it was written in first; a reader for whom there is no other gets it. */
    LanguageTag language();

    /** Returns what it says in each language, to be compared with {@code equals}. */
    Map<LanguageTag, ?> texts();

    /** Returns for whom it is. */
    Set<Audience> audiences();

    /** Returns this content in these languages only; without the first one, the next in order takes its place. */
    Optional<C> only(Set<LanguageTag> some);

    /**
     * Returns this content with the texts of the other beside its own; for whom and where it stands, as it says.
     *
     * @param rest content in none of the languages of this one
     * @param first the language that both together were written in first, if one of them has a text in it
     */
    C joining(C rest, LanguageTag first);

    /** Returns whether it stands at the same places as the other, for the same readers. */
    boolean isPlacedLike(C other);

    /** Returns this content at the places and for the readers of the other. */
    C placedLike(C other);

    /** Returns whether somebody who read these before, in one of their languages, may not read this. */
    default boolean isNarrowerThan(C before) {
        return !audiences().containsAll(before.audiences())
                || !texts().keySet().containsAll(before.texts().keySet());
    }
}
