// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownloadNameTest {
    private static final String NASTY =
            "abc./\\:*?\"<>|%; ~-\u0000\n\r\t\u007F\u0085\u2028\u202E\u2066\u200F\uFEFF\u0301\u00E4\u05D0\uD83D\uDE00\uD800CONconlpt1";

    @ParameterizedTest
    @CsvSource({
        "Vertrag 2027.pdf, Vertrag 2027.pdf",
        "../../etc/passwd, _.._etc_passwd",
        "..\\..\\x, _.._x",
        "C:\\Windows, C__Windows",
        "CON, _CON",
        "con.txt, _con.txt",
        "Lpt9.tar.gz, _Lpt9.tar.gz",
        "com\u00B9, _com\u00B9",
        "nul .x, _nul .x",
        "CONTO, CONTO",
        "com10, com10",
        ".htaccess, htaccess",
        "-rf, rf",
        "~root, root",
        "'a. . ', a",
        "'  a  ', a",
        "'..', document",
        "'.', document",
        "cafe\u0301, caf\u00E9",
        "Re\u202Efdp.exe, Refdp.exe",
        "\u05D0\u200F1.pdf, \u05D01.pdf",
        "'a\"b', a_b",
        "'a;b%00', a_b_00"
    })
    void aNameBecomesOneThatEveryDiskTakes(String name, String expected) {
        assertThat(DownloadName.of(name).value()).isEqualTo(expected);
    }

    @Test
    void aLongNameKeepsItsExtension() {
        String name = DownloadName.of("\u00E4".repeat(251) + ".pdf").value();

        assertThat(name).endsWith("\u00E4.pdf");
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(250, 255);
        assertThat(DownloadName.of("a".repeat(10) + "." + "x".repeat(245))
                        .value()
                        .length())
                .isEqualTo(255);
    }

    @Test
    void theHeaderNamesItTwiceAndEndsNowhereElse() {
        assertThat(DownloadName.of("Gr\u00FC\u00DFe 1.pdf").asAttachment())
                .isEqualTo("attachment; filename=\"Gru_e 1.pdf\"; filename*=UTF-8''Gr%C3%BC%C3%9Fe%201.pdf");
    }

    @Test
    void whateverTheNameIsTheResultIsSafe() {
        long seed = Long.getLong("portal.seed", 4711);
        Random random = new Random(seed);
        for (int round = 0; round < 1_000; round++) {
            StringBuilder name = new StringBuilder();
            int length = random.nextInt(300);
            for (int i = 0; i < length; i++) {
                name.append(NASTY.charAt(random.nextInt(NASTY.length())));
            }
            String value = DownloadName.of(name.toString()).value();

            assertThat(value)
                    .as("of <%s> (-Dportal.seed=%d)", name, seed)
                    .isNotEmpty()
                    .doesNotContainPattern("[/\\\\:*?\"<>|%;\\p{Cc}\\p{Cs}\\u202E\\u2066\\u2028]")
                    .doesNotStartWith(".")
                    .doesNotEndWith(".")
                    .isEqualTo(value.strip())
                    .isEqualTo(Normalizer.normalize(value, Normalizer.Form.NFC))
                    .isEqualTo(DownloadName.of(value).value());
            assertThat(value.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(255);
            assertThat(DownloadName.of(value).asAttachment())
                    .matches("attachment; filename=\"[ !#-\\[\\]-~]*\"; filename\\*=UTF-8''[A-Za-z0-9._%-]+");
        }
    }
}
