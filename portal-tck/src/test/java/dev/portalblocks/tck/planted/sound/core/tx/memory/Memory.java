// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.sound.core.tx.memory;

import dev.portalblocks.tck.planted.sound.core.tx.TransactionDomain;
import dev.portalblocks.tck.planted.sound.core.tx.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

public final class Memory implements TransactionDomain {
    private final List<String> changes = new ArrayList<>();

    @Override
    public <T> T inTransaction(Function<Tx, T> work) {
        throw new UnsupportedOperationException(String.valueOf(work));
    }

    public void log(Tx tx, String change) {
        changes.add(tx + change);
    }

    public List<String> changes() {
        return List.copyOf(changes);
    }
}
