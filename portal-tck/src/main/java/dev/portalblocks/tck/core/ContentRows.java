// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.content.ContentCatalog;
import dev.portalblocks.core.content.ContentState;
import dev.portalblocks.core.content.StoredBytes;
import dev.portalblocks.core.content.StoredContent;
import dev.portalblocks.core.content.StoredContent.Facts;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The rows that the contract of the catalog is tried with. */
final class ContentRows {
    /** The states that a row goes through. */
    static final List<ContentState> STATES = List.of(ContentState.STAGED, ContentState.LIVE, ContentState.DYING);

    static final TenantId ACME = TenantId.of("acme");
    static final TenantId OTHER = TenantId.of("Acme");
    static final CustomerId ERIKA = CustomerId.of("4711");
    static final Instant NOON = Instant.parse("2027-01-01T12:00:00.000001Z");
    static final StoredBytes BYTES = new StoredBytes(5_000_000_000L, "0123456789abcdef".repeat(4));
    static final Scope ALL = Scope.wholeTenant(ACME);

    private ContentRows() {}

    static StoredContent staged(SplittableRandom random) {
        return staged(ACME, ERIKA, random);
    }

    static StoredContent staged(TenantId tenant, @Nullable CustomerId customer, SplittableRandom random) {
        return StoredContent.staged(tenant, ContentRef.of(Seed.uuid(random)), customer, NOON);
    }

    static StoredContent live(SplittableRandom random) {
        return live(ACME, ERIKA, BYTES, random);
    }

    static StoredContent live(
            TenantId tenant, @Nullable CustomerId customer, StoredBytes bytes, SplittableRandom random) {
        ContentRef ref = ContentRef.of(Seed.uuid(random));
        return row(tenant, ref, customer, ContentState.LIVE, new Facts(bytes, "application/pdf"));
    }

    static StoredContent row(
            TenantId tenant, ContentRef ref, @Nullable CustomerId customer, ContentState state, @Nullable Facts facts) {
        return new StoredContent(tenant, ref, customer, state, facts, 0, NOON, 1);
    }

    static StoredContent in(ContentState state, int uses, Instant touchedAt, SplittableRandom random) {
        Facts facts = state == ContentState.LIVE ? new Facts(BYTES, "text/plain") : null;
        return new StoredContent(ACME, ContentRef.of(Seed.uuid(random)), ERIKA, state, facts, uses, touchedAt, 1);
    }

    static boolean insert(StoreFixture<ContentCatalog> catalog, StoredContent row) {
        return catalog.write((tx, store) -> store.insert(tx, row));
    }

    static boolean update(StoreFixture<ContentCatalog> catalog, StoredContent row) {
        return catalog.write((tx, store) -> store.update(tx, row));
    }

    static Optional<StoredContent> find(StoreFixture<ContentCatalog> catalog, StoredContent row) {
        return catalog.read((tx, store) -> store.find(tx, Scope.wholeTenant(row.tenant()), row.ref()));
    }

    static Optional<StoredContent> findEqual(
            StoreFixture<ContentCatalog> catalog, @Nullable CustomerId customer, Facts facts) {
        return catalog.read((tx, store) -> store.findEqual(tx, ACME, customer, facts));
    }

    static List<StoredContent> list(StoreFixture<ContentCatalog> catalog, TenantId tenant) {
        return catalog.read((tx, store) -> store.list(tx, tenant, null, 1_000));
    }
}
