// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.portalblocks.core.model.TextPatterns;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Says who answers for an article, and until when somebody has to look at it.
 *
 * @param article which article
 * @param owner a login of the staff, one line of 1 to 100 characters; null for nobody
 * @param reviewBy a day of the tenant's calendar, from the year 1 to 9998; null for never
 * @param expectedVersion the version that the editor saw; null for whatever is there
 */
public record AssignArticle(
        @NotNull ArticleId article,

        @Size(min = 1, max = 100) @Pattern(regexp = TextPatterns.ONE_LINE) @Nullable
        String owner,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        LocalDate reviewBy,

        @Nullable Long expectedVersion) {
    /** Returns the command for whatever is there. */
    public static AssignArticle of(ArticleId article, @Nullable String owner, @Nullable LocalDate reviewBy) {
        return new AssignArticle(article, owner, reviewBy, null);
    }

    /** Returns this command for the version that the editor saw. */
    public AssignArticle expecting(long version) {
        return new AssignArticle(article, owner, reviewBy, version);
    }
}
