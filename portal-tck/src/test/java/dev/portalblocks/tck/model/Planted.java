// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.IdentityHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Stores with a fault in one method, which the model is to find. */
final class Planted {
    /** Stores as they are. */
    static final Planted NOTHING = new Planted("", () -> (real, arguments) -> null);

    private final String call;
    private final Supplier<Fault> faults;
    private final Fault fault;
    private final IdentityHashMap<Object, Object> known = new IdentityHashMap<>();

    Planted(String call, Supplier<Fault> faults) {
        this.call = call;
        this.faults = faults;
        this.fault = faults.get();
    }

    /** Does something else in a method's place. */
    @FunctionalInterface
    interface Fault {
        /** Returns what the method returns. */
        @Nullable
        Object instead(Real real, Object[] arguments) throws Throwable;
    }

    /** The method as it is. */
    @FunctionalInterface
    interface Real {
        /** Calls it. */
        @Nullable
        Object call(Object... arguments) throws Throwable;
    }

    /** Returns the same for a new process: what the fault remembers is gone. */
    Planted fresh() {
        return this == NOTHING ? this : new Planted(call, faults);
    }

    /** Returns the bundle with the fault in its stores. */
    <T> T in(Class<T> spi, T real) {
        if (this == NOTHING) {
            return real;
        }
        return spi.cast(known.computeIfAbsent(
                real,
                unknown -> Proxy.newProxyInstance(spi.getClassLoader(), new Class<?>[] {spi}, handler(spi, real))));
    }

    private InvocationHandler handler(Class<?> spi, Object real) {
        return (proxy, method, arguments) -> {
            Real asItIs = given -> call(real, method, given);
            if (arguments == null) {
                Object found = asItIs.call();
                Class<?> type = method.getReturnType();
                boolean store =
                        found != null && type.isInterface() && type.getName().startsWith("dev.portalblocks.");
                return store && !type.getSimpleName().equals("TeamDirectory") ? watched(type, found) : found;
            }
            boolean here = (spi.getSimpleName() + "." + method.getName()).equals(call);
            return here ? fault.instead(asItIs, arguments) : asItIs.call(arguments);
        };
    }

    private <T> T watched(Class<T> type, Object found) {
        return in(type, type.cast(found));
    }

    private static @Nullable Object call(Object real, Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
