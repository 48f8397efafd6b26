// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.spi.IndexQuery;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Turns a right store into one whose one method translates the scope wrongly; the others stay right. */
public final class ScopeMutants {
    private final Class<?> spi;
    private final Set<String> methods;
    private final ScopeMutation mutation;
    private final Set<TenantId> tenants = ConcurrentHashMap.newKeySet();

    /** Mistakes what these methods of the SPI are given. */
    public ScopeMutants(Class<?> spi, Set<String> methods, ScopeMutation mutation) {
        this.spi = spi;
        this.methods = methods;
        this.mutation = mutation;
    }

    /** Returns whether the method takes a scope, by itself or within a query. */
    public static boolean takesScope(Method method) {
        List<Class<?>> taken = Arrays.asList(method.getParameterTypes());
        return taken.contains(Scope.class) || taken.contains(IndexQuery.class);
    }

    /** Returns the store, or the bundle of stores, with the mistake in it. */
    public <T> T in(T right) {
        List<Class<?>> types = new ArrayList<>();
        for (Class<?> type = right.getClass(); type != null; type = type.getSuperclass()) {
            Arrays.stream(type.getInterfaces())
                    .filter(found -> found.getName().startsWith("dev.portalblocks."))
                    .forEach(types::add);
        }
        @SuppressWarnings("unchecked") // it implements all that the right one does
        T wrong = (T) Proxy.newProxyInstance(
                ScopeMutants.class.getClassLoader(),
                types.toArray(Class<?>[]::new),
                (proxy, method, arguments) -> call(right, method, arguments));
        return wrong;
    }

    private @Nullable Object call(Object right, Method method, Object @Nullable [] given) throws Throwable {
        Object[] arguments = given == null ? new Object[0] : given;
        Arrays.stream(arguments).forEach(this::noticeTenant);
        if (arguments.length == 0 && isSpi(method.getReturnType())) {
            return in(passed(right, method, arguments));
        }
        if (!takesScope(method) || !spi.isInstance(right) || !methods.contains(method.getName())) {
            return passed(right, method, arguments);
        }
        if (mutation.dimension() == ScopeMutation.Dimension.TENANT) {
            return ofAllTenants(right, method, arguments);
        }
        return passed(right, method, mapped(arguments, mutation::of));
    }

    private static boolean isSpi(Class<?> type) {
        return type.isInterface()
                && type.getName().startsWith("dev.portalblocks.")
                && !type.isSealed()
                && Arrays.stream(type.getMethods()).anyMatch(ScopeMutants::takesScope);
    }

    /** Adds what other tenants have. */
    private Object ofAllTenants(Object right, Method method, Object[] arguments) throws Throwable {
        Object answer = passed(right, method, arguments);
        for (TenantId tenant : Set.copyOf(tenants)) {
            Object[] others = mapped(
                    arguments,
                    scope -> new Scope(tenant, scope.customers(), scope.teams(), scope.audiences(), scope.states()));
            if (!Arrays.equals(others, arguments)) {
                answer = joined(answer, passed(right, method, others));
            }
        }
        return answer;
    }

    private static Object joined(Object one, Object other) {
        if (one instanceof Optional<?> found) {
            return found.isPresent() ? found : other;
        }
        if (one instanceof List<?> list && other instanceof List<?> more) {
            List<Object> both = new ArrayList<>(list);
            both.addAll(more);
            return both;
        }
        if (one instanceof Map<?, ?> map && other instanceof Map<?, ?> more) {
            Map<Object, Object> both = new HashMap<>(map);
            more.forEach((key, value) -> both.merge(key, value, (x, y) -> (Integer) x + (Integer) y));
            return both;
        }
        if (one instanceof Boolean is) {
            return is || (Boolean) other;
        }
        if (one instanceof Long number) {
            return number + (Long) other;
        }
        if (one instanceof Integer number) {
            return number + (Integer) other;
        }
        return other; // a record of totals: those of another tenant
    }

    private interface Mistake {
        Scope in(Scope scope);
    }

    private static Object[] mapped(Object[] arguments, Mistake mistake) {
        Object[] wrong = arguments.clone();
        for (int i = 0; i < wrong.length; i++) {
            if (wrong[i] instanceof Scope scope) {
                wrong[i] = mistake.in(scope);
            } else if (wrong[i] instanceof IndexQuery query) {
                Map<String, Scope> scopes = new HashMap<>();
                query.scopes().forEach((type, scope) -> scopes.put(type, mistake.in(scope)));
                wrong[i] = query.within(scopes);
            }
        }
        return wrong;
    }

    private void noticeTenant(@Nullable Object argument) {
        if (argument instanceof Scope scope) {
            tenants.add(scope.tenant());
        } else if (argument instanceof Record row) {
            Arrays.stream(row.getClass().getRecordComponents())
                    .filter(component -> component.getType() == TenantId.class)
                    .forEach(component -> tenants.add(tenantOf(row, component.getAccessor())));
        }
    }

    private static TenantId tenantOf(Record row, Method accessor) {
        try {
            return (TenantId) accessor.invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object passed(Object right, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(right, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
