// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleText;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.model.Editing;
import dev.portalblocks.kb.model.Revision;
import dev.portalblocks.kb.model.TextOrigin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an editor publishes.
 *
 * @param content what the editor wrote
 * @param languages in which languages it is published
 * @param isWhole whether what readers see in other languages goes
 * @param from since when
 * @param until until when; null for ever
 * @param nextPlan from when on what was planned before holds nonetheless; null where nothing does
 */
record Publication(
        ArticleContent content,
        Set<LanguageTag> languages,
        boolean isWhole,
        Instant from,
        @Nullable Instant until,
        @Nullable Instant nextPlan) {
    /** Takes what an editor publishes, who knows of what was planned for later. */
    Publication(
            ArticleContent content,
            Set<LanguageTag> languages,
            boolean isWhole,
            Instant from,
            @Nullable Instant until) {
        this(content, languages, isWhole, from, until, null);
    }

    /** Returns the revision that readers see after this one. What is planned for a later moment stays what it is in other languages. */
    Revision after(@Nullable Revision before, long number, Editing editing) {
        Map<LanguageTag, ArticleText> texts = new TreeMap<>();
        Map<LanguageTag, TextOrigin> origins = new HashMap<>();
        if (before != null && !isWhole) {
            texts.putAll(before.content().texts());
            origins.putAll(before.origins());
        }
        content.texts().forEach((language, text) -> {
            if (languages.contains(language)) {
                texts.put(language, text);
                long revision = before == null ? number : revision(before, language, text, number);
                origins.put(language, new TextOrigin(revision, Math.max(1, editing.writtenAt(language))));
            }
        });
        boolean isLater = !isWhole && before != null && before.publishedAt().isAfter(from);
        Revision shown = before == null || !isLater ? new Revision(number, content, Map.of(), from) : before;
        return new Revision(shown.number(), joined(before, texts), origins, shown.publishedAt());
    }

    /** A text that was there already came by the revision that it came by. */
    private static long revision(Revision before, LanguageTag language, ArticleText text, long number) {
        TextOrigin known = before.origins().get(language);
        boolean isSame = text.equals(before.content().texts().get(language));
        return known != null && isSame ? known.revision() : number;
    }

    private ArticleContent joined(@Nullable Revision before, Map<LanguageTag, ArticleText> texts) {
        LanguageTag first = texts.containsKey(content.language())
                ? content.language()
                : texts.keySet().iterator().next();
        return new ArticleContent(
                first, texts, content.categories(), content.tags(), content.audiences(), assets(before));
    }

    /** What other languages show is still needed; of one path the newest counts. */
    private List<Asset> assets(@Nullable Revision before) {
        List<Asset> all = new ArrayList<>(content.assets());
        if (before != null
                && !isWhole
                && !languages.containsAll(before.content().texts().keySet())) {
            before.content().assets().stream()
                    .filter(old -> all.stream().noneMatch(asset -> asset.path().equals(old.path())))
                    .toList()
                    .forEach(all::add);
        }
        return all;
    }
}
