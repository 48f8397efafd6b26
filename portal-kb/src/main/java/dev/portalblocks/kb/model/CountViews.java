// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * Asks how often an article was seen.
 *
 * @param article which article
 * @param period on which days
 */
public record CountViews(
        @NotNull ArticleId article, @NotNull @Valid ViewPeriod period) {}
