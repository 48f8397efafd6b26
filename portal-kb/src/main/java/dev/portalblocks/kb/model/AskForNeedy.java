// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the articles that need care.
 *
 * @param measures from when on one does
 * @param owner whose articles, by login; null for all and nobody's
 */
public record AskForNeedy(
        @NotNull @Valid HealthMeasures measures, @Nullable String owner) {
    /** Asks for everybody's and nobody's. */
    public static AskForNeedy ofAll(HealthMeasures measures) {
        return new AskForNeedy(measures, null);
    }

    /** Returns this question for the articles of one owner. */
    public AskForNeedy of(String login) {
        return new AskForNeedy(measures, login);
    }
}
