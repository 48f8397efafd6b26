// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.PatchOf;
import dev.portalblocks.core.model.PortalException.InvalidInput;
import dev.portalblocks.core.model.PortalException.Violation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ValidationTest {
    @SuppressWarnings("NullAway.Init") // made before the first test
    private static Validation validation;

    public record Line(@NotBlank @Size(max = 5) String text) {}

    public record Every(
            @NotNull String z,
            @NotBlank String y,
            @NotEmpty List<@Valid Line> x,
            @Size(min = 2, max = 3) String w,
            @Min(3) int v,
            @Max(3) int u,
            @Positive int t,
            @PositiveOrZero int s,
            @Email String r,
            @Pattern(regexp = "[a-z]+") String q,
            @Past LocalDate p) {}

    public record Data(
            @Size(max = 5) @Nullable String name,
            @Pattern(regexp = "[A-Z]{2}") @Nullable String country) {}

    public record Patch(@PatchOf(Data.class) Map<String, @Nullable String> values) {}

    public record Free(
            String text,
            List<@Nullable String> list,
            Map<String, String> map,
            Set<String> set,
            Deeper deeper,
            @Valid LocalizedText localized) {}

    record Deeper(Optional<String> perhaps, Map<String, String> map, List<Line> lines) {}

    public record Change(@NotBlank String id, Patch patch) {}

    @BeforeAll
    static void start() {
        validation = new Validation();
    }

    @AfterAll
    static void stop() {
        validation.close();
    }

    @Test
    void everyViolatedFieldIsListedInOrder() {
        List<Violation> violations = violations(every());
        assertThat(violations.stream().map(v -> v.field() + " " + v.code()))
                .containsExactly(
                        "p past",
                        "q pattern",
                        "r email",
                        "s positive-or-zero",
                        "t positive",
                        "u max",
                        "v min",
                        "w size",
                        "x[0].text not-blank",
                        "x[1].text size",
                        "y not-blank",
                        "z not-null");
    }

    @Test
    void everyRuleIsSaidInGermanAndEnglish() {
        assertThat(violations(every())).allSatisfy(violation -> {
            assertThat(violation.messages()).containsOnlyKeys("de", "en");
            assertThat(violation.messages().values())
                    .doesNotContainNull()
                    .allSatisfy(message -> assertThat(message).isNotBlank().doesNotContain("{", "}"));
            assertThat(violation.messages().get("de"))
                    .isNotEqualTo(violation.messages().get("en"));
        });
    }

    @Test
    void aMessageNamesTheLimits() {
        Map<String, Map<String, String>> texts = new HashMap<>();
        violations(every()).forEach(violation -> texts.put(violation.field(), violation.messages()));
        assertThat(texts.get("w"))
                .isEqualTo(Map.of(
                        "de",
                        "Die L\u00E4nge muss zwischen 2 und 3 liegen.",
                        "en",
                        "The length must be between 2 and 3."));
        assertThat(texts.get("v"))
                .isEqualTo(Map.of("de", "Der Wert muss mindestens 3 sein.", "en", "The value must be at least 3."));
    }

    @Test
    void noMessageRepeatsWhatCameIn() {
        InvalidInput refusal = refusal(new Line("secret-text"));
        assertThat(refusal.getMessage()).isEqualTo("command.invalid: text size");
        assertThat(refusal.violations().toString()).doesNotContain("secret");
    }

    @Test
    void theMachinesLanguageDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.FRANCE);
            try (Validation elsewhere = new Validation()) {
                InvalidInput refusal = catchThrowableOfType(InvalidInput.class, () -> elsewhere.check(every()));
                assertThat(refusal.violations()).isEqualTo(violations(every()));
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void whatIsRightPasses() {
        validation.check(new Line("text"));
        validation.check(new Change("1", new Patch(Map.of("name", "Erika", "country", "DE"))));
        validation.check("no record at all");
    }

    @Test
    void aPatchIsCheckedByTheRulesOfWhatItChanges() {
        InvalidInput refusal = refusal(new Change("", new Patch(Map.of("name", "too long", "country", "de"))));
        assertThat(refusal.violations().stream().map(v -> v.field() + " " + v.code()))
                .containsExactly("country pattern", "id not-blank", "name size");
    }

    @Test
    void aPatchMayClearAField() {
        validation.check(new Change("1", new Patch(Collections.singletonMap("name", null))));
    }

    @Test
    void whatCannotBeStoredIsRefusedInEveryTextOfACommand() {
        String nul = "a\u0000b";
        Free free = new Free(
                nul,
                Arrays.asList("fine", "\uD800", null),
                Map.of("key", nul),
                Set.of("\uDC00a"),
                new Deeper(Optional.of(nul), Map.of(nul, "value"), List.of(new Line("\uD83D"))),
                LocalizedText.of(Map.of(LanguageTag.GERMAN, "b\uDC00", LanguageTag.ENGLISH, "fine")));
        assertThat(violations(free).stream()
                        .filter(violation -> violation.code().equals("character"))
                        .map(Violation::field))
                .containsExactly(
                        "deeper.lines[0].text",
                        "deeper.map",
                        "deeper.perhaps",
                        "list[1].<list element>",
                        "localized.texts[de].<map value>",
                        "map[key].<map value>",
                        "set[].<iterable element>",
                        "text");
        assertThat(violations(free))
                .filteredOn(violation -> violation.code().equals("character"))
                .allSatisfy(violation -> assertThat(violation.messages().values())
                        .hasSize(2)
                        .doesNotHaveDuplicates()
                        .allSatisfy(message -> assertThat(message).isNotBlank()));
    }

    @Test
    void whatCannotBeStoredIsRefusedInAPatchAndInATextAlone() {
        InvalidInput refusal = refusal(new Change("1", new Patch(Map.of("name", "\u0000"))));
        assertThat(refusal).hasMessage("command.invalid: name character");
        assertThat(refusal("\uD800")).hasMessage("command.invalid:  character");
    }

    @Test
    void everyOtherTextCanBeStored() {
        String odd = "\u0001\u007F\u0085\u2028\u202E\uFEFF\uFFFE\uFFFF\uD83D\uDE00\t\r\n";
        validation.check(new Free(
                odd,
                List.of(odd),
                Map.of(odd, odd),
                Set.of(odd),
                new Deeper(Optional.empty(), Map.of(), List.of()),
                LocalizedText.german("fine")));
    }

    @Test
    void whatIsAskedForAndNotKeptMayHoldAnyCharacter() {
        validation.checkQuery(new Line("\u0000"));
        InvalidInput refusal =
                catchThrowableOfType(InvalidInput.class, () -> validation.checkQuery(new Line("\u0000 too long")));
        assertThat(refusal).hasMessage("command.invalid: text size");
    }

    @Test
    void anUnknownFieldIsRefusedOnceAndNotRepeated() {
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("nmae", "a");
        values.put("evil\u0000", "b");
        InvalidInput refusal = refusal(new Change("1", new Patch(values)));
        assertThat(refusal.violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.code()).isEqualTo("unknown-field"));
        assertThat(refusal.violations().toString() + refusal.getMessage()).doesNotContain("nmae", "evil");
    }

    @SuppressWarnings("NullAway") // null where none may be is a fault to be found
    private static Every every() {
        return new Every(
                null,
                " ",
                Arrays.asList(new Line(""), new Line("123456")),
                "1",
                2,
                4,
                0,
                -1,
                "no address",
                "1",
                LocalDate.of(9999, 1, 1));
    }

    private static InvalidInput refusal(Object command) {
        InvalidInput refusal = catchThrowableOfType(InvalidInput.class, () -> validation.check(command));
        assertThat(refusal.code()).isEqualTo("command.invalid");
        return refusal;
    }

    private static List<Violation> violations(Object command) {
        return refusal(command).violations();
    }
}
