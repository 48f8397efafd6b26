// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * What may stand in a static field: final, no array, no type made to be changed, and of collections only those that the
 * JDK made unmodifiable, which is seen in the value itself.
 */
final class StaticState {
    private static final Pattern UNMODIFIABLE = Pattern.compile(
            "java\\.util\\.(ImmutableCollections\\$.*|Collections\\$(Unmodifiable|Empty|Singleton|CopiesList).*)");

    private static final Set<Class<?>> CHANGEABLE = Set.of(
            StringBuilder.class,
            StringBuffer.class,
            ThreadLocal.class,
            java.util.BitSet.class,
            java.util.Calendar.class,
            java.util.Date.class,
            java.util.Iterator.class,
            java.util.Random.class,
            java.text.Format.class,
            java.nio.Buffer.class,
            java.security.MessageDigest.class);

    private StaticState() {}

    static ArchCondition<JavaField> beUnchangeable() {
        return new ArchCondition<>("be unchangeable") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                if (!field.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                    fault(field)
                            .ifPresent(fault -> events.add(
                                    SimpleConditionEvent.violated(field, field.getFullName() + " " + fault)));
                }
            }
        };
    }

    private static Optional<String> fault(JavaField field) {
        var type = field.getRawType();
        if (!field.getModifiers().contains(JavaModifier.FINAL)) {
            return Optional.of("is static and not final");
        }
        if (type.isArray()) {
            return Optional.of("is a static array");
        }
        if (isConcurrent(type) || CHANGEABLE.stream().anyMatch(type::isAssignableTo)) {
            return Optional.of("holds what is made to be changed: " + type.getSimpleName());
        }
        if (type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class)) {
            var held = valueOf(field.reflect()).getClass().getName();
            return UNMODIFIABLE.matcher(held).matches()
                    ? Optional.empty()
                    : Optional.of("holds a collection that can be changed: " + held);
        }
        return Optional.empty();
    }

    private static boolean isConcurrent(JavaClass type) {
        return type.getPackageName().startsWith("java.util.concurrent") && !type.isEquivalentTo(TimeUnit.class);
    }

    private static Object valueOf(Field field) {
        try {
            field.setAccessible(true);
            var value = field.get(null);
            return value == null ? "" : value;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
