// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

/** Where an article stands in its life. */
public enum ArticleState {
    /** Never published. */
    DRAFT("draft"),
    /** Readers see a published revision, or will, or did until a time that was planned; a draft may stand beside it. */
    PUBLISHED("published"),
    /** Taken out of sight by an editor; publishing brings it back, an import does not. */
    ARCHIVED("archived"),
    /** Taken out of sight by an import that no longer found its source; an import that does, or publishing, brings it back. */
    VANISHED("vanished");

    private final String label;

    ArticleState(String label) {
        this.label = label;
    }

    /** Returns the state as a scope names it. */
    public String label() {
        return label;
    }
}
