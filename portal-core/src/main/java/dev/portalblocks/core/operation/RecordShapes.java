// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.portalblocks.core.model.PatchOf;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the records that commands consist of are made of, asked of Java once for each class: it makes its answer anew, with
 * the annotations, each time it is asked.
 *
 * <p>Thread-safe.
 */
final class RecordShapes {
    private final ClassValue<Shape> known = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    Shape of(Class<?> type) {
        return known.get(type);
    }

    /**
     * The components of a record class.
     *
     * @param parts in their order
     * @param isPlain whether nothing on it or in it could be a constraint
     */
    record Shape(List<Part> parts, boolean isPlain) {
        private static Shape of(Class<?> type) {
            List<Part> parts =
                    Stream.of(type.getRecordComponents()).map(Part::of).toList();
            boolean plain = parts.stream().allMatch(Part::isPlain)
                    && isBare(type)
                    && Stream.of(type.getDeclaredFields()).allMatch(RecordShapes::isBare)
                    && Stream.of(type.getDeclaredMethods()).allMatch(RecordShapes::isBare)
                    && Stream.of(type.getInterfaces()).allMatch(RecordShapes::isOfJava);
            return new Shape(parts, plain);
        }

        /** Returns whether it has a component of this name. */
        boolean has(String name) {
            return parts.stream().anyMatch(part -> part.name().equals(name));
        }
    }

    /**
     * One component.
     *
     * @param name its name
     * @param accessor what reads it
     * @param patch the record that it is a patch of, if it is one
     * @param type what it is declared as
     * @param isPlain whether nothing on it or in it could be a constraint
     */
    record Part(String name, Method accessor, @Nullable Class<? extends Record> patch, Class<?> type, boolean isPlain) {
        private static Part of(RecordComponent component) {
            Method accessor = component.getAccessor();
            accessor.trySetAccessible(); // for a record that is not public
            PatchOf mark = component.getAnnotation(PatchOf.class);
            return new Part(
                    component.getName(),
                    accessor,
                    mark == null ? null : mark.value(),
                    component.getType(),
                    isPlain(component));
        }

        private static boolean isPlain(RecordComponent component) {
            return component.getGenericType() == component.getType()
                    && (component.getType().isPrimitive() || isOfJava(component.getType()))
                    && isBare(component);
        }

        /** Returns what it holds; throws {@code IllegalStateException} where the record's module does not allow it. */
        @Nullable
        Object read(Record holder) {
            try {
                return accessor.invoke(holder);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("Package not open to validation: " + holder.getClass(), e);
            }
        }
    }

    private static boolean isOfJava(Class<?> type) {
        return type.getName().startsWith("java.");
    }

    /** What JSON looks like constrains nothing; any other annotation might. */
    private static boolean isBare(AnnotatedElement element) {
        String json = JsonValue.class.getPackageName();
        return Arrays.stream(element.getAnnotations())
                .allMatch(found -> found.annotationType().getPackageName().equals(json));
    }
}
