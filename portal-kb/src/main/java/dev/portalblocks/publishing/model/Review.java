// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.publishing.model;

import dev.portalblocks.core.model.NotPersonal;
import org.jspecify.annotations.Nullable;

/**
 * How the review of a draft's text stands.
 *
 * @param state {@code IN_REVIEW} or {@code RETURNED}
 * @param note what the reviewer wants changed; null while it is in review, or where nothing was said
 */
public record Review(
        TextState state,

        @NotPersonal("what is to be changed in a text") @Nullable
        String note) {}
