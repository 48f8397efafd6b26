// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.marks.messaging.spi;

import dev.portalblocks.core.tx.Tx;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps letters, some of whose components nobody thought about. */
public interface LetterStore {
    Optional<StoredLetter> find(Tx tx, UUID id);

    void add(Tx tx, List<StoredStamp> stamps);
}
