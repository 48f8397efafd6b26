// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.content.ContentUse;
import dev.portalblocks.core.content.ContentUseStore;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The promises of {@link ContentUseStore}: implement it in a test class and return the store to be tested. */
@ContractOf(ContentUseStore.class)
public interface ContentUseStoreContract {
    /** The tenant of most uses. */
    TenantId ACME = TenantId.of("acme");

    /** The bytes of most uses. */
    ContentRef REF = ContentRef.of(new UUID(-1, -1));

    /** Returns a store without uses and its domain; asked once, at the beginning of each test. */
    StoreFixture<ContentUseStore> fixture();

    /** By users of any name. */
    @Test
    @Promise(1)
    default void aUseThatIsThereIsNotAddedAgain() {
        StoreFixture<ContentUseStore> uses = fixture();
        for (String id : Awkward.identifiers()) {
            assertThat(add(uses, use(REF, id))).as(id).isTrue();
        }
        for (String id : Awkward.identifiers()) {
            assertThat(add(uses, use(REF, id))).as(id).isFalse();
        }
    }

    /** Not the other users', and not the same user's of other bytes. */
    @Test
    @Promise(2)
    default void oneUseIsRemoved() {
        StoreFixture<ContentUseStore> uses = fixture();
        ContentRef other = ContentRef.of(new UUID(1, 1));
        List<ContentUse> kept = List.of(use(REF, "2"), use(REF, "10"), use(other, "1"));
        add(uses, use(REF, "1"));
        kept.forEach(use -> add(uses, use));

        assertThat(remove(uses, use(REF, "1"))).isTrue();
        assertThat(remove(uses, use(REF, "1"))).isFalse();
        assertThat(remove(uses, use(REF, "3"))).isFalse();
        kept.forEach(use -> assertThat(remove(uses, use)).as("%s", use).isTrue());
    }

    /** From the first use to the last. */
    @Test
    @Promise(3)
    default void bytesAreUsedWhileSomebodyUsesThem() {
        StoreFixture<ContentUseStore> uses = fixture();
        add(uses, use(ContentRef.of(new UUID(-1, -2)), "1"));
        add(uses, use(ContentRef.of(new UUID(0, 0)), "1"));
        assertThat(isUsed(uses, ACME, REF)).isFalse();
        add(uses, use(REF, "1"));
        add(uses, use(REF, "2"));
        assertThat(isUsed(uses, ACME, REF)).isTrue();
        remove(uses, use(REF, "1"));
        assertThat(isUsed(uses, ACME, REF)).isTrue();
        remove(uses, use(REF, "2"));
        assertThat(isUsed(uses, ACME, REF)).isFalse();
    }

    /** Its own writes included. */
    @Test
    @Promise(3)
    default void aTransactionSeesItsOwnUses() {
        StoreFixture<ContentUseStore> uses = fixture();
        uses.change((tx, store) -> {
            store.add(tx, use(REF, "1"));
            assertThat(store.isUsed(tx, ACME, REF)).isTrue();
            store.remove(tx, use(REF, "1"));
            assertThat(store.isUsed(tx, ACME, REF)).isFalse();
        });
    }

    /** Whatever their names look like. */
    @Test
    @Promise(4)
    default void tenantsNeverMeet() {
        StoreFixture<ContentUseStore> uses = fixture();
        for (String name : Awkward.identifiers()) {
            TenantId tenant = TenantId.of(name);
            assertThat(isUsed(uses, tenant, REF)).as(name).isFalse();
            assertThat(add(uses, new ContentUse(tenant, REF, ObjectRef.of("message", "1"))))
                    .as(name)
                    .isTrue();
        }
        for (String name : Awkward.identifiers()) {
            ContentUse use = new ContentUse(TenantId.of(name), REF, ObjectRef.of("message", "1"));
            assertThat(remove(uses, use)).as(name).isTrue();
        }
    }

    /** Neither a use more nor one less. */
    @Test
    @Promise(5)
    default void aRolledBackTransactionLeavesNothing() {
        StoreFixture<ContentUseStore> uses = fixture();
        ContentRef other = ContentRef.of(new UUID(1, Seed.value()));
        add(uses, use(other, "1"));
        uses.rollBack((tx, store) -> {
            store.add(tx, use(REF, "1"));
            store.remove(tx, use(other, "1"));
        });

        assertThat(isUsed(uses, ACME, REF)).isFalse();
        assertThat(isUsed(uses, ACME, other)).isTrue();
    }

    private static ContentUse use(ContentRef ref, String user) {
        return new ContentUse(ACME, ref, ObjectRef.of("message", user));
    }

    private static boolean add(StoreFixture<ContentUseStore> uses, ContentUse use) {
        return uses.write((tx, store) -> store.add(tx, use));
    }

    private static boolean remove(StoreFixture<ContentUseStore> uses, ContentUse use) {
        return uses.write((tx, store) -> store.remove(tx, use));
    }

    private static boolean isUsed(StoreFixture<ContentUseStore> uses, TenantId tenant, ContentRef ref) {
        return uses.read((tx, store) -> store.isUsed(tx, tenant, ref));
    }
}
