// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.sound.core.operation;

import dev.portalblocks.tck.planted.sound.core.tx.TransactionDomain;

public final class Way {
    private final TransactionDomain domain;

    public Way(TransactionDomain domain) {
        this.domain = domain;
    }

    public boolean go() {
        return domain.inTransaction(tx -> tx.isOpen());
    }
}
