// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.sound.core.tx;

import java.util.function.Function;

public interface TransactionDomain {
    <T> T inTransaction(Function<Tx, T> work);
}
