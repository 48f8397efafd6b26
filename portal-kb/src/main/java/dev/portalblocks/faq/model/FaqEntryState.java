// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

/** Where an entry stands in its life. */
public enum FaqEntryState {
    /** Never published: editors alone see it. */
    DRAFT("draft"),
    /** Readers of its audiences see what was published, or will, or did until a time that was planned; a draft may stand beside it. */
    PUBLISHED("published"),
    /** Taken out of the readers' sight; publishing brings it back. */
    WITHDRAWN("withdrawn");

    private final String label;

    FaqEntryState(String label) {
        this.label = label;
    }

    /** Returns the state as a scope names it. */
    public String label() {
        return label;
    }
}
