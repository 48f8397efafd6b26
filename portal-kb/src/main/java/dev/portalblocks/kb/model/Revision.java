// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;

/**
 * What was published at one time.
 *
 * @param number 1 for the first of its article
 * @param content what it said
 * @param publishedAt when
 */
public record Revision(
        long number,
        ArticleContent content,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant publishedAt) {}
