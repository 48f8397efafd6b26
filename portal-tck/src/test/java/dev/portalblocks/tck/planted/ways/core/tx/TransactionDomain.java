// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.ways.core.tx;

import java.util.function.Consumer;

public interface TransactionDomain {
    void run(Consumer<Tx> work);
}
