// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.publishing.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.portalblocks.core.model.LanguageTag;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What was published at one time: what its readers saw then, in all languages in which it was published.
 *
 * @param <C> what editors write
 * @param number 1 for the first of its kind
 * @param content what it said
 * @param origins where the text of each language comes from
 * @param publishedAt since when it is shown, or was planned to be
 */
public record Revision<C extends EditorialContent<C>>(
        long number,
        C content,
        Map<LanguageTag, TextOrigin> origins,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant publishedAt) {
    /** Copies the origins, in the order of their languages; none when JSON names none. */
    public Revision {
        origins = origins == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(origins));
    }

    /** Returns a revision all of whose texts came with it. */
    public static <C extends EditorialContent<C>> Revision<C> of(long number, C content, Instant publishedAt) {
        TextOrigin origin = new TextOrigin(number, 1);
        return new Revision<>(
                number,
                content,
                content.texts().keySet().stream().collect(Collectors.toMap(Function.identity(), text -> origin)),
                publishedAt);
    }

    /** Returns this revision, saying something else of the same texts. */
    public Revision<C> saying(C other) {
        return new Revision<>(number, other, origins, publishedAt);
    }

    /** Returns whether the text that it was written in first has changed since this one was written. */
    public boolean isOutdated(LanguageTag language) {
        TextOrigin first = origins.get(content.language());
        TextOrigin translation = origins.get(language);
        return first != null && translation != null && translation.written() < first.written();
    }
}
