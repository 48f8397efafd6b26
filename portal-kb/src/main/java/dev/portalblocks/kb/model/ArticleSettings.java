// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.portalblocks.core.model.LanguageTag;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an article beside its texts. It holds at once and at all times: no draft and no plan has other settings.
 *
 * @param slugs what the article is called in addresses now, by language
 * @param owner the login of who answers for it; null for nobody
 * @param reviewBy until when somebody has to look at it, a day of the tenant's calendar; null for never
 * @param related what is shown beside it, the most important first
 */
public record ArticleSettings(
        Map<LanguageTag, String> slugs,
        @Nullable String owner,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        LocalDate reviewBy,

        List<ArticleId> related) {
    private static final ArticleSettings NONE = new ArticleSettings(Map.of(), null, null, List.of());

    /** Copies the collections; empty when JSON names none. */
    public ArticleSettings {
        slugs = slugs == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(slugs));
        related = related == null ? List.of() : List.copyOf(related);
    }

    /** Returns that nothing is said. */
    public static ArticleSettings none() {
        return NONE;
    }

    /** Returns these with another slug in a language. */
    public ArticleSettings called(LanguageTag language, String slug) {
        Map<LanguageTag, String> more = new TreeMap<>(slugs);
        more.put(language, slug);
        return new ArticleSettings(more, owner, reviewBy, related);
    }

    /** Returns these with another owner and another day. */
    public ArticleSettings assigned(@Nullable String newOwner, @Nullable LocalDate newReviewBy) {
        return new ArticleSettings(slugs, newOwner, newReviewBy, related);
    }

    /** Returns these beside other articles. */
    public ArticleSettings relatedTo(List<ArticleId> others) {
        return new ArticleSettings(slugs, owner, reviewBy, others);
    }
}
