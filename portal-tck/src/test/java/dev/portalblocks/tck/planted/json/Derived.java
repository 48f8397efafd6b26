// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.json;

/** Says more than its components: what is derived goes out with them. */
public record Derived(String text) {
    /** Returns whether the text is empty. */
    public boolean isEmpty() {
        return text.isEmpty();
    }
}
