// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.spi;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleState;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.publishing.model.Showing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What of an article's schedule tells how far it is translated into a language, at each moment: where it ends, and how it stands then. A
 * store that keeps it beside the article counts without reading texts.
 *
 * @param language the language
 * @param until when readers see a text in it for the last time, that moment excluded; null for ever
 * @param outdated whether the last that they see is {@linkplain Revision#isOutdated outdated}
 */
public record ShownText(LanguageTag language, @Nullable Instant until, boolean outdated) {
    /** Returns one for each language of an article's schedule, in the order of the languages; none of what is not published. */
    public static List<ShownText> of(StoredArticle article) {
        Map<LanguageTag, ShownText> last = new TreeMap<>();
        if (article.state() == ArticleState.PUBLISHED) {
            for (Showing<ArticleContent> showing : article.parts().schedule().showings()) {
                Revision<ArticleContent> revision = showing.revision();
                for (LanguageTag language : revision.content().texts().keySet()) {
                    last.put(language, new ShownText(language, showing.until(), revision.isOutdated(language)));
                }
            }
        }
        return List.copyOf(last.values());
    }

    /** Returns whether readers see a text in the language at this moment or later. */
    public boolean lasts(Instant since) {
        return until == null || since.isBefore(until);
    }
}
