// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.ways.messaging;

import dev.portalblocks.tck.planted.ways.core.tx.Database;
import dev.portalblocks.tck.planted.ways.core.tx.TransactionDomain;
import dev.portalblocks.tck.planted.ways.core.tx.Tx;
import java.util.function.Consumer;

public final class Around {
    public void byDomain(TransactionDomain domain) {
        domain.run(tx -> {});
    }

    public void byImplementation(Database database) {
        database.run(tx -> {});
    }

    public Consumer<Consumer<Tx>> byReference(Database database) {
        return database::run;
    }

    public String allowed(Database database, Tx tx) {
        return database.connection(tx);
    }
}
