// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import dev.portalblocks.core.model.LanguageTag;

/**
 * How far articles are translated into a language. What counts are articles of which readers see something now or will, as planned.
 *
 * @param language the language
 * @param articles how many articles there are in all, the same for each language
 * @param translated in how many of them readers see a text in this language now or will
 * @param outdated in how many of those the text that they see last was written before the first language's, and not confirmed since
 */
public record LanguageCoverage(LanguageTag language, int articles, int translated, int outdated) {
    /** Returns in how many articles there is no text in this language. */
    public int missing() {
        return articles - translated;
    }
}
