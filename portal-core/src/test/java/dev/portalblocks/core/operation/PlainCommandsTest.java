// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PatchOf;
import dev.portalblocks.core.model.PortalException.InvalidInput;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What could be constrained anywhere is handed to the provider of validation; what could not be is not. */
class PlainCommandsTest {
    public record OnComponent(@NotBlank String text) {}

    public record OnNumber(@Positive int number) {}

    public record InElements(List<@NotBlank String> texts) {}

    public record Within(@Valid OnComponent part) {}

    public record OfPatch(@PatchOf(OnComponent.class) Map<String, @Nullable String> values) {}

    public record PatchWithin(OfPatch patch) {}

    public record OnAccessor(String text) {
        @Override
        @Size(min = 1)
        public String text() {
            return text;
        }
    }

    @Never
    public record OnClass(String text) {}

    public record OnField(@NeverInFields String text) {}

    public record OnGetter(int from, int to) {
        @AssertTrue
        public boolean isOrdered() {
            return from <= to;
        }
    }

    /** A rule that comes from elsewhere. */
    public interface Ruled {
        @NotBlank
        String getText();
    }

    public record OnInterface(String text) implements Ruled {
        @Override
        public String getText() {
            return text;
        }
    }

    /** Nothing keeps it. */
    @Constraint(validatedBy = Nothing.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Never {
        /** What to tell. */
        String message() default "never";

        /** None. */
        Class<?>[] groups() default {};

        /** None. */
        Class<? extends Payload>[] payload() default {};
    }

    /** Nothing keeps it either, and it stands on the field alone. */
    @Constraint(validatedBy = NothingInFields.class)
    @Target(ElementType.FIELD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface NeverInFields {
        /** What to tell. */
        String message() default "never";

        /** None. */
        Class<?>[] groups() default {};

        /** None. */
        Class<? extends Payload>[] payload() default {};
    }

    /** Refuses all. */
    public static final class Nothing implements ConstraintValidator<Never, Object> {
        @Override
        public boolean isValid(Object value, ConstraintValidatorContext context) {
            return false;
        }
    }

    /** Refuses all. */
    public static final class NothingInFields implements ConstraintValidator<NeverInFields, Object> {
        @Override
        public boolean isValid(Object value, ConstraintValidatorContext context) {
            return false;
        }
    }

    static List<Record> constrained() {
        return List.of(
                new OnComponent(" "),
                new OnNumber(0),
                new InElements(List.of(" ")),
                new Within(new OnComponent(" ")),
                new OfPatch(Map.of("text", " ")),
                new PatchWithin(new OfPatch(Map.of("text", " "))),
                new OnClass("text"),
                new OnField("text"),
                new OnGetter(2, 1),
                new OnInterface(" "));
    }

    @ParameterizedTest
    @MethodSource("constrained")
    void whereverAConstraintStandsItCounts(Record command) {
        try (Validation validation = new Validation()) {
            assertThatThrownBy(() -> validation.check(command)).isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void whatCouldBeConstrainedIsNotPlain() {
        RecordShapes shapes = new RecordShapes();
        assertThat(constrained())
                .noneMatch(command -> shapes.of(command.getClass()).isPlain());
        assertThat(shapes.of(OnAccessor.class).isPlain()).isFalse();
        assertThat(shapes.of(CustomerId.class).isPlain()).isTrue();
    }

    /** It is for the host's own beans, and may name classes that only the host has. */
    @Test
    void theHostsXmlChangesNothing() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(new Xml(before));
        try (Validation validation = new Validation()) {
            assertThatCode(() -> validation.check(new OnComponent("text"))).doesNotThrowAnyException();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static final class Xml extends ClassLoader {
        Xml(ClassLoader parent) {
            super(parent);
        }

        @Override
        public @Nullable InputStream getResourceAsStream(String name) {
            String text =
                    "<validation-config xmlns=\"https://jakarta.ee/xml/ns/validation/configuration\" version=\"3.1\">"
                            + "<message-interpolator>org.example.Missing</message-interpolator></validation-config>";
            return name.endsWith("META-INF/validation.xml")
                    ? new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))
                    : super.getResourceAsStream(name);
        }
    }
}
