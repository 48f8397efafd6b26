// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.PatchOf;
import dev.portalblocks.core.model.PortalException.InvalidInput;
import dev.portalblocks.core.operation.Validation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A command that names nothing is refused as one: whoever sends {@code {}} is told which fields are missing, and what may
 * be left out is.
 */
class MissingFieldsTest {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    static Set<Class<?>> commands() {
        Set<Class<?>> commands = new LinkedHashSet<>();
        Ways.services().stream()
                .flatMap(service -> Arrays.stream(service.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .map(Method::getParameterTypes)
                .flatMap(Arrays::stream)
                .filter(type -> type != Actor.class) // no client names it: the host makes it of its login
                .forEach(type -> collect(type, commands));
        return commands;
    }

    @Test
    void commandsOfEveryBlockAreTried() {
        assertThat(commands().stream().map(Class::getSimpleName))
                .contains("ArticleContent", "ArticleText", "SearchQuery", "FaqContent", "OrderFaqSections")
                .contains("SourceKey", "ChangeProfile", "PageRequest");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void nothingBecomesACommandOrASayingWhy(Class<?> type) {
        Object command = read(type);
        if (command != null) {
            assertIsFitOrInvalid(command);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandOfNothingIsFitOrInvalid(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new));
        if (isCommand(type)) {
            assertIsFitOrInvalid(constructor.newInstance(new Object[type.getRecordComponents().length]));
        }
    }

    /** Returns what the mapper makes of nothing; null where it says why it makes nothing of it. */
    private static @Nullable Object read(Class<?> type) {
        try {
            return MAPPER.readValue("{}", type);
        } catch (JsonProcessingException e) {
            assertThat(causes(e)).noneMatch(NullPointerException.class::isInstance);
            return null;
        }
    }

    private static void assertIsFitOrInvalid(Object command) {
        try (Validation validation = new Validation()) {
            validation.check(command);
        } catch (InvalidInput e) {
            assertThat(e.code()).isEqualTo("command.invalid");
            assertThat(e.violations())
                    .isNotEmpty()
                    .allSatisfy(violation -> assertThat(violation.field()).isNotEmpty());
        }
    }

    /** A value is made of one text or number and refuses null itself; a command is made of fields. */
    private static boolean isCommand(Class<?> type) {
        return type.getRecordComponents().length > 1
                && Stream.of(type.getRecordComponents())
                        .noneMatch(component -> component.getType().isPrimitive())
                && Stream.of(type.getDeclaredMethods())
                        .noneMatch(method -> method.getReturnType() == type
                                && method.isAnnotationPresent(com.fasterxml.jackson.annotation.JsonCreator.class));
    }

    private static List<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .toList();
    }

    private static void collect(Type type, Set<Class<?>> into) {
        if (type instanceof ParameterizedType container) {
            Arrays.stream(container.getActualTypeArguments()).forEach(argument -> collect(argument, into));
        } else if (type instanceof Class<?> raw
                && raw.isRecord()
                && raw.getName().startsWith("dev.portalblocks.")
                && into.add(raw)) {
            for (RecordComponent component : raw.getRecordComponents()) {
                collect(component.getGenericType(), into);
                PatchOf patch = component.getAnnotation(PatchOf.class);
                if (patch != null) {
                    collect(patch.value(), into);
                }
            }
        }
    }
}
