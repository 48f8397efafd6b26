// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import jakarta.validation.constraints.NotNull;

/**
 * Removes what a reader wrote about an article; whether it helped stays.
 *
 * @param feedback what was written, as the editor saw it
 */
public record RemoveFeedbackText(@NotNull FeedbackId feedback) {}
