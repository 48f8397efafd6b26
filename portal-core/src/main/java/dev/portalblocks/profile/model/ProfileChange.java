// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.profile.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.portalblocks.core.model.Actor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one change did to a profile.
 *
 * @param version the version that it made
 * @param at when
 * @param by what sort of actor did it
 * @param fields what is different since, in the order of {@link ProfileData}
 */
public record ProfileChange(
        long version,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at,
        Actor.Kind by,
        List<Field> fields) {
    /** Copies the fields. */
    public ProfileChange {
        fields = List.copyOf(fields);
    }

    /**
     * One field before and after.
     *
     * @param name name of the component of {@link ProfileData}
     * @param before null where there was nothing
     * @param after null where it was cleared
     */
    public record Field(
            String name, @Nullable String before, @Nullable String after) {
        /** Names the field only. */
        @Override
        public String toString() {
            return name;
        }
    }
}
