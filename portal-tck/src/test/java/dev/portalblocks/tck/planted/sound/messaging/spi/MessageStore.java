// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.sound.messaging.spi;

import dev.portalblocks.tck.planted.sound.core.tx.Tx;
import dev.portalblocks.tck.planted.sound.messaging.model.Choice;

public interface MessageStore {
    Choice append(Tx tx, Choice choice);

    void delete(Tx tx, Choice choice);
}
