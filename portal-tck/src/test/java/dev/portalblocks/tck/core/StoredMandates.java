// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.mandate.MandateId;
import dev.portalblocks.core.mandate.MandateSource;
import dev.portalblocks.core.mandate.MandateStore;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.tck.Seed;
import java.util.SplittableRandom;

/** A store of mandates as a source. */
class StoredMandates implements MandateSourceContract.Filled {
    private final MandateStore store;
    private final SplittableRandom random = Seed.random();

    StoredMandates(MandateStore store) {
        this.store = store;
    }

    @Override
    public MandateSource source() {
        return store;
    }

    @Override
    public void give(Tx tx, TenantId tenant, CustomerId holder, CustomerId principal, Mandate.Terms terms) {
        store.insert(tx, new Mandate(tenant, MandateId.of(Seed.uuid(random)), holder, principal, terms, null, 1));
    }

    @Override
    public void takeBack(Tx tx, TenantId tenant, CustomerId holder, CustomerId principal) {
        MandateStore.Query query = new MandateStore.Query(MandateStore.Side.HOLDER, holder, null);
        store.list(tx, Scope.wholeTenant(tenant), query, null, 1_000).stream()
                .filter(mandate -> mandate.principal().equals(principal))
                .forEach(mandate -> store.update(tx, mandate.revoked(Mandates.NOON), mandate.version()));
    }
}
