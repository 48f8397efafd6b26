// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.portalblocks.core.model.LanguageTag;
import java.time.Instant;

/**
 * What an article is or was called in addresses.
 *
 * @param language whose addresses
 * @param slug the name
 * @param current whether it is called so now; else the name leads to it
 * @param since since when it has the name
 */
public record ArticleSlug(
        LanguageTag language,
        String slug,
        boolean current,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant since) {}
