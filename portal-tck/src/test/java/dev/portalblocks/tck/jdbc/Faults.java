// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import dev.portalblocks.core.model.TenantId;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Puts faults into bundles of stores. */
public final class Faults {
    private static final TenantId ALL = TenantId.of("all");

    private Faults() {}

    /** Answers in a store's place. */
    @FunctionalInterface
    public interface Fault {
        /** Answers. */
        Object instead(Object store, Method method, Object[] given) throws Throwable;
    }

    /** Returns the bundle with a fault in one of its stores. */
    public static <T> T with(Class<T> bundle, T right, Class<?> spi, Fault fault) {
        return proxy(bundle, (proxy, method, arguments) -> {
            Object found = passed(right, method, arguments);
            return arguments == null && method.getReturnType() == spi
                    ? proxy(spi, (self, called, given) -> fault.instead(found, called, given))
                    : found;
        });
    }

    /** Returns the bundle with one store that takes every tenant for the same. */
    static <T> T shared(Class<T> bundle, T right, Class<?> spi) {
        return with(
                bundle,
                right,
                spi,
                (store, method, given) -> passed(
                        store,
                        method,
                        given == null
                                ? null
                                : Arrays.stream(given).map(Faults::ofAll).toArray()));
    }

    static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Faults.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** Has the right one answer. */
    public static Object passed(Object right, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(right, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Object ofAll(Object argument) {
        if (argument instanceof TenantId) {
            return ALL;
        }
        return argument instanceof Record row ? ofAll(row) : argument;
    }

    private static Object ofAll(Record row) {
        try {
            RecordComponent[] components = row.getClass().getRecordComponents();
            Object[] values = new Object[components.length];
            Class<?>[] types = new Class<?>[components.length];
            for (int i = 0; i < values.length; i++) {
                types[i] = components[i].getType();
                values[i] = types[i] == TenantId.class
                        ? ALL
                        : components[i].getAccessor().invoke(row);
            }
            Constructor<?> constructor = row.getClass().getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
