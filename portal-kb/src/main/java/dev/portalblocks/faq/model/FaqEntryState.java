// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

/** Whether readers see an entry. */
public enum FaqEntryState {
    /** Not published yet, or withdrawn: editors alone see it. */
    DRAFT("draft"),
    /** Readers of its audiences see it. */
    PUBLISHED("published");

    private final String label;

    FaqEntryState(String label) {
        this.label = label;
    }

    /** Returns the state as a scope names it. */
    public String label() {
        return label;
    }
}
