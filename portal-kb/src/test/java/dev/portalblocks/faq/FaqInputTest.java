// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq;

import static dev.portalblocks.core.model.LanguageTag.ENGLISH;
import static dev.portalblocks.core.model.LanguageTag.GERMAN;
import static dev.portalblocks.faq.FaqHouse.EDITOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.PortalException.Violation;
import dev.portalblocks.faq.model.AddFaqEntry;
import dev.portalblocks.faq.model.AddFaqSection;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqEntryState;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.model.FaqText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaqInputTest {
    private final FaqHouse house = new FaqHouse();
    private final FaqSectionId section = house.section("Schaden");

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "zwei\nZeilen", "Tab\tulator", "null\0", "\uD83D", "\uDE00x", "a\u2028b", "\u0085"})
    void aQuestionIsOneLineOfText(String question) {
        assertThat(violations(FaqContent.of(GERMAN, question, "Ja.")))
                .isNotEmpty()
                .allSatisfy(violation -> assertThat(violation.field()).isEqualTo("content.texts[de].question"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n ", "null\0", "\uD83D", "bell\u0007"})
    void anAnswerIsText(String answer) {
        assertThat(violations(FaqContent.of(GERMAN, "Was?", answer)))
                .isNotEmpty()
                .allSatisfy(violation -> assertThat(violation.field()).isEqualTo("content.texts[de].answer"));
    }

    @Test
    void anyOtherTextIsTakenAndGivenBackUnchanged() {
        String question =
                "\u200F\u0645\u0631\u062D\u0628\u0627? \uD83D\uDE00 e\u0301 ' OR '1'='1 <b>%_\\" + "x".repeat(100);
        String answer = "Zeile\r\n\tZeile\n" + "ü".repeat(19_000);
        FaqContent content = FaqContent.of(GERMAN, question, answer);

        assertThat(house.faq
                        .editor()
                        .read(EDITOR, house.draft(section, content))
                        .draft())
                .isEqualTo(content);
    }

    @Test
    void lengthsEndAtTheirLimits() {
        assertThatCode(() -> house.draft(section, FaqContent.of(GERMAN, "q".repeat(500), "a".repeat(20_000))))
                .doesNotThrowAnyException();
        assertThat(violations(FaqContent.of(GERMAN, "q".repeat(501), "a".repeat(20_001))))
                .extracting(Violation::field, Violation::code)
                .containsExactly(
                        tuple("content.texts[de].answer", "size"), tuple("content.texts[de].question", "size"));
    }

    @Test
    void everyViolatedFieldIsNamed() {
        FaqContent content = new FaqContent(
                GERMAN, Map.of(GERMAN, FaqText.of("", "Ja."), ENGLISH, FaqText.of("What?", "")), Set.of());

        assertThat(violations(content))
                .extracting(Violation::field, Violation::code)
                .containsExactly(
                        tuple("content.audiences", "not-empty"),
                        tuple("content.texts[de].question", "not-blank"),
                        tuple("content.texts[en].answer", "not-blank"));
        assertThat(violations(content))
                .allSatisfy(violation -> assertThat(violation.messages())
                        .containsOnlyKeys("de", "en")
                        .doesNotContainValue(""));
    }

    @Test
    void aShortAnswerIsOneShortLine() {
        FaqText text = FaqText.of("Was?", "Das.");
        for (String line : List.of("zwei\nZeilen", "k".repeat(301), "\uD83D")) {
            assertThat(violations(FaqContent.of(GERMAN, "Was?", "Das.").with(GERMAN, text.inShort(line))))
                    .extracting(Violation::field)
                    .containsOnly("content.texts[de].shortAnswer");
        }
        FaqContent longest = FaqContent.of(GERMAN, "Was?", "Das.").with(GERMAN, text.inShort("k".repeat(300)));
        assertThat(house.faq
                        .editor()
                        .read(EDITOR, house.draft(section, longest))
                        .draft())
                .isEqualTo(longest);
        assertThat(text.inShort(" ")).isEqualTo(text);
    }

    @Test
    void thereIsAtLeastOneLanguage() {
        assertThat(violations(new FaqContent(GERMAN, Map.of(), Set.of(Audience.PUBLIC))))
                .extracting(Violation::field)
                .containsExactly("content.texts");
    }

    @Test
    void theFirstLanguageIsAmongTheTexts() {
        Map<LanguageTag, FaqText> english = Map.of(ENGLISH, FaqText.of("What?", "This."));
        assertThatThrownBy(() -> new FaqContent(GERMAN, english, Set.of(Audience.PUBLIC)))
                .isInstanceOf(PortalException.InvalidInput.class)
                .hasMessageContaining("faq-content.language");
    }

    @Test
    void aTitleIsOneShortLine() {
        for (String title : List.of("", "zwei\nZeilen", "t".repeat(201), "\uD83D")) {
            assertThatThrownBy(() -> house.section(title))
                    .isInstanceOfSatisfying(
                            PortalException.InvalidInput.class,
                            refused -> assertThat(refused.violations())
                                    .isNotEmpty()
                                    .allMatch(violation -> violation.field().startsWith("title[de]")));
        }
        LocalizedText long200 = LocalizedText.german("t".repeat(200));
        assertThat(house.faq.outline().add(EDITOR, AddFaqSection.of(long200)).title())
                .isEqualTo(long200);
    }

    @Test
    void theStateThatScopesKnowIsTheStateThatReadersSee() {
        assertThat(FaqEntryState.PUBLISHED.label()).isEqualTo(Permission.PUBLISHED);
    }

    private List<Violation> violations(FaqContent content) {
        PortalException.InvalidInput refusal = catchThrowableOfType(
                PortalException.InvalidInput.class,
                () -> house.faq.editor().add(EDITOR, AddFaqEntry.of(section, content)));
        assertThat(refusal).isNotNull();
        return refusal.violations();
    }
}
