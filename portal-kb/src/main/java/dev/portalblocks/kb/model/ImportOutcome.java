// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

/** What became of something that was imported. */
public enum ImportOutcome {
    /** An article was made. */
    NEW,
    /** A revision was made; of an article that an editor had archived, a draft. */
    CHANGED,
    /** It says what the article said already, or an archived article has a draft that is not to be lost. */
    UNCHANGED
}
