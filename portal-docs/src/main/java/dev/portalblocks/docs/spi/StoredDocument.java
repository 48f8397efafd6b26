// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.spi;

import dev.portalblocks.core.access.AccessLabel;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.PersonalData;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.docs.model.DocumentId;
import dev.portalblocks.docs.model.DocumentVersion;
import dev.portalblocks.docs.model.FolderId;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A document as it is stored.
 *
 * @param tenant whose portal
 * @param id names it for good
 * @param customer whose document; never changes
 * @param folder in which folder it stands; null at the top
 * @param name as it was written
 * @param current the version that is shown
 * @param version 1 for the first
 * @param addedAt when it was added; never changes
 * @param changedAt when it was changed last
 */
public record StoredDocument(
        TenantId tenant,
        DocumentId id,
        CustomerId customer,
        @Nullable FolderId folder,

        @PersonalData(category = PersonalData.Category.CONTENT, purpose = "showing customers their documents")
        String name,

        @PersonalData(category = PersonalData.Category.CONTENT, purpose = "finding the bytes and telling damaged ones")
        DocumentVersion current,

        long version,
        Instant addedAt,
        Instant changedAt) {

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    /** Returns what a scope decides by. */
    public AccessLabel label() {
        return AccessLabel.of(tenant).ownedBy(customer);
    }

    /**
     * Returns where it stands among the documents of its customer, the latest first: the microseconds that are left to the
     * end of the year 9999 as 18 digits, then the text of its id.
     */
    public Keyset place() {
        long left = micros(LAST) - micros(addedAt);
        return new Keyset(Keyset.digits(left, 18), id.toString());
    }

    /** Returns the next version, under another name. */
    public StoredDocument named(String other, Instant now) {
        return new StoredDocument(tenant, id, customer, folder, other, current, version + 1, addedAt, now);
    }

    /** Returns the next version, in another folder; null for the top. */
    public StoredDocument in(@Nullable FolderId other, Instant now) {
        return new StoredDocument(tenant, id, customer, other, name, current, version + 1, addedAt, now);
    }

    /** Returns the next version, with other bytes. */
    public StoredDocument showing(DocumentVersion next) {
        return new StoredDocument(tenant, id, customer, folder, name, next, version + 1, addedAt, next.at());
    }

    private static long micros(Instant instant) {
        return TimeUnit.SECONDS.toMicros(instant.getEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(instant.getNano());
    }
}
