// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTest {
    @ParameterizedTest
    @CsvSource({
        "DE, de",
        "de-ch, de-CH",
        "ZH-hANT-tw, zh-Hant-TW",
        "de-CH-1996, de-CH-1996",
        "iw, he",
        "i-klingon, tlh",
        "zh-cmn, cmn",
        "de-x-amt, de-x-amt",
        "de-U-CO-phonebk, de-u-co-phonebk",
        "X-amt, x-amt"
    })
    void tagsAreBroughtIntoCanonicalForm(String given, String canonical) {
        assertThat(LanguageTag.of(given).value()).isEqualTo(canonical);
        assertThat(LanguageTag.of(given)).isEqualTo(LanguageTag.of(canonical));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "de_CH",
                "d",
                "deutschesprache",
                "de-",
                "-de",
                "de--CH",
                "und",
                "de-x",
                "de-u",
                "de ",
                "\u0430b",
                "de-abcdefgh-abcdefga-abcdefgb-abcdefgc",
                "de\n",
                "*",
                "%"
            })
    void whatIsNoTagIsRefused(String given) {
        assertThatThrownBy(() -> LanguageTag.of(given))
                .isInstanceOfSatisfying(
                        PortalException.InvalidInput.class,
                        e -> assertThat(e.code()).isEqualTo("language-tag.invalid"));
    }

    @ParameterizedTest
    @CsvSource({
        "de-CH, 'de-CH,de,en'",
        "de, 'de,en'",
        "en, 'en'",
        "en-GB, 'en-GB,en'",
        "zh-Hant-TW, 'zh-Hant-TW,zh-Hant,zh,en'",
        "de-x-amt, 'de-x-amt,de,en'",
        "de-x-a-b, 'de-x-a-b,de,en'",
        "de-CH-u-co-phonebk, 'de-CH-u-co-phonebk,de-CH-u-co,de-CH,de,en'",
        "de-a-foo-x-bar, 'de-a-foo-x-bar,de-a-foo,de,en'",
        "x-amt, 'x-amt,en'",
        "x-a-b, 'x-a-b,en'"
    })
    void theFallbackDropsWhatStandsLastAndEndsWithTheDefault(String wanted, String chain) {
        assertThat(LanguageTag.of(wanted).fallbackTo(LanguageTag.ENGLISH).stream()
                        .map(LanguageTag::value)
                        .toList())
                .isEqualTo(List.of(chain.split(",", -1)));
    }

    @Test
    void everyTagThatJavaKnowsHasACanonicalFormAndAChain() {
        Random random = new Random(4711);
        String[] parts = {
            "de", "CH", "Latn", "1996", "x", "a", "u", "co", "phonebk", "ab", "und", "cmn", "t", "12345678"
        };
        int valid = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(parts[random.nextInt(parts.length)]);
            for (int part = random.nextInt(6); part > 0; part--) {
                text.append('-').append(parts[random.nextInt(parts.length)]);
            }
            if (isTag(text.toString())) {
                valid++;
                LanguageTag tag = LanguageTag.of(text.toString());
                assertThat(LanguageTag.of(tag.value())).as("%s", text).isEqualTo(tag);
                assertThat(tag.fallbackTo(LanguageTag.GERMAN))
                        .startsWith(tag)
                        .contains(LanguageTag.GERMAN)
                        .doesNotHaveDuplicates();
                assertThat(tag.value()).startsWith(tag.language().value());
            }
        }
        assertThat(valid).isGreaterThan(500);
    }

    @Test
    void theFirstAvailableOfAChainIsServed() {
        List<LanguageTag> chain = LanguageTag.of("de-CH").fallbackTo(LanguageTag.ENGLISH);
        assertThat(LanguageTag.firstAvailable(chain, Set.of(LanguageTag.ENGLISH, LanguageTag.GERMAN)))
                .contains(LanguageTag.GERMAN);
        assertThat(LanguageTag.firstAvailable(chain, Set.of(LanguageTag.of("fr"))))
                .isEmpty();
    }

    @Test
    void aJavaLocaleComesBack() {
        assertThat(LanguageTag.of(Locale.GERMANY).locale()).isEqualTo(Locale.GERMANY);
        assertThat(LanguageTag.of("de-CH").language()).isEqualTo(LanguageTag.GERMAN);
    }

    private static boolean isTag(String text) {
        try {
            String tag = new Locale.Builder().setLanguageTag(text).build().toLanguageTag();
            return tag.length() <= 35 && !tag.startsWith("und");
        } catch (IllformedLocaleException e) {
            return false;
        }
    }
}
