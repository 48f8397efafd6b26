// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.Transcript.Line;
import dev.portalblocks.core.model.Transcript.Speaker;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final List<String> NAMES = List.of("Erika Mustermann", "Lena Groß");

    @Test
    void greetingsLeavesAndSignaturesAreTakenAway() {
        String text =
                "Sehr geehrte Frau Groß,\n\nwas zahlt ihr bei Hagel?\n\nMit freundlichen Grüßen\nErika Mustermann\nHauptstr. 1";

        assertThat(redacted(text)).isEqualTo("Was zahlt ihr bei Hagel?");
        assertThat(redacted("Hallo zusammen! Wann kommt das Geld?\nLG Erika")).isEqualTo("Wann kommt das Geld?");
        assertThat(redacted("Guten Morgen\nwas nun?")).isEqualTo("Was nun?");
        assertThat(redacted("Dear Lena, what now?\r\nKind regards,\r\nErika")).isEqualTo("What now?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Viele Grüße stehen mitten im Satz, wie hier.",
                "Liebevoll gepflegte Autos zahlen weniger.",
                "Hallodri versichert niemand."
            })
    void wordsThatOnlyLookLikeGreetingsStay(String text) {
        assertThat(redacted("Also: " + text)).isEqualTo("Also: " + text);
        if (!text.startsWith("Viele")) {
            assertThat(redacted(text)).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ich, Erika Mustermann, frage.|Ich, [name], frage.",
                "Frau MUSTERMANN ruft an.|Frau [name] ruft an.",
                "Das ist Erikas Vertrag.|Das ist [name] Vertrag.",
                "Ein Mustermannsches Problem|Ein Mustermannsches Problem",
                "groß geschrieben|[name] geschrieben",
            })
    void namesThatTheCallerKnowsAreTakenAway(String said, String left) {
        assertThat(redacted(said)).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bitte an DE89 3704 0044 0532 0130 00 zahlen.|Bitte an [iban] zahlen.",
                "Mail: Erika@Example.DE, danke|Mail: [e-mail], danke",
                "Tel. 0171/1234567 bitte|Tel. [telefon] bitte",
                "Vertrag 4711234 von 2024|Vertrag [nummer] von 2024",
                "Geboren am 12. März 1975 in Köln|Geboren am [datum] in Köln",
                "Mein Auto K-AB 123 steht.|Mein Auto [kennzeichen] steht.",
            })
    void whatLooksPersonalIsTakenAwayAndTheRestKeepsItsCase(String said, String left) {
        assertThat(redacted(said)).isEqualTo(left);
        assertThat(Redaction.of(left)).as("again").isEqualTo(left);
    }

    @Test
    void linesStayAndNoNumberReachesOverThem() {
        assertThat(redacted("Drei Schritte:\n1. melden\n2. warten\n3. lesen\n\n2025\n2026\n10\n11\n12"))
                .isEqualTo("Drei Schritte:\n1. melden\n2. warten\n3. lesen\n\n2025\n2026\n10\n11\n12");
    }

    @Test
    void theSubjectIsRedactedAndWhoSaidWhatWhenStays() {
        Transcript transcript = new Transcript(
                "Vertrag 4711234 von Erika",
                List.of(new Line(Speaker.CUSTOMER, "Was nun?", NOON), new Line(Speaker.COMPANY, "Das.", NOON)));

        assertThat(transcript.redacted(NAMES))
                .isEqualTo(new Transcript("Vertrag [nummer] von [name]", transcript.lines()));
    }

    private static String redacted(String text) {
        return new Transcript("", List.of(new Line(Speaker.CUSTOMER, text, NOON)))
                .redacted(NAMES)
                .lines()
                .get(0)
                .text();
    }
}
