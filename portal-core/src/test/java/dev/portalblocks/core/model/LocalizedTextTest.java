// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.model.LocalizedText.Localized;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalizedTextTest {
    private static final LanguageTag FRENCH = LanguageTag.of("fr");
    private static final LanguageTag SWISS = LanguageTag.of("de-CH");

    private final LocalizedText text =
            LocalizedText.german("Strasse").with(LanguageTag.ENGLISH, "street").with(SWISS, "Gasse");

    @Test
    void aReaderGetsTheirLanguage() {
        assertThat(text.resolve(SWISS, FRENCH)).isEqualTo(new Localized(SWISS, "Gasse"));
    }

    @Test
    void aReaderGetsWhatTheirLanguageFallsBackTo() {
        assertThat(text.resolve(LanguageTag.of("de-AT"), LanguageTag.ENGLISH))
                .isEqualTo(new Localized(LanguageTag.GERMAN, "Strasse"));
    }

    @Test
    void aReaderOfAnotherLanguageGetsTheTenantsDefault() {
        assertThat(text.resolve(FRENCH, LanguageTag.of("en-GB")))
                .isEqualTo(new Localized(LanguageTag.ENGLISH, "street"));
    }

    @Test
    void whereNothingFitsTheFirstOfAllIsServed() {
        assertThat(text.resolve(FRENCH, FRENCH)).isEqualTo(new Localized(LanguageTag.GERMAN, "Strasse"));
    }

    @Test
    void aTextWithoutALanguageIsRefused() {
        assertThatThrownBy(() -> LocalizedText.of(Map.of()))
                .isInstanceOfSatisfying(
                        PortalException.InvalidInput.class,
                        e -> assertThat(e.code()).isEqualTo("localized-text.empty"));
    }

    @Test
    void textsAreCopiedAndKeptInTheOrderOfTheirTags() {
        Map<LanguageTag, String> given = new HashMap<>(Map.of(LanguageTag.GERMAN, "a"));
        LocalizedText copy = LocalizedText.of(given);
        given.put(FRENCH, "b");
        assertThat(copy).isEqualTo(LocalizedText.german("a"));
        assertThat(text.texts().keySet()).containsExactly(LanguageTag.GERMAN, SWISS, LanguageTag.ENGLISH);
        assertThatThrownBy(() -> text.texts().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
