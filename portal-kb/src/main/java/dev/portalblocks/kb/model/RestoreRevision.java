// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/**
 * Makes an earlier revision the article's draft, to be published again.
 *
 * @param article which article
 * @param revision the number of the revision
 * @param expectedVersion the version that the editor saw; null to replace whatever draft is there
 */
public record RestoreRevision(
        @NotNull ArticleId article,
        @Positive long revision,
        @Nullable Long expectedVersion) {
    /** Returns the command that replaces whatever draft is there. */
    public static RestoreRevision of(ArticleId article, long revision) {
        return new RestoreRevision(article, revision, null);
    }

    /** Returns this command for the version that the editor saw. */
    public RestoreRevision expecting(long version) {
        return new RestoreRevision(article, revision, version);
    }
}
