// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.ContentRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a document consisted of at a time. It never changes.
 *
 * @param number 1 for the first, without gaps
 * @param content where its bytes are; a message can have them as its attachment
 * @param size number of its bytes
 * @param sha256 their SHA-256 as 64 lower-case hexadecimal digits
 * @param mediaType what the bytes are, as they say themselves: {@code application/pdf}
 * @param at when it was added
 * @param by what sort of actor added it
 * @param restoredFrom the number of the version that it brought back; null when its bytes were handed in
 */
public record DocumentVersion(
        int number,
        ContentRef content,
        long size,
        String sha256,
        String mediaType,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at,
        Actor.Kind by,
        @Nullable Integer restoredFrom) {}
