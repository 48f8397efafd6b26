// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.sound.core.content;

public interface ContentStore {
    byte[] read(String key);

    void drop(String key);
}
