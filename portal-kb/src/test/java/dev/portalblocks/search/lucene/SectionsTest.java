// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.search.MarkdownText;
import dev.portalblocks.search.model.SearchDocument;
import dev.portalblocks.search.model.SearchDocument.SearchFacts;
import dev.portalblocks.search.model.SearchDocument.SearchText;
import dev.portalblocks.search.model.SearchHit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SectionsTest {
    private static final String FILLER = "Hier steht ein Satz, der mit der Sache nichts zu tun hat. ".repeat(12);
    private static final String MARKDOWN = "Vorab zum Vertrag. " + FILLER + "\n\n## Was kostet das?\n\n" + FILLER
            + "Die Gebühr beträgt drei Euro.\n\n## Wer hilft?\n\n" + FILLER + "Der Kundendienst hilft am Telefon.";

    @Test
    void aHitLeadsToTheSectionThatMatches() {
        assertThat(hit("Gebühr").anchor()).isEqualTo("was-kostet-das");
        assertThat(hit("Kundendienst Telefon").anchor()).isEqualTo("wer-hilft");
        assertThat(hit("Kundendienst Telefon").snippet().toText("", "")).contains("am Telefon");
    }

    @Test
    void aWordOfTheHeadingLeadsToItsSection() {
        assertThat(hit("kostet").anchor()).isEqualTo("was-kostet-das");
    }

    @Test
    void aSectionBeginsWithTheFirstCharacterOfItsHeading() {
        String text = "Vorab.\n\n## Mahnung\n\nDas kostet nichts.\n\n## Storno\n\nAuch nichts.";

        assertThat(hit(text, "Mahnung").anchor()).isEqualTo("mahnung");
        assertThat(hit(text, "Storno").anchor()).isEqualTo("storno");
        assertThat(hit(text, "vorab").anchor()).isNull();
    }

    @Test
    void whatStandsBeforeTheFirstHeadingIsInNoSection() {
        assertThat(hit("Vertrag").anchor()).isNull();
    }

    @Test
    void whatMatchesInTheTitleAloneLeadsToNoSection() {
        assertThat(hit("Überschrift").anchor()).isNull();
        assertThat(hit("## Gleich vorn\n\nText.", "Überschrift").anchor()).isNull();
    }

    private static SearchHit hit(String asked) {
        return hit(MARKDOWN, asked);
    }

    private static SearchHit hit(String markdown, String asked) {
        MarkdownText text = MarkdownText.of(markdown);
        SearchDocument document = new SearchDocument(
                Samples.article("a"),
                LanguageTag.GERMAN,
                List.of(LanguageTag.GERMAN),
                Set.of(Audience.PUBLIC),
                "Überschrift",
                new SearchText(text.plain(), text.sections(), List.of()),
                SearchFacts.none());
        try (LuceneSearchIndex index = Samples.holding(Samples.change(document))) {
            return Samples.hits(index, Samples.german(asked)).get(0).hit();
        }
    }
}
