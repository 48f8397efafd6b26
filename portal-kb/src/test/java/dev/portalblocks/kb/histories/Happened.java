// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.histories;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.kb.model.ArticleContent;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something that an editor did to an article, and that was not refused. */
sealed interface Happened {
    /** Returns when it was done. */
    Instant at();

    /** The draft was written: begun, edited, or taken from a revision. */
    record Wrote(Instant at, ArticleContent content) implements Happened {}

    /** Texts were published, from a moment until another; no languages stand for all. */
    record Published(
            Instant at,
            ArticleContent content,
            @Nullable Set<LanguageTag> languages,
            Instant from,
            @Nullable Instant until)
            implements Happened {}

    /** Texts were taken away from a moment on; no languages stand for all. */
    record Archived(Instant at, @Nullable Set<LanguageTag> languages, Instant from) implements Happened {}

    /** What was planned was given up; no languages stand for all. */
    record Kept(Instant at, @Nullable Set<LanguageTag> languages) implements Happened {}

    /** A translation was confirmed. */
    record Confirmed(Instant at, LanguageTag language) implements Happened {}
}
