// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.publishing;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.publishing.model.Editing;
import dev.portalblocks.publishing.model.EditorialContent;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.publishing.model.TextOrigin;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an editor publishes.
 *
 * @param <C> what editors write
 * @param content what the editor wrote
 * @param languages in which languages it is published
 * @param isWhole whether what readers see in other languages goes
 * @param from since when
 * @param until until when; null for ever
 * @param nextPlan from when on what was planned before holds nonetheless; null where nothing does
 */
public record Publication<C extends EditorialContent<C>>(
        C content,
        Set<LanguageTag> languages,
        boolean isWhole,
        Instant from,
        @Nullable Instant until,
        @Nullable Instant nextPlan) {
    /** Takes what an editor publishes, who knows of what was planned for later. */
    public Publication(C content, Set<LanguageTag> languages, boolean isWhole, Instant from, @Nullable Instant until) {
        this(content, languages, isWhole, from, until, null);
    }

    /** Returns the revision that readers see where they saw this one, or nothing, before. */
    Revision<C> after(@Nullable Revision<C> before, long number, Editing editing) {
        Map<LanguageTag, TextOrigin> origins = new HashMap<>();
        content.texts()
                .forEach((language, text) -> origins.put(
                        language,
                        new TextOrigin(
                                cameBy(before, language, text, number), Math.max(1, editing.writtenAt(language)))));
        Revision<C> said = new Revision<>(number, content, origins, from);
        return isWhole
                ? said
                : Objects.requireNonNull(Revisions.replaced(before, said, languages), "it says something");
    }

    /** A text that was there already came by the revision that it came by. */
    private static <C extends EditorialContent<C>> long cameBy(
            @Nullable Revision<C> before, LanguageTag language, Object text, long number) {
        TextOrigin known = before == null ? null : before.origins().get(language);
        boolean isSame = before != null && text.equals(before.content().texts().get(language));
        return known != null && isSame ? known.revision() : number;
    }

    /** Returns what readers see of this one when the publication is over. */
    @Nullable
    Revision<C> over(@Nullable Revision<C> shown) {
        return isWhole ? null : Revisions.without(shown, languages);
    }
}
