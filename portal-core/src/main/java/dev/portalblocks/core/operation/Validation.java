// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.PortalException.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Checks commands by their Jakarta Validation constraints and says what is wrong in German and English.
 *
 * <p>Thread-safe.
 */
public final class Validation implements AutoCloseable {
    private final OnFirstUse<ValidatorFactory> factory = new OnFirstUse<>(Validation::start);
    private final OnFirstUse<Validator> validator =
            new OnFirstUse<>(() -> factory.get().getValidator());
    private final RecordShapes shapes = new RecordShapes();
    private final OnFirstUse<ValidationMessages> messages = new OnFirstUse<>(ValidationMessages::load);

    /** Starts the provider that is on the path when the first command comes. */
    public Validation() {}

    private static ValidatorFactory start() {
        return jakarta.validation.Validation.byDefaultProvider()
                .configure()
                .ignoreXmlConfiguration() // a validation.xml on the path is the host's, for the host's own beans
                .messageInterpolator(new TemplatesAsTheyAre())
                .buildValidatorFactory();
    }

    /**
     * Throws {@link PortalException.InvalidInput} {@code command.invalid} with every violation, sorted by field. Beside
     * the constraints, U+0000 and lone surrogates are refused ({@code character}) in every text that the command holds.
     */
    public void check(Object command) {
        refuse(Stream.concat(
                violations(command),
                StorableTexts.unfit(command, shapes).stream().map(this::unfitCharacter)));
    }

    /** Does the same for what is asked for and not kept, which may hold any character. */
    public void checkQuery(Object query) {
        refuse(violations(query));
    }

    private Stream<Violation> violations(Object command) {
        if (command instanceof Record && shapes.of(command.getClass()).isPlain()) {
            return Stream.empty(); // an id, say, which a reading process is asked for: the provider need not start
        }
        PatchValidation.Findings patch = new PatchValidation(validator.get(), shapes).check(command);
        return Stream.<Stream<Violation>>of(
                        validator.get().validate(command).stream().map(this::describe),
                        patch.violations().stream().map(this::describe),
                        patch.hasUnknownField() ? Stream.of(unknownField()) : Stream.empty())
                .flatMap(found -> found);
    }

    private static void refuse(Stream<Violation> found) {
        List<Violation> violations = found.sorted(
                        Comparator.comparing(Violation::field).thenComparing(Violation::code))
                .toList();
        if (!violations.isEmpty()) {
            throw new PortalException.InvalidInput("command.invalid", violations);
        }
    }

    @Override
    public void close() {
        factory.ifMade(ValidatorFactory::close);
    }

    /** The name comes from outside and may say anything, so the answer does not repeat it. */
    private Violation unknownField() {
        return new Violation("", "unknown-field", messages.get().describe("unknown-field", Map.of(), ""));
    }

    private Violation unfitCharacter(String field) {
        return new Violation(field, "character", messages.get().describe("character", Map.of(), ""));
    }

    private Violation describe(ConstraintViolation<?> violation) {
        ConstraintDescriptor<?> constraint = violation.getConstraintDescriptor();
        String code = code(constraint.getAnnotation().annotationType().getSimpleName());
        Map<String, String> texts = messages.get().describe(code, constraint.getAttributes(), violation.getMessage());
        return new Violation(violation.getPropertyPath().toString(), code, texts);
    }

    /** Turns {@code NotBlank} into {@code not-blank}. */
    private static String code(String constraint) {
        return constraint.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** Spares the provider its expression language: the texts are ours. */
    private static final class TemplatesAsTheyAre implements MessageInterpolator {
        @Override
        public String interpolate(String template, Context context) {
            return template;
        }

        @Override
        public String interpolate(String template, Context context, Locale locale) {
            return template;
        }
    }
}
