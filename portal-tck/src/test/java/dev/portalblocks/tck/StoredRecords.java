// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.core.model.PersonalData;
import dev.portalblocks.core.tx.Tx;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The records that stores keep: what a store's methods within a transaction take or give, in an {@code .spi} package or
 * by one of core's names. What is nested in such a record is part of a component, which carries its mark.
 */
final class StoredRecords {
    private static final Set<String> NAMES_OF_CORE = Set.of("AuditEntry", "IdempotencyClaim", "Mandate");

    private StoredRecords() {}

    static List<Class<?>> of(JavaClasses classes) {
        return classes.stream()
                .filter(type -> type.isInterface() && type.getSimpleName().endsWith("Store"))
                .map(JavaClass::reflect)
                .flatMap(store -> Arrays.stream(store.getMethods()))
                .filter(StoredRecords::isTransactional)
                .flatMap(StoredRecords::mentioned)
                .filter(StoredRecords::isStored)
                .distinct()
                .sorted(Comparator.comparing(Class::getName))
                .toList();
    }

    /** Returns the components that say neither by their type nor by a mark whether they are personal. */
    static List<String> unmarked(List<Class<?>> records) {
        return records.stream()
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .filter(component -> !speaksForItself(component) && !isMarked(component))
                .map(component -> component.getDeclaringRecord().getName() + "." + component.getName())
                .toList();
    }

    private static boolean isTransactional(Method method) {
        return method.getParameterCount() > 0 && method.getParameterTypes()[0] == Tx.class;
    }

    private static Stream<Class<?>> mentioned(Method method) {
        return Stream.concat(Stream.of(method.getGenericReturnType()), Arrays.stream(method.getGenericParameterTypes()))
                .flatMap(StoredRecords::classes);
    }

    private static Stream<Class<?>> classes(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return Stream.concat(
                    classes(parameterized.getRawType()),
                    Arrays.stream(parameterized.getActualTypeArguments()).flatMap(StoredRecords::classes));
        }
        if (type instanceof WildcardType wildcard) {
            return Arrays.stream(wildcard.getUpperBounds()).flatMap(StoredRecords::classes);
        }
        return type instanceof Class<?> plain ? Stream.of(plain) : Stream.empty();
    }

    private static boolean isStored(Class<?> type) {
        String name = type.getSimpleName();
        return type.isRecord()
                && (type.getPackageName().endsWith(".spi")
                        || name.startsWith("Stored")
                        || NAMES_OF_CORE.contains(name));
    }

    private static boolean speaksForItself(RecordComponent component) {
        Class<?> type = component.getType();
        boolean id =
                type == UUID.class || (type.isRecord() && type.getSimpleName().endsWith("Id"));
        boolean version = type == long.class && component.getName().equals("version");
        return id || type.isEnum() || version || type == Instant.class;
    }

    private static boolean isMarked(RecordComponent component) {
        return component.isAnnotationPresent(PersonalData.class) || component.isAnnotationPresent(NotPersonal.class);
    }
}
