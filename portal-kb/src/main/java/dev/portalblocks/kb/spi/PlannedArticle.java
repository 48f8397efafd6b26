// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.spi;

import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.core.model.PersonalData;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleSettings;
import dev.portalblocks.publishing.model.Schedule;
import java.time.Instant;
import java.util.Optional;

/**
 * What readers may see of an article, whenever that is: what is over may be there, or not.
 *
 * @param id names it for good
 * @param stamp by which it is told that this is what is there
 * @param schedule when they see what; never empty
 * @param settings what is said of it beside its texts
 */
public record PlannedArticle(
        ArticleId id,
        @NotPersonal("a number, a moment and categories") ArticleStamp stamp,

        @NotPersonal("editorial text about products, not about persons")
        Schedule<ArticleContent> schedule,

        @PersonalData(category = PersonalData.Category.IDENTITY, purpose = "knowing who answers for an article")
        ArticleSettings settings) {
    /** Returns what readers see at this moment; one before the last change stands for that. */
    public Optional<PublishedArticle> shownAt(Instant moment) {
        return schedule.at(StoredArticle.known(moment, stamp.changedAt()))
                .map(showing -> new PublishedArticle(id, showing, settings));
    }
}
