// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.PatchOf;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The constraints of all commands, as {@code ArticleText.title size}. That the elements of a collection are not null is
 * left out: the records' own copies refuse null before anything could be validated.
 */
final class Constraints {
    private static final String CONSTRAINTS = "jakarta.validation.constraints.";

    private final Set<String> found = new TreeSet<>();
    private final Set<Class<?>> seen = new HashSet<>();

    private Constraints() {}

    /** Returns the constraints of everything that the services' public methods take. */
    static Set<String> of(Collection<Class<?>> services) {
        Constraints constraints = new Constraints();
        services.stream()
                .flatMap(service -> Arrays.stream(service.getDeclaredMethods()))
                .map(Method::getParameterTypes)
                .flatMap(Arrays::stream)
                .forEach(constraints::add);
        return constraints.found;
    }

    private void add(Class<?> type) {
        if (!type.isRecord() || !type.getName().startsWith("dev.portalblocks.") || !seen.add(type)) {
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            Field field = field(type, component.getName());
            String name = type.getSimpleName() + "." + component.getName();
            addAll(name, field.getAnnotations());
            addElements(name, field.getAnnotatedType());
            add(component.getType());
            PatchOf patch = component.getAnnotation(PatchOf.class);
            if (patch != null) {
                add(patch.value());
            }
        }
    }

    private void addElements(String name, AnnotatedType type) {
        if (type instanceof AnnotatedParameterizedType container) {
            for (AnnotatedType element : container.getAnnotatedActualTypeArguments()) {
                addAll(
                        name,
                        Stream.of(element.getAnnotations())
                                .filter(annotation -> !code(annotation).equals("not-null"))
                                .toArray(Annotation[]::new));
                addElements(name, element);
                if (element.getType() instanceof Class<?> raw) {
                    add(raw);
                }
            }
        }
    }

    private void addAll(String name, Annotation... annotations) {
        Stream.of(annotations)
                .filter(annotation -> annotation.annotationType().getName().startsWith(CONSTRAINTS))
                .forEach(annotation -> found.add(name + " " + code(annotation)));
    }

    private static String code(Annotation annotation) {
        return annotation
                .annotationType()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    private static Field field(Class<?> type, String name) {
        try {
            return type.getDeclaredField(name);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
