// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.tx.TransactionDomain;
import dev.portalblocks.core.tx.Tx;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Hands out real stores whose calls are {@link Steps}. What an accessor of a bundle returns is watched as well, and the
 * same object is always the same to the library.
 */
final class Watched {
    private final Steps steps;
    private final Map<Object, Object> known = Collections.synchronizedMap(new IdentityHashMap<>());

    Watched(Steps steps) {
        this.steps = steps;
    }

    /** Returns the object, watched through its SPI. */
    <T> T of(Class<T> spi, T real) {
        return spi.cast(known.computeIfAbsent(
                real,
                unknown -> Proxy.newProxyInstance(spi.getClassLoader(), new Class<?>[] {spi}, new Handler(spi, real))));
    }

    private final class Handler implements InvocationHandler {
        private final Class<?> spi;
        private final Object real;

        Handler(Class<?> spi, Object real) {
            this.spi = spi;
            this.real = real;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (arguments == null || method.getDeclaringClass() == Object.class) {
                return accessor(method, arguments);
            }
            boolean transaction = real instanceof TransactionDomain;
            if (transaction) {
                arguments[0] = endingWork(method.getName(), arguments[0]);
            }
            steps.pass(spi, method.getName(), Steps.Moment.BEFORE);
            Object result;
            try {
                result = call(method, arguments);
            } finally {
                if (transaction) {
                    steps.pass(spi, method.getName(), Steps.Moment.ENDED);
                }
            }
            boolean writing = transaction && isWriting(method.getName());
            steps.pass(spi, method.getName(), writing ? Steps.Moment.COMMITTED : Steps.Moment.AFTER);
            return result;
        }

        private @Nullable Object accessor(Method method, Object @Nullable [] arguments) throws Throwable {
            Object found = call(method, arguments);
            Class<?> type = method.getReturnType();
            return found != null && type.isInterface() && type.getName().startsWith("dev.portalblocks.")
                    ? watched(type, found)
                    : found;
        }

        private <T> T watched(Class<T> type, Object found) {
            return of(type, type.cast(found));
        }

        private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
            try {
                return method.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        private static boolean isWriting(String method) {
            return method.equals("write") || method.equals("apart");
        }

        @SuppressWarnings("unchecked") // every method of a domain take a function of the transaction
        private Object endingWork(String method, Object work) {
            Function<Tx, Object> function = (Function<Tx, Object>) work;
            return (Function<Tx, Object>) tx -> {
                Object result = function.apply(tx);
                if (isWriting(method)) {
                    steps.pass(spi, method, Steps.Moment.COMMITTING);
                }
                return result;
            };
        }
    }
}
