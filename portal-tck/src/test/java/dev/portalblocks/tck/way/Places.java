// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PatchOf;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.kb.markdown.ImportListener;
import java.io.InputStream;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Every text that a caller can hand to a public method of a service, found by reflection. Ids are left out: tenants,
 * customers, and references to objects.
 */
final class Places {
    /** What names something and may be shown. */
    static final Set<Class<?>> IDS = Set.of(TenantId.class, CustomerId.class, ObjectRef.class);
    /** What holds no text; whatever is neither this nor known fails the build. */
    private static final Set<Class<?>> TEXTLESS =
            Set.of(UUID.class, InputStream.class, Path.class, ImportListener.class);

    private static final Set<Class<?>> NUMBERS = Set.of(
            int.class, long.class, Integer.class, Long.class, Instant.class, LocalDate.class, LocalDateTime.class);

    private static final List<Method> METHODS = found();

    private final List<Place> found = new ArrayList<>();
    private final Map<String, Class<?>> numbers = new TreeMap<>();
    private final Method method;

    private Places(Method method) {
        this.method = method;
    }

    /** Returns the public methods of all services that take an actor, in the order of their names. */
    static List<Method> methods() {
        return METHODS;
    }

    private static List<Method> found() {
        return Ways.services().stream()
                .flatMap(service -> Arrays.stream(service.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getParameterCount() > 0 && method.getParameterTypes()[0] == Actor.class)
                .sorted(Comparator.comparing(Ways::signature))
                .toList();
    }

    /** Returns the texts that the method takes beside its actor's. */
    static List<Place> of(Method method) {
        return in(method).found;
    }

    /** Returns the numbers and instants that the method takes, by the way to them. */
    static Map<String, Class<?>> numbersOf(Method method) {
        return in(method).numbers;
    }

    private static Places in(Method method) {
        Places places = new Places(method);
        for (AnnotatedType parameter : method.getAnnotatedParameterTypes()) {
            if (parameter.getType() != Actor.class) {
                places.collect(parameter, "");
            }
        }
        return places;
    }

    static List<Place> all() {
        return methods().stream().flatMap(method -> of(method).stream()).toList();
    }

    private void collect(AnnotatedType annotated, String path) {
        Class<?> type = raw(annotated);
        if (type == String.class || isText(type)) {
            found.add(new Place(method, path.isEmpty() ? type.getSimpleName() : path, type, annotated));
        } else if (Map.class.isAssignableFrom(type)) {
            collect(argument(annotated, 0), path + "{}");
            collect(argument(annotated, 1), path + "[]");
        } else if (Collection.class.isAssignableFrom(type)) {
            collect(argument(annotated, 0), path + "[]");
        } else if (type.isRecord() && !IDS.contains(type)) {
            for (RecordComponent component : type.getRecordComponents()) {
                collect(type, component, path.isEmpty() ? "" : path + ".");
            }
        } else if (NUMBERS.contains(type)) {
            numbers.put(path, type);
        } else if (!IDS.contains(type) && !type.isPrimitive() && !type.isEnum() && !TEXTLESS.contains(type)) {
            throw new AssertionError("Does " + type + " hold a text, at " + path + " of " + method + "?");
        }
    }

    private void collect(Class<?> holder, RecordComponent component, String path) {
        PatchOf patch = component.getAnnotation(PatchOf.class);
        if (patch == null) {
            collect(field(holder, component.getName()).getAnnotatedType(), path + component.getName());
            return;
        }
        for (RecordComponent part : patch.value().getRecordComponents()) {
            collect(field(patch.value(), part.getName()).getAnnotatedType(), path + part.getName());
        }
    }

    /** Returns whether this is a value that holds one text and is no id. */
    static boolean isText(Class<?> type) {
        return type.isRecord()
                && !IDS.contains(type)
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getType() == String.class;
    }

    static Class<?> raw(AnnotatedType annotated) {
        return annotated.getType() instanceof java.lang.reflect.ParameterizedType type
                ? (Class<?>) type.getRawType()
                : (Class<?>) annotated.getType();
    }

    static AnnotatedType argument(AnnotatedType container, int index) {
        return ((AnnotatedParameterizedType) container).getAnnotatedActualTypeArguments()[index];
    }

    static Field field(Class<?> holder, String name) {
        return Arrays.stream(holder.getDeclaredFields())
                .filter(field -> field.getName().equals(name))
                .findFirst()
                .map(Objects::requireNonNull)
                .orElseThrow(() -> new AssertionError(holder + " has no " + name));
    }
}
