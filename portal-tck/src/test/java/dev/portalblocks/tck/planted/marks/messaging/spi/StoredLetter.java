// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.marks.messaging.spi;

import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.core.model.PersonalData;
import dev.portalblocks.core.model.TenantId;
import java.lang.annotation.ElementType;
import java.time.Instant;
import java.util.UUID;

/** Marks all but two of its components. */
public record StoredLetter(
        TenantId tenant,
        UUID id,
        ElementType kind,

        @PersonalData(category = PersonalData.Category.CONTENT, purpose = "being read")
        String text,

        @NotPersonal("a number") long pages,
        String sender,
        long weight,
        long version,
        Instant at) {}
