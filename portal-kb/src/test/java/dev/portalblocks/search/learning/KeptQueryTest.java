// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptQueryTest {
    private static final List<String> PIECES = List.of(
            "erika",
            "@",
            "example.de",
            "(at)",
            " at ",
            "punkt",
            ".",
            "-",
            "/",
            " ",
            "  ",
            "DE89",
            "3704",
            "0044",
            "0171",
            "1234567",
            "+49",
            "(0)",
            "12.",
            "03.",
            "1975",
            "märz",
            "b-ab",
            "[nummer]",
            "[",
            "]",
            "null",
            "eins",
            "zwei",
            "vier",
            "fünf",
            "\u200b",
            "\u00ad",
            "\ud800",
            "\u0000",
            "ß",
            "Ⅻ",
            "٣",
            "½",
            "beitrag",
            "$1",
            "\\");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "erika.mustermann@example.de",
                "Erika.Mustermann+portal@post.example.co.uk",
                "erika @ example . de",
                "erika＠example．de",
                "erika(at)example.de",
                "erika [at] example [punkt] de",
                "erika (ät) example (dot) de",
                "erika at example punkt de",
                "erika at example.de",
                "mailto:erika@example.de",
                "erika@localhost",
                "müller@straße.example",
                "eri\u200bka@exam\u00adple.de"
            })
    void addressesAreTakenAway(String address) {
        assertGone(address, "[e-mail]", "erika", "example", "mustermann");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE89370400440532013000",
                "DE89 3704 0044 0532 0130 00",
                "de89 3704 0044 0532 0130 00",
                "DE 89 3704 0044 0532 0130 00",
                "DE89-3704-0044-0532-0130-00",
                "DE89.3704.0044.0532.0130.00",
                "DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000",
                "DE89 3704 0044 0532 0130 01",
                "AT61 1904 3002 3457 3201",
                "GB29 NWBK 6016 1331 9268 19",
                "FR14 2004 1010 0505 0001 3M02 606",
                "NO93 8601 1117 947",
                "ＤＥ８９ ３７０４ ００４４ ０５３２ ０１３０ ００",
                "DE89\u200b3704\u200b0044\u200b0532\u200b0130\u200b00"
            })
    void ibansAreTakenAwayWhateverTheirSpelling(String iban) {
        assertGone(iban, "[iban]", "89", "3704", "0044", "nwbk", "6016", "1904", "2004", "8601");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0171 1234567",
                "0171/1234567",
                "0171-123 45 67",
                "(0171) 1234567",
                "+49 171 1234567",
                "+49 (0)171 / 12 34 567",
                "0049 171 1234567",
                "030 / 12 34 56",
                "0 30-1 23 45 67",
                "0 1 7 1 1 2 3 4 5 6 7",
                "0.1.7.1.1.2.3.4.5.6.7",
                "0171_123_4567",
                "0171 – 123 45 67",
                "٠١٧١١٢٣٤٥٦٧",
                "⁰¹⁷¹¹²³⁴⁵⁶⁷"
            })
    void telephoneNumbersAreTakenAway(String number) {
        assertGone(number, "[telefon]", "171", "1234", "234", "456", "67");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4711234567",
                "12345",
                "VS-4711-2345-X",
                "KD4711234",
                "1234 5678",
                "12/345678-9",
                "1a2b3c4d5e",
                "123.456.789",
                "null eins sieben eins zwei drei",
                "nulleinssiebeneinszweidrei",
                "eins, zwei, drei, vier, fünf"
            })
    void longNumbersAreTakenAway(String number) {
        assertGone(number, "[nummer]", "4711", "1234", "345", "5678", "678", "eins");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12.03.1975",
                "12.3.75",
                "12. März 1975",
                "12 mar 1975",
                "1975-03-12",
                "12/03/1975",
                "12 . 03 . 1975"
            })
    void datesAreTakenAway(String date) {
        assertGone(date, "[datum]", "75", "märz", "12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"B-AB 1234", "HH-X 12", "M - AB 123", "KÜN-E 99E", "b-ab1234"})
    void numberPlatesAreTakenAway(String plate) {
        assertGone(plate, "[kennzeichen]", "123", "12", "99");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "beitrag 2027",
                "warum ist mein beitrag 2026/2027 gestiegen",
                "§ 40 vvg",
                "sf 12 kfz",
                "24/7 hotline",
                "10 2026",
                "e-mail adresse ändern",
                "iban ändern",
                "was kostet das?",
                "3 monate kündigungsfrist",
                "u-bahn unfall",
                "zwei verträge, drei kinder"
            })
    void whatPeopleAskAboutStays(String question) {
        assertThat(KeptQuery.of(question)).isEqualTo(question);
    }

    @Test
    void whatStandsAroundItStays() {
        assertThat(KeptQuery.of("Meine IBAN DE89 3704 0044 0532 0130 00 hat sich geändert"))
                .isEqualTo("meine iban [iban] hat sich geändert");
        assertThat(KeptQuery.of("Ruft mich an: 0171/1234567, es geht um Vertrag 4711234!"))
                .isEqualTo("ruft mich an: [telefon], es geht um vertrag [nummer]!");
        assertThat(KeptQuery.of("geboren am 12.03.1975 in Köln")).isEqualTo("geboren am [datum] in köln");
        assertThat(KeptQuery.of("Schreibt an erika@example.de. Danke")).isEqualTo("schreibt an [e-mail]. danke");
    }

    @Test
    void spellingsOfTheSameAreOne() {
        assertThat(KeptQuery.of("  KÜNDIGUNG\t\n  Kfz ")).isEqualTo("kündigung kfz");
        assertThat(KeptQuery.of("Ku\u0308ndigung kfz")).isEqualTo("kündigung kfz");
        assertThat(KeptQuery.of("Kün\u00addigung\u200b kfz")).isEqualTo("kündigung kfz");
        assertThat(KeptQuery.of("  \u0000 \ud800 ")).isEmpty();
    }

    @Test
    void whatWasRedactedStaysAsItIs() {
        SplittableRandom random = new SplittableRandom(4711);
        for (int i = 0; i < 20_000; i++) {
            String text = random(random, 1 + random.nextInt(40));
            String once = KeptQuery.of(text);
            assertThat(KeptQuery.of(once)).as(text).isEqualTo(once);
            assertThat(once.length()).isLessThanOrEqualTo(KeptQuery.MOST);
            assertThat(once).as(text).doesNotContain("@").doesNotContainPattern("\\d{5}");
        }
    }

    @Test
    void anyTextTakesLittleTime() {
        List<String> slow =
                List.of("a", "1", "1 ", "a.", " -", "de12 ", "@", "(at)", "a1", "eins ", "12.", "[", "ﷺ", "x-a ");
        String text = IntStream.range(0, 5_000).mapToObj(i -> "a").collect(Collectors.joining());
        long begun = System.nanoTime();
        for (String piece : slow) {
            KeptQuery.of(piece.repeat(10_000 / piece.length()));
            KeptQuery.of(text + piece.repeat(1_000));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    }

    private static String random(SplittableRandom random, int pieces) {
        return IntStream.range(0, pieces)
                .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())) + (random.nextInt(3) == 0 ? " " : ""))
                .collect(Collectors.joining());
    }

    private static void assertGone(String secret, String mark, String... parts) {
        for (String around : List.of("%s", "frage zu %s bitte", "(%s)", "„%s“, danke")) {
            String redacted = KeptQuery.of(String.format(java.util.Locale.ROOT, around, secret));
            assertThat(redacted).as(around).contains(mark).doesNotContain(parts);
        }
    }
}
