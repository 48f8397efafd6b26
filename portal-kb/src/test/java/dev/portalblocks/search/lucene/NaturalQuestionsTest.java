// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.search.spi.SearchChange;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** No question comes back empty when an article has a word of it, however it was typed. */
class NaturalQuestionsTest {
    private static final List<String> TOPICS = List.of(
            "Selbstbeteiligung",
            "Zählerstand",
            "Beitragserhöhung",
            "Kontoauszug",
            "Hausrat",
            "Kündigungsfrist",
            "Lieferadresse",
            "Rücksendung",
            "Freistellungsauftrag",
            "Schadensmeldung",
            "Abschlag",
            "Vollmacht",
            "SEPA-Mandat",
            "Passwort");
    private static final List<String> QUESTIONS = List.of(
            "Wie ändere ich %s?",
            "Was bedeutet „%s“ bei mir?",
            "Was heißt \"%s\" in meinem Vertrag",
            "Ich habe eine Frage -%s oder so- wer hilft mir weiter?",
            "Guten Tag, meine Kunden -Nr. fehlt und %s auch",
            "%s - was ist das eigentlich \"genau",
            "Liebes Team,\n- %s\n-Rechnung\n-Umzug\nwas tun?",
            "Warum 27\" und 32\" Bildschirm bei %s versichert?",
            "Bitte „so schnell wie möglich“ %s erledigen, danke!",
            "%s: »wann« und «wo»?",
            "Können Sie mir -bitte -schnell -heute mit %s helfen?",
            "-- %s -- ???");

    @Test
    void aQuestionFindsAnArticleThatHasAWordOfIt() {
        SplittableRandom random = new SplittableRandom(Seeds.value());
        List<SearchChange> articles = new ArrayList<>();
        for (int i = 0; i < TOPICS.size(); i++) {
            articles.add(Samples.german("a" + i, "Artikel " + i, "Hier steht etwas über " + TOPICS.get(i) + "."));
        }
        try (LuceneSearchIndex index = Samples.holding(articles.toArray(SearchChange[]::new))) {
            for (String question : QUESTIONS) {
                for (int i = 0; i < TOPICS.size(); i++) {
                    String topic = TOPICS.get(i);
                    String text = String.format(
                            question, random.nextBoolean() ? topic : topic.toLowerCase(java.util.Locale.GERMAN));
                    assertThat(Samples.found(index, Samples.german(text)))
                            .as(text)
                            .contains("a" + i);
                }
            }
        }
    }

    @Test
    void whatALongLetterSharesWithAnArticleFindsIt() {
        StringBuilder letter = new StringBuilder("Sehr geehrte Damen und Herren, ");
        for (int i = 0; i < 900; i++) {
            letter.append("Wort")
                    .append((char) ('a' + i % 26))
                    .append((char) ('a' + i / 26))
                    .append(i % 7 == 0 ? ". " : " ");
        }
        try (LuceneSearchIndex index = Samples.holding(Samples.german("a", "Ohne", "Der Zählerstand."))) {
            assertThat(Samples.found(index, Samples.german(letter + "Zählerstand")))
                    .containsExactly("a");
        }
    }
}
