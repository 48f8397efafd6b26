// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.Transcript;
import dev.portalblocks.core.model.Transcript.Line;
import dev.portalblocks.core.model.Transcript.Speaker;
import dev.portalblocks.faq.FaqProposals;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.kb.ArticleProposals;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.rendering.Renderer;
import dev.portalblocks.rendering.TextLinks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProposalTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final String SIGNS = " \\`*_{}[]()<>#+-.!|~&^=:'\"/$%@?ab12\n";

    @Test
    void theCustomersQuestionAndTheCompanysAnswersAreProposed() {
        Transcript transcript = transcript(
                "Hagel",
                "c:Hallo,\nmein Auto hat Dellen. Zahlt das die Teilkasko? Ich bin Erika.",
                "f:Guten Tag Frau Mustermann, ja, das tut sie.\nBitte melden Sie es sofort.\nViele Grüße\nLena Groß",
                "c:Danke!",
                "f:Gern. Ihr Vertrag 4711234 bleibt, wie er ist.");

        FaqContent entry = FaqProposals.of(transcript, LanguageTag.GERMAN, Set.of("Erika Mustermann", "Lena Groß"))
                .orElseThrow();

        String answer =
                "Ja, das tut sie.\\\nBitte melden Sie es sofort.\n\nGern. Ihr Vertrag \\[nummer\\] bleibt, wie er ist.";
        assertThat(entry).isEqualTo(FaqContent.of(LanguageTag.GERMAN, "Zahlt das die Teilkasko?", answer));
        assertThat(ArticleProposals.of(transcript, LanguageTag.GERMAN, Set.of("Erika Mustermann", "Lena Groß")))
                .contains(ArticleContent.of(LanguageTag.GERMAN, "Zahlt das die Teilkasko?", answer));
    }

    @Test
    void whereNobodyAsksTheSubjectOrTheFirstLineIsTheQuestion() {
        assertThat(proposed(transcript("Hagel", "c:Mein Auto.", "f:Ja."))).get().returns("Hagel", Proposal::question);
        assertThat(proposed(transcript(" ", "c:Mein Auto.\nDellen.", "f:Ja.")))
                .get()
                .returns("Mein Auto.", Proposal::question);
    }

    @Test
    void whereOneSaidNothingNothingIsProposed() {
        assertThat(proposed(transcript("Hagel", "c:Was?"))).isEmpty();
        assertThat(proposed(transcript("", "f:Das."))).isEmpty();
        assertThat(proposed(transcript("Hagel", "c:Was?", "f:  \n "))).isEmpty();
        assertThat(proposed(new Transcript("Hagel", List.of()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1. melden\n2. warten",
                "- eins\n- zwei",
                "# kein Titel",
                "> nichts Zitiertes",
                "a * b * c_d_ `e`",
                "<script>alert(1)</script> & mehr",
                "[kein](http://link.example)",
                "![kein](bild.png)",
                "Titel\n=====\n-----",
                "    kein Code",
                "~~~\nkein Code\n~~~",
                "| a | b |\n|---|---|\n| 1 | 2 |",
                "[^1]: keine Fußnote",
                "Ende\\",
                "a\\\nb",
                ":::hinweis",
                "+ plus",
                "12) zwölf"
            })
    void whatWasTypedIsShownAsItWasTyped(String text) {
        assertShown(text);
    }

    @Test
    void ofThousandRandomTextsEachIsShownAsItWasTyped() {
        long seed = Long.getLong("portal.seed", 4711);
        System.out.println("Typed texts, seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 1_000; i++) {
            StringBuilder text = new StringBuilder("x");
            int length = random.nextInt(40);
            for (int sign = 0; sign < length; sign++) {
                text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
            assertShown(text.append('y').toString());
        }
    }

    @Test
    void limitsAreKeptAtTheEndOfAParagraph() {
        String paragraph = "f:" + "w".repeat(90);
        Transcript transcript = transcript("", "c:" + "f".repeat(600) + "?", paragraph, paragraph, paragraph);

        Proposal proposal = Proposal.of(transcript, 500, 200).orElseThrow();

        assertThat(proposal.question()).hasSize(500);
        assertThat(proposal.answer()).hasSize(182);
        assertThat(Proposal.of(transcript("", "c:Was?", "f:" + "*".repeat(90)), 500, 101)
                        .orElseThrow()
                        .answer())
                .hasSize(100);
    }

    private static void assertShown(String text) {
        String answer =
                proposed(transcript("Was", "c:Was?", "f:" + text)).orElseThrow().answer();
        String html = Renderer.standard().render(answer, TextLinks.asWritten()).html();
        assertThat(Jsoup.parse(html).text().replaceAll("\\s+", ""))
                .as("%s as %s", text, answer)
                .isEqualTo(text.replaceAll("\\s+", ""));
        assertThat(Jsoup.parse(html).body().select("*:not(body):not(p):not(br)"))
                .as(html)
                .isEmpty();
    }

    private static Optional<Proposal> proposed(Transcript transcript) {
        return Proposal.of(transcript, 500, 20_000);
    }

    private static Transcript transcript(String subject, String... lines) {
        List<Line> said = new ArrayList<>();
        for (String line : lines) {
            Speaker speaker = line.startsWith("c:") ? Speaker.CUSTOMER : Speaker.COMPANY;
            said.add(new Line(speaker, line.substring(2), NOON));
        }
        return new Transcript(subject, said);
    }
}
