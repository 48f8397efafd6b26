// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

/** Where an article stands in its life. */
public enum ArticleState {
    /** Never published. */
    DRAFT("draft"),
    /** Readers see its published revision; a draft may stand beside it. */
    PUBLISHED("published"),
    /** Taken out of sight; publishing brings it back. */
    ARCHIVED("archived");

    private final String label;

    ArticleState(String label) {
        this.label = label;
    }

    /** Returns the state as a scope names it. */
    public String label() {
        return label;
    }
}
