// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.model;

import dev.portalblocks.core.model.TextPatterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Gives a conversation to another team. The old one does not reach it any more.
 *
 * @param conversation which one
 * @param team to whom, one line of 1 to 100 characters
 * @param expectedVersion the version that the agent saw; null for whatever is there
 */
public record HandOver(
        @NotNull ConversationId conversation,

        @NotBlank @Size(max = 100) @Pattern(regexp = TextPatterns.ONE_LINE)
        String team,

        @Nullable Long expectedVersion) {

    /** Returns the command for whatever is there. */
    public static HandOver of(ConversationId conversation, String team) {
        return new HandOver(conversation, team, null);
    }

    /** Returns this command for the version that the agent saw. */
    public HandOver expecting(long version) {
        return new HandOver(conversation, team, version);
    }
}
