// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.portalblocks.core.model.LanguageTag;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What was published at one time: the article as its readers saw it then, in all languages in which it was published.
 *
 * @param number 1 for the first of its article
 * @param content what it said
 * @param origins where the text of each language comes from
 * @param publishedAt since when it is shown, or was planned to be
 */
public record Revision(
        long number,
        ArticleContent content,
        Map<LanguageTag, TextOrigin> origins,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant publishedAt) {
    /** Copies the origins, in the order of their languages; none when JSON names none. */
    public Revision {
        origins = origins == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(origins));
    }

    /** Returns the revision of an article all of whose texts came with it. */
    public static Revision of(long number, ArticleContent content, Instant publishedAt) {
        TextOrigin origin = new TextOrigin(number, 1);
        return new Revision(
                number,
                content,
                content.texts().keySet().stream().collect(Collectors.toMap(Function.identity(), text -> origin)),
                publishedAt);
    }

    /** Returns this revision with what it says in none of these categories. */
    public Revision outOf(Set<CategoryId> gone) {
        if (content.categories().stream().noneMatch(gone::contains)) {
            return this;
        }
        CategoryId[] left = content.categories().stream()
                .filter(category -> !gone.contains(category))
                .toArray(CategoryId[]::new);
        return new Revision(number, content.in(left), origins, publishedAt);
    }

    /** Returns whether the text that the article was written in first has changed since this one was written. */
    public boolean isOutdated(LanguageTag language) {
        TextOrigin first = origins.get(content.language());
        TextOrigin translation = origins.get(language);
        return first != null && translation != null && translation.written() < first.written();
    }
}
