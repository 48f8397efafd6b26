// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.json;

import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.tck.Seed;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes instances of any record from the types of its components. What a record's constructor refuses as invalid input
 * is made again; a type that it can't make is an {@link UnknownType}, never left out.
 */
final class Samples {
    private static final int TRIES = 20_000;
    private static final int MOST_ELEMENTS = 4;

    private final SplittableRandom random;
    private final Scalars scalars;
    private final List<Class<? extends Record>> arguments;

    /** Fills type variables with records from {@code arguments}. */
    Samples(long seed, List<Class<? extends Record>> arguments) {
        this.random = new SplittableRandom(seed);
        this.scalars = new Scalars(random);
        this.arguments = arguments;
    }

    /** A type that no sample can be made of. */
    static final class UnknownType extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnknownType(String what) {
            super(what);
        }
    }

    /** A record, and what stands for the type variables of its class. */
    record Sample(Class<? extends Record> type, List<Class<?>> arguments, Record value) {}

    Sample next(Class<? extends Record> type) {
        Map<TypeVariable<?>, Class<?>> bound = new LinkedHashMap<>();
        for (TypeVariable<?> variable : type.getTypeParameters()) {
            bound.put(variable, argumentFor(variable));
        }
        return new Sample(type, List.copyOf(bound.values()), make(type, bound));
    }

    private Class<?> argumentFor(TypeVariable<?> variable) {
        List<Class<? extends Record>> fitting = arguments.stream()
                .filter(type -> type.getTypeParameters().length == 0)
                .filter(type -> Arrays.stream(variable.getBounds())
                        .allMatch(bound -> raw(bound).isAssignableFrom(type)))
                .toList();
        if (fitting.isEmpty()) {
            throw new UnknownType(variable + " of " + variable.getGenericDeclaration());
        }
        return fitting.get(random.nextInt(fitting.size()));
    }

    private static Class<?> raw(Type type) {
        Type raw = type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type;
        if (raw instanceof Class<?> known) {
            return known;
        }
        throw new UnknownType(type.getTypeName());
    }

    private Record make(Class<? extends Record> type, Map<TypeVariable<?>, Class<?>> bound) {
        Constructor<? extends Record> constructor = canonical(type);
        for (int i = 0; i < TRIES; i++) {
            Object[] values = Stream.of(type.getRecordComponents())
                    .map(component -> component(component, bound))
                    .toArray();
            try {
                return constructor.newInstance(values);
            } catch (InvocationTargetException e) {
                if (!(e.getCause() instanceof PortalException.InvalidInput)) {
                    throw new IllegalStateException(type.getName() + " fails", e.getCause());
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(type.getName(), e);
            }
        }
        throw new UnknownType(type.getName() + " refuses " + TRIES + " sets of components, seed " + Seed.value());
    }

    private static Constructor<? extends Record> canonical(Class<? extends Record> type) {
        Class<?>[] types = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private @Nullable Object component(RecordComponent component, Map<TypeVariable<?>, Class<?>> bound) {
        try {
            return value(component.getAnnotatedType(), bound);
        } catch (UnknownType e) {
            String where = component.getDeclaringRecord().getName() + "." + component.getName();
            throw new UnknownType(where + ": " + e.getMessage());
        }
    }

    private @Nullable Object value(AnnotatedType annotated, Map<TypeVariable<?>, Class<?>> bound) {
        if (annotated.isAnnotationPresent(Nullable.class) && random.nextInt(3) == 0) {
            return null;
        }
        Type type = annotated.getType();
        if (type instanceof TypeVariable<?> variable) {
            return plain(Objects.requireNonNull(bound.get(variable)));
        }
        if (type instanceof Class<?> plain) {
            return plain(plain);
        }
        if (annotated instanceof AnnotatedParameterizedType parameterized) {
            return collection((ParameterizedType) type, parameterized.getAnnotatedActualTypeArguments(), bound);
        }
        throw new UnknownType(type.getTypeName());
    }

    private @Nullable Object collection(
            ParameterizedType type, AnnotatedType[] of, Map<TypeVariable<?>, Class<?>> bound) {
        Type raw = type.getRawType();
        int size = random.nextInt(MOST_ELEMENTS + 1);
        if (raw == List.class) {
            return Stream.generate(() -> value(of[0], bound)).limit(size).toList();
        }
        if (raw == Set.class) {
            Set<@Nullable Object> set = new LinkedHashSet<>();
            Stream.generate(() -> value(of[0], bound)).limit(size).forEach(set::add);
            return set;
        }
        if (raw == Map.class) {
            Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                map.put(value(of[0], bound), value(of[1], bound));
            }
            return map;
        }
        if (raw instanceof Class<?> record && record.isRecord()) {
            return make(record.asSubclass(Record.class), bound(record, of, bound));
        }
        throw new UnknownType(type.getTypeName());
    }

    private static Map<TypeVariable<?>, Class<?>> bound(
            Class<?> type, AnnotatedType[] arguments, Map<TypeVariable<?>, Class<?>> outer) {
        Map<TypeVariable<?>, Class<?>> bound = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            Type argument = arguments[i].getType();
            Class<?> known = argument instanceof TypeVariable<?> variable ? outer.get(variable) : raw(argument);
            bound.put(type.getTypeParameters()[i], Objects.requireNonNull(known));
        }
        return bound;
    }

    private Object plain(Class<?> type) {
        if (type.isRecord() && type.getTypeParameters().length == 0) {
            return make(type.asSubclass(Record.class), Map.of());
        }
        if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return constants[random.nextInt(constants.length)];
        }
        if (type.isSealed()) {
            Class<?>[] cases = type.getPermittedSubclasses();
            return plain(cases[random.nextInt(cases.length)]);
        }
        return scalars.find(type).orElseThrow(() -> new UnknownType(type.getTypeName()));
    }
}
