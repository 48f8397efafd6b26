// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import static dev.portalblocks.kb.Editorial.ERIKA;
import static dev.portalblocks.kb.Editorial.LENA;
import static dev.portalblocks.kb.Editorial.NOBODY;
import static dev.portalblocks.kb.Editorial.PROGRAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.answer.AnswerPassage;
import dev.portalblocks.core.answer.AnswerQuery;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.kb.Editorial;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.spi.SearchIndex;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final String STOLEN = """
            Hallo zusammen,

            gestern war ich beim Einkaufen, und als ich wieder rauskam, war mein Fahrrad geklaut! Muss ich das der
            Polizei melden?

            Viele Grüße
            Max Mustermann""";

    private final Editorial editorial = new Editorial();
    private final LuceneSearchIndex index = LuceneSearchIndex.inMemory();
    private final Search search = Search.of(editorial.portal, index, editorial.knowledge.searchSource());

    @BeforeEach
    void publish() {
        editorial.publish(editorial.german(
                "Fahrraddiebstahl melden",
                "Räder sind versichert.\n\n## Nach dem Diebstahl\n\nMelden Sie den Diebstahl zuerst der Polizei."));
        editorial.publish(editorial.german("Zahlungsweise umstellen", "Sie können monatlich oder jährlich zahlen."));
        editorial.publish(editorial.german("Adresse ändern", "Teilen Sie uns nach dem Umzug die neue Anschrift mit."));
        search.follow(PROGRAM);
    }

    @AfterEach
    void close() {
        editorial.close();
        index.close();
    }

    @Test
    void aWholeMessageIsAnsweredWithSourceAndSection() {
        assertThat(answers(NOBODY, STOLEN)).first().satisfies(passage -> {
            assertThat(passage.title()).isEqualTo("Fahrraddiebstahl melden");
            assertThat(passage.text()).contains("Melden Sie den Diebstahl");
            assertThat(passage.source().type()).isEqualTo("article");
            assertThat(passage.confidence()).isBetween(0.42, 1.0);
        });
    }

    @Test
    void aMistypedMessageIsAnswered() {
        assertThat(answers(NOBODY, "Hallo, mein Farrad wurde gestolen, muss ich das der Polizzei mellden??"))
                .first()
                .extracting(AnswerPassage::title)
                .isEqualTo("Fahrraddiebstahl melden");
    }

    @Test
    void whatNobodyWroteAboutIsDeclined() {
        assertThat(answers(NOBODY, "Guten Tag, welche Torte backt man zum Geburtstag einer Tante? LG Fritz"))
                .isEmpty();
        assertThat(answers(NOBODY, "Hallo, vielen Dank und liebe Grüße!")).isEmpty();
        assertThat(answers(NOBODY, "")).isEmpty();
    }

    @Test
    void whatAReaderDoesNotSeeChangesNoConfidence() {
        List<AnswerPassage> before = answers(NOBODY, STOLEN);
        for (int number = 0; number < 5; number++) {
            editorial.publish(editorial
                    .german("Fahrrad geklaut " + number, "Einkaufen Polizei melden Fahrrad")
                    .forAudiences(Audience.role("broker")));
            editorial
                    .knowledge
                    .editor()
                    .create(LENA, CreateArticle.of(editorial.german("Entwurf", "Fahrrad Polizei Einkaufen")));
        }
        ArticleId gone = editorial.publish(editorial.german("Fahrrad", "Polizei Einkaufen"));
        search.follow(PROGRAM);
        editorial.knowledge.editor().archive(LENA, ArchiveArticle.of(gone));

        assertThat(answers(NOBODY, STOLEN)).isEqualTo(before); // the index has not heard of the last step
        search.follow(PROGRAM);
        assertThat(answers(NOBODY, STOLEN)).isEqualTo(before);
        assertThat(answers(ERIKA.withRoles("broker"), STOLEN)).isNotEqualTo(before);
        assertThat(answers(Actor.anonymous(TenantId.of("other")), STOLEN)).isEmpty();
    }

    @Test
    void anyTextCanBeAsked() {
        SplittableRandom random = new SplittableRandom(4711);
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder(STOLEN);
            for (int change = 0; change < 20; change++) {
                text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(Character.MAX_VALUE + 1));
            }
            assertThat(answers(NOBODY, text.toString())).hasSizeLessThanOrEqualTo(3);
        }
        assertThat(answers(NOBODY, "Fahrrad ".repeat(1_250))).isNotNull();
    }

    @Test
    void aSearchEngineThatDoesNotAnswerSaysSoWhenItIsComposed() {
        SearchIndex finding = (SearchIndex) Proxy.newProxyInstance(
                SearchIndex.class.getClassLoader(), new Class<?>[] {SearchIndex.class}, (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException();
                });
        try (Editorial other = new Editorial()) {
            Search plain = Search.of(other.portal, finding, other.knowledge.searchSource());
            assertThatThrownBy(plain::answers)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("AnsweringIndex");
        }
    }

    private List<AnswerPassage> answers(Actor reader, String text) {
        return search.answers().suggestAnswers(reader, AnswerQuery.of(text)).passages();
    }
}
