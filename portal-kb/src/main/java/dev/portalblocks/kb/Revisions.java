// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleText;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.model.Revision;
import dev.portalblocks.kb.model.TextOrigin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What becomes of a revision where something else is said about some of its languages: pure; null stands for nothing that is shown. */
final class Revisions {
    private Revisions() {}

    /** Returns the revision in these languages only. */
    static @Nullable Revision only(@Nullable Revision revision, Set<LanguageTag> languages) {
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
    static @Nullable Revision without(@Nullable Revision revision, Set<LanguageTag> languages) {
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
    static @Nullable Revision replaced(
            @Nullable Revision before, @Nullable Revision after, Set<LanguageTag> languages) {
        Revision rest = without(before, languages);
        Revision said = only(after, languages);
        if (rest == null || said == null || after == null) {
            return said == null ? rest : said;
        }
        return joined(rest, said, after.content().language());
    }

    private static Revision joined(Revision rest, Revision said, LanguageTag first) {
        Map<LanguageTag, ArticleText> texts = new TreeMap<>(rest.content().texts());
        texts.putAll(said.content().texts());
        Map<LanguageTag, TextOrigin> origins = new HashMap<>(rest.origins());
        origins.putAll(said.origins());
        ArticleContent place = said.content();
        ArticleContent content = new ArticleContent(
                texts.containsKey(first) ? first : texts.keySet().iterator().next(),
                texts,
                place.categories(),
                place.tags(),
                place.audiences(),
                assets(rest, said));
        return of(rest.publishedAt().isAfter(said.publishedAt()) ? rest : said, content, origins);
    }

    /** What other languages show is still needed; of one path the newest counts. */
    private static List<Asset> assets(Revision rest, Revision said) {
        List<Asset> all = new ArrayList<>(said.content().assets());
        rest.content().assets().stream()
                .filter(old -> said.content().assets().stream()
                        .noneMatch(asset -> asset.path().equals(old.path())))
                .forEach(all::add);
        return all;
    }

    /** Returns the revision for the readers, in the categories and under the tags of a content. */
    static @Nullable Revision placed(@Nullable Revision revision, ArticleContent like) {
        return revision == null ? null : of(revision, revision.content().placedLike(like), revision.origins());
    }

    /** Returns the revision with a text that was confirmed at a version. */
    static @Nullable Revision confirmed(@Nullable Revision revision, LanguageTag language, long version) {
        if (revision == null) {
            return null;
        }
        Map<LanguageTag, TextOrigin> origins = new HashMap<>(revision.origins());
        origins.computeIfPresent(language, (same, origin) -> new TextOrigin(origin.revision(), version));
        return of(revision, revision.content(), origins);
    }

    private static Revision of(Revision revision, ArticleContent content, Map<LanguageTag, TextOrigin> origins) {
        return new Revision(revision.number(), content, origins, revision.publishedAt());
    }
}
