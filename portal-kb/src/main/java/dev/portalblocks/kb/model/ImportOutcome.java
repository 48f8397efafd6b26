// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

/** What became of something that was imported. */
public enum ImportOutcome {
    /** An article was made. */
    NEW,
    /** A revision was made. */
    CHANGED,
    /** It says what the article said already. */
    UNCHANGED
}
