// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.spi;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.kb.model.ArticleId;
import java.time.Instant;

/**
 * A name that an article has, or had, in addresses.
 *
 * @param tenant whose portal
 * @param language whose addresses
 * @param slug the name
 * @param article what is or was called so
 * @param since since when
 */
public record StoredSlug(
        TenantId tenant,

        @NotPersonal("a language of texts") LanguageTag language,

        @NotPersonal("a heading of the editors") String slug,

        ArticleId article,
        Instant since) {}
