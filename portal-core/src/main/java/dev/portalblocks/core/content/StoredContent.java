// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.content;

import dev.portalblocks.core.access.AccessLabel;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.core.model.PersonalData;
import dev.portalblocks.core.model.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of stored bytes. Its row is committed before the first byte is written and removed after the last one is
 * gone, so that no bytes are without a row.
 *
 * @param tenant whose portal
 * @param ref under which the bytes are kept
 * @param customer whose they are; null when they are the company's own
 * @param state where they stand
 * @param facts what was found out about them; null while they are staged
 * @param uses how many objects use them
 * @param touchedAt since when nothing has happened: their upload was alive, or their last use ended, or they were handed
 *     to a new upload of equal bytes
 * @param version 1 for the first, one more with each change
 */
public record StoredContent(
        TenantId tenant,

        @NotPersonal("a reference that the library made") ContentRef ref,

        @Nullable CustomerId customer,
        ContentState state,

        @PersonalData(category = PersonalData.Category.CONTENT, purpose = "keeping what was handed in undamaged")
        @Nullable
        Facts facts,

        @NotPersonal("a number") int uses,
        Instant touchedAt,
        long version) {

    /**
     * What is found out about bytes while they are written.
     *
     * @param bytes how many, and their hash
     * @param mediaType their type by their content, {@code application/pdf}
     */
    public record Facts(StoredBytes bytes, String mediaType) {}

    /** Returns the row of bytes that are about to be written. */
    public static StoredContent staged(TenantId tenant, ContentRef ref, @Nullable CustomerId customer, Instant now) {
        return new StoredContent(tenant, ref, customer, ContentState.STAGED, null, 0, now, 1);
    }

    /** Returns what a scope decides by. */
    public AccessLabel label() {
        AccessLabel label = AccessLabel.of(tenant);
        return customer == null ? label : label.ownedBy(customer);
    }

    /** Returns whether the bytes can be used and opened. */
    public boolean isLive() {
        return state == ContentState.LIVE;
    }

    /**
     * Returns size and hash.
     *
     * @throws IllegalStateException while the bytes are staged
     */
    public StoredBytes bytes() {
        return known().bytes();
    }

    /**
     * Returns the type that the bytes have by their content.
     *
     * @throws IllegalStateException while the bytes are staged
     */
    public String mediaType() {
        return known().mediaType();
    }

    /** Returns the next version: live, with what was found out. */
    public StoredContent live(Facts found, Instant now) {
        return new StoredContent(tenant, ref, customer, ContentState.LIVE, found, uses, now, version + 1);
    }

    /** Returns the next version: dying. */
    public StoredContent dying() {
        return new StoredContent(tenant, ref, customer, ContentState.DYING, facts, uses, touchedAt, version + 1);
    }

    /** Returns the next version: alive at this instant. */
    public StoredContent touched(Instant now) {
        return new StoredContent(tenant, ref, customer, state, facts, uses, now, version + 1);
    }

    /** Returns the next version: with this number of uses since this instant. */
    public StoredContent used(int count, Instant now) {
        return new StoredContent(tenant, ref, customer, state, facts, count, now, version + 1);
    }

    private Facts known() {
        if (facts == null) {
            throw new IllegalStateException("Nothing is known of staged bytes");
        }
        return facts;
    }
}
