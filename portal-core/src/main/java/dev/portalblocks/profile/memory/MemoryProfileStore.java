// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.profile.memory;

import dev.portalblocks.core.access.AccessLabel;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import dev.portalblocks.profile.spi.ProfileStore;
import dev.portalblocks.profile.spi.StoredProfile;
import dev.portalblocks.profile.spi.StoredProfileChange;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Profiles and their changes in memory. */
final class MemoryProfileStore implements ProfileStore {
    private static final Comparator<Owner> BY_OWNER = Comparator.comparing(
                    (Owner owner) -> owner.tenant().value())
            .thenComparing(owner -> owner.customer().value());

    private final MemoryTable<Owner, StoredProfile> profiles;
    private final MemoryTable<ChangeKey, StoredProfileChange> changes;

    MemoryProfileStore(Memory memory) {
        profiles = memory.table("profile", BY_OWNER);
        changes = memory.table(
                "profile.change",
                Comparator.comparing(ChangeKey::owner, BY_OWNER).thenComparing(ChangeKey::place));
    }

    @Override
    public Optional<StoredProfile> find(Tx tx, Scope scope, CustomerId customer) {
        return profiles.find(tx, new Owner(scope.tenant(), customer)).filter(found -> scope.covers(found.label()));
    }

    @Override
    public Optional<Stamp> findVersion(Tx tx, Scope scope, CustomerId customer) {
        return find(tx, scope, customer).map(found -> new Stamp(found.version(), found.changedAt()));
    }

    @Override
    public Optional<StoredProfile> findForUpdate(Tx tx, Scope scope, CustomerId customer) {
        Owner owner = new Owner(scope.tenant(), customer);
        return scope.covers(owner.label()) ? profiles.findForUpdate(tx, owner) : Optional.empty();
    }

    @Override
    public boolean insert(Tx tx, StoredProfile profile) {
        return profiles.insert(tx, Owner.of(profile), profile);
    }

    @Override
    public boolean update(Tx tx, StoredProfile profile) {
        Owner owner = Owner.of(profile);
        boolean expected = profiles.findForUpdate(tx, owner)
                .filter(now -> now.version() == profile.version() - 1)
                .isPresent();
        if (expected) {
            profiles.put(tx, owner, profile);
        }
        return expected;
    }

    @Override
    public void appendChange(Tx tx, StoredProfileChange change) {
        Owner owner = new Owner(change.tenant(), change.customer());
        changes.put(tx, new ChangeKey(owner, ProfileStore.place(change.change().version())), change);
    }

    @Override
    public List<StoredProfileChange> changes(
            Tx tx, Scope scope, CustomerId customer, @Nullable Keyset after, int limit) {
        Owner owner = new Owner(scope.tenant(), customer);
        if (!scope.covers(owner.label())) {
            return List.of();
        }
        Keyset place = after == null ? new Keyset("", "") : after;
        return changes.after(tx, new ChangeKey(owner, place))
                .takeWhile(row -> row.getKey().owner().equals(owner))
                .map(Map.Entry::getValue)
                .limit(limit)
                .toList();
    }

    private record Owner(TenantId tenant, CustomerId customer) {
        static Owner of(StoredProfile profile) {
            return new Owner(profile.tenant(), profile.customer());
        }

        AccessLabel label() {
            return AccessLabel.of(tenant).ownedBy(customer);
        }
    }

    private record ChangeKey(Owner owner, Keyset place) {}
}
