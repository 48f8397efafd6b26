// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning.model;

/** What would help those who asked. */
public enum Advice {
    /** There is nothing: write it. */
    WRITE,
    /** There is something in another language: translate it. */
    TRANSLATE,
    /** There is something for another audience: open it, or write what these readers may see. */
    OPEN,
    /** Something was found that nobody opened, or after which they wrote all the same: make it better. */
    IMPROVE
}
