// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.spi;

import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.Schedule;

/**
 * What readers may see of an article, whenever that is: what is over may be there, or not.
 *
 * @param id names it for good
 * @param schedule when they see what; never empty
 */
public record PlannedArticle(
        ArticleId id,

        @NotPersonal("editorial text about products, not about persons")
        Schedule schedule) {}
