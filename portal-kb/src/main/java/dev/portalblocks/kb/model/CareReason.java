// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

/** Why an article needs somebody's care. */
public enum CareReason {
    /** The day until which somebody had to look at it is over. */
    REVIEW_OVERDUE,
    /** In a language, the last text that readers see now or will was written before the first language's, and not confirmed since. */
    TRANSLATION_OUTDATED,
    /** Nobody changed it, text or settings, for so many days. */
    UNCHANGED,
    /** Of those who voted on the latest revision that anybody voted on, and they are enough, it helped too few. */
    UNHELPFUL,
    /** Nobody saw it, and nobody changed it, for so many days. */
    UNSEEN
}
