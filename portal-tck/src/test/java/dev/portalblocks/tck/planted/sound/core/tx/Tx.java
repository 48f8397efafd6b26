// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.sound.core.tx;

public interface Tx {
    boolean isOpen();

    boolean isJoined();
}
