// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.ways.core.tx;

import java.util.function.Consumer;

public final class Database implements TransactionDomain {
    @Override
    public void run(Consumer<Tx> work) {
        work.accept(new Tx() {});
    }

    public String connection(Tx tx) {
        return tx.toString();
    }
}
