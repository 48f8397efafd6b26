// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.ways.messaging.spi;

import dev.portalblocks.tck.planted.ways.core.tx.Tx;

public interface LetterStore {
    void good(Tx tx, String letter);

    void late(String letter, Tx tx);

    void never();
}
