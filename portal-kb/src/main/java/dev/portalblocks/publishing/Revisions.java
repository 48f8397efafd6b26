// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.publishing;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.publishing.model.EditorialContent;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.publishing.model.TextOrigin;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of a revision where something else is said about some of its languages: pure; null stands for nothing that is shown. */
final class Revisions {
    private Revisions() {}

    /** Returns the revision in these languages only. */
    static <C extends EditorialContent<C>> @Nullable Revision<C> only(
            @Nullable Revision<C> revision, Set<LanguageTag> languages) {
        if (revision == null) {
            return null;
        }
        Map<LanguageTag, TextOrigin> origins = new HashMap<>(revision.origins());
        origins.keySet().retainAll(languages);
        return revision.content()
                .only(languages)
                .map(content -> of(revision, content, origins))
                .orElse(null);
    }

    /** Returns the revision without these languages. */
    static <C extends EditorialContent<C>> @Nullable Revision<C> without(
            @Nullable Revision<C> revision, Set<LanguageTag> languages) {
        if (revision == null) {
            return null;
        }
        Set<LanguageTag> left = new HashSet<>(revision.content().texts().keySet());
        left.removeAll(languages);
        return only(revision, left);
    }

    /**
     * Returns the first revision with what the second says in these languages, or doesn't say; for whom and where, as the second says. The
     * first keeps its number where it was planned for later than the second and something of it is left.
     */
    static <C extends EditorialContent<C>> @Nullable Revision<C> replaced(
            @Nullable Revision<C> before, @Nullable Revision<C> after, Set<LanguageTag> languages) {
        Revision<C> rest = without(before, languages);
        Revision<C> said = only(after, languages);
        if (rest == null || said == null || after == null) {
            return said == null ? rest : said;
        }
        return joined(rest, said, after.content().language());
    }

    private static <C extends EditorialContent<C>> Revision<C> joined(
            Revision<C> rest, Revision<C> said, LanguageTag first) {
        Map<LanguageTag, TextOrigin> origins = new HashMap<>(rest.origins());
        origins.putAll(said.origins());
        C content = said.content().joining(rest.content(), first);
        return of(rest.publishedAt().isAfter(said.publishedAt()) ? rest : said, content, origins);
    }

    /** Returns the revision for the readers and at the places of a content. */
    static <C extends EditorialContent<C>> @Nullable Revision<C> placed(@Nullable Revision<C> revision, C like) {
        return revision == null ? null : of(revision, revision.content().placedLike(like), revision.origins());
    }

    /** Returns the revision with a text that was confirmed at a version. */
    static <C extends EditorialContent<C>> @Nullable Revision<C> confirmed(
            @Nullable Revision<C> revision, LanguageTag language, long version) {
        if (revision == null) {
            return null;
        }
        Map<LanguageTag, TextOrigin> origins = new HashMap<>(revision.origins());
        origins.computeIfPresent(language, (same, origin) -> new TextOrigin(origin.revision(), version));
        return of(revision, revision.content(), origins);
    }

    private static <C extends EditorialContent<C>> Revision<C> of(
            Revision<C> revision, C content, Map<LanguageTag, TextOrigin> origins) {
        return new Revision<>(revision.number(), content, origins, revision.publishedAt());
    }
}
