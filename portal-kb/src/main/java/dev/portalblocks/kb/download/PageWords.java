// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.download;

import dev.portalblocks.core.model.LanguageTag;

/**
 * The few words that a page has beside the article's own, in its language; for a language that is not known there are none.
 *
 * @param contents above the table of contents
 * @param transcript above what is said in a video or a sound
 * @param back what leads from a footnote to its place
 */
record PageWords(String contents, String transcript, String back) {
    static PageWords of(LanguageTag language) {
        return switch (language.toString().split("-", -1)[0]) {
            case "de" -> new PageWords("Inhalt", "Mitschrift", "Zurück zum Text");
            case "en" -> new PageWords("Contents", "Transcript", "Back to the text");
            default -> new PageWords("", "", "");
        };
    }
}
