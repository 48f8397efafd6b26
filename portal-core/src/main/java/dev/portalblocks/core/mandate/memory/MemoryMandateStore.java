// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.mandate.memory;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.mandate.MandateId;
import dev.portalblocks.core.mandate.MandateStore;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Mandates in memory: the rows, and beside them the ids that a customer has on each side. */
public final class MemoryMandateStore implements MandateStore {
    private static final Comparator<Party> BY_PARTY = Comparator.comparing(
                    (Party party) -> party.tenant().value())
            .thenComparing(party -> party.customer().value());

    private final MemoryTable<Key, Mandate> mandates;
    private final MemoryTable<Place, MandateId> places;
    private final MemoryTable<Party, Boolean> locks;

    /** Keeps the mandates in this memory. */
    public MemoryMandateStore(Memory memory) {
        mandates = memory.table(
                "core.mandate",
                Comparator.comparing((Key key) -> key.tenant().value()).thenComparing(Key::id));
        places = memory.table(
                "core.mandate.party",
                Comparator.comparing(Place::party, BY_PARTY)
                        .thenComparing(Place::side)
                        .thenComparing(Place::id));
        locks = memory.table("core.mandate.lock", BY_PARTY);
    }

    @Override
    public List<Mandate.Terms> termsOf(Tx tx, TenantId tenant, CustomerId holder, CustomerId principal) {
        return behind(tx, new Party(tenant, holder), Side.HOLDER, "")
                .filter(mandate -> mandate.principal().equals(principal) && mandate.revokedAt() == null)
                .map(Mandate::terms)
                .toList();
    }

    @Override
    public Optional<Mandate> find(Tx tx, Scope scope, MandateId id) {
        return mandates.find(tx, Key.of(scope.tenant(), id)).filter(found -> found.isWithin(scope));
    }

    @Override
    public Optional<Mandate> findForUpdate(Tx tx, Scope scope, MandateId id) {
        return find(tx, scope, id).flatMap(found -> mandates.findForUpdate(tx, Key.of(scope.tenant(), id)));
    }

    @Override
    public boolean insert(Tx tx, Mandate mandate) {
        boolean free = mandates.insert(tx, Key.of(mandate.tenant(), mandate.id()), mandate);
        if (free) {
            places.put(tx, Place.of(mandate, Side.HOLDER), mandate.id());
            places.put(tx, Place.of(mandate, Side.PRINCIPAL), mandate.id());
        }
        return free;
    }

    @Override
    public boolean update(Tx tx, Mandate mandate, long expectedVersion) {
        Key key = Key.of(mandate.tenant(), mandate.id());
        boolean expected = mandates.findForUpdate(tx, key)
                .filter(now -> now.version() == expectedVersion)
                .isPresent();
        if (expected) {
            mandates.put(tx, key, mandate);
        }
        return expected;
    }

    @Override
    public List<Mandate> list(Tx tx, Scope scope, Query query, @Nullable Keyset after, int limit) {
        Party party = new Party(scope.tenant(), query.customer());
        return behind(tx, party, query.side(), after == null ? "" : after.id())
                .filter(mandate -> query.asksFor(mandate) && mandate.isWithin(scope))
                .limit(limit)
                .toList();
    }

    @Override
    public void lock(Tx tx, Scope scope, CustomerId customer) {
        locks.findForUpdate(tx, new Party(scope.tenant(), customer));
    }

    private Stream<Mandate> behind(Tx tx, Party party, Side side, String id) {
        return places.after(tx, new Place(party, side, id))
                .takeWhile(row ->
                        row.getKey().party().equals(party) && row.getKey().side() == side)
                .map(Map.Entry::getValue)
                .flatMap(found -> mandates.find(tx, Key.of(party.tenant(), found)).stream());
    }

    private record Party(TenantId tenant, CustomerId customer) {}

    private record Key(TenantId tenant, String id) {
        static Key of(TenantId tenant, MandateId id) {
            return new Key(tenant, id.toString());
        }
    }

    private record Place(Party party, Side side, String id) {
        static Place of(Mandate mandate, Side side) {
            CustomerId customer = side == Side.HOLDER ? mandate.holder() : mandate.principal();
            return new Place(
                    new Party(mandate.tenant(), customer), side, mandate.id().toString());
        }
    }
}
