// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.tck.PublishedClasses;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds out whether every public method of every service takes the one way.
 *
 * <p>A service is what its class is: a public class in a block's root package that has a public method of its objects
 * and is neither a record nor an exception, or one beside it that stands on a service and implements no SPI. The portal
 * itself, which services are made on, is none, and neither are the areas of pure functions.
 */
final class Ways {
    private static final String HOUSE = "dev.portalblocks.";
    private static final Pattern ROOT = Pattern.compile("dev\\.portalblocks\\.(?!publishing$|rendering$)[a-z]+");
    private static final Pattern BESIDE =
            Pattern.compile("dev\\.portalblocks\\.(?!core\\.)[a-z]+\\.(?!model|spi)[a-z]+");

    private final Rules rules;
    private final Map<String, Invoker> invokers;
    private final Worlds worlds;

    Ways(Rules rules, Collection<Invoker> invokers, Worlds worlds) {
        this.rules = rules;
        this.worlds = worlds;
        this.invokers = invokers.stream().collect(Collectors.toMap(Invoker::method, Function.identity()));
    }

    /** Returns the services of the published modules. */
    static Set<Class<?>> services() {
        return PublishedClasses.all().stream()
                .filter(type -> Modifier.isPublic(type.getModifiers()) && !type.isInterface())
                .filter(Ways::isService)
                .collect(Collectors.toSet());
    }

    static boolean isService(Class<?> type) {
        boolean value = type.isRecord() || type.isEnum() || Throwable.class.isAssignableFrom(type);
        boolean runtime = type == Portal.class || isBuilder(type);
        if (value || runtime || publicMethods(type).isEmpty()) {
            return false;
        }
        String place = type.getPackageName();
        return ROOT.matcher(place).matches() || (BESIDE.matcher(place).matches() && standsOnService(type));
    }

    /** Returns what is wrong with these services; nothing when all is well. */
    List<String> complaints(Collection<Class<?>> services, Collection<Operation> declared) {
        List<String> complaints = new ArrayList<>();
        Set<String> methods = new HashSet<>();
        for (Class<?> service : services) {
            for (Method method : publicMethods(service)) {
                if (!isAccessor(method) && !isClose(method)) {
                    methods.add(signature(method));
                    complaints.addAll(complaints(method, declared));
                }
            }
        }
        invokers.values().stream()
                .filter(invoker -> invoker.method().contains("("))
                .filter(invoker -> !methods.contains(invoker.method()))
                .forEach(invoker -> complaints.add(invoker.method() + ": has an invoker and is no method"));
        return complaints;
    }

    /** Returns the declared operations that no invoker reaches. */
    List<String> unreached(Collection<Operation> declared) {
        Set<String> left = declared.stream().map(Operation::name).collect(Collectors.toCollection(TreeSet::new));
        invokers.values().forEach(invoker -> left.remove(invoker.operation()));
        return left.stream()
                .map(name -> name + ": is declared and never reached")
                .toList();
    }

    private List<String> complaints(Method method, Collection<Operation> declared) {
        String signature = signature(method);
        if (method.getParameterCount() == 0 || method.getParameterTypes()[0] != Actor.class) {
            return List.of(signature + ": does not take the actor first");
        }
        Invoker invoker = invokers.get(signature);
        return invoker == null ? List.of(signature + ": has no invoker") : complaints(invoker, declared);
    }

    /** Sends the method along the way under a policy that denies everything, and looks at what came of it. */
    List<String> complaints(Invoker invoker, Collection<Operation> declared) {
        SampleWorld world = worlds.next();
        Composition portal = world.portal;
        try {
            Kept before = portal.kept();
            portal.policy.follow(Ruler.NOBODY);
            portal.steps.watch();
            boolean denied = isDenied(invoker, world);
            portal.steps.stop();
            List<AuditEntry> entries = portal.kept().auditSince(before);
            if (!denied || entries.size() != 1 || !storesLeftAlone(portal.steps).isEmpty()) {
                return List.of(invoker.method() + ": goes past the one way" + storesLeftAlone(portal.steps));
            }
            return complaints(invoker, entries.get(0).operation(), declared);
        } finally {
            portal.policy.follow(RolePolicy.standard());
        }
    }

    private List<String> complaints(Invoker invoker, String travelled, Collection<Operation> declared) {
        List<String> complaints = new ArrayList<>();
        if (!travelled.equals(invoker.operation())) {
            complaints.add(invoker.method() + ": travels as " + travelled + ", not as " + invoker.operation());
        }
        if (declared.stream().noneMatch(operation -> operation.name().equals(travelled))) {
            complaints.add(invoker.method() + ": travels as " + travelled + ", which no block declares");
        }
        if (rules.of(travelled).isEmpty()) {
            complaints.add(invoker.method() + ": travels as " + travelled + ", which has no rules");
        }
        return complaints;
    }

    private static boolean isDenied(Invoker invoker, SampleWorld world) {
        try {
            invoker.invoke(world.portal, world.program(), world.target);
            return false;
        } catch (PortalException.AccessDenied e) {
            return true;
        } catch (PortalException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** Before the policy has been asked nothing of a block's may be touched, and no bytes. */
    private static Set<String> storesLeftAlone(Steps steps) {
        return steps.taken().stream()
                .filter(step -> step.spi().getPackageName().endsWith(".spi")
                        || step.spi().getPackageName().endsWith(".content")
                        || step.call().startsWith("IdempotencyStore.")
                        || step.call().startsWith("MandateStore.")
                        || step.call().startsWith("EventStore."))
                .map(Steps.Step::call)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Method> publicMethods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !method.isSynthetic() && !isObjects(method))
                .toList();
    }

    private static boolean isObjects(Method method) {
        return Stream.of("toString", "hashCode", "equals").anyMatch(method.getName()::equals);
    }

    /** A door to a further room: it takes nothing, and what it gives is a service or an SPI of ours. */
    private static boolean isAccessor(Method method) {
        Class<?> found = method.getReturnType();
        return method.getParameterCount() == 0
                && found.getName().startsWith(HOUSE)
                && (isService(found)
                        || (found.isInterface() && found.getPackageName().endsWith(".spi")));
    }

    private static boolean isClose(Method method) {
        return method.getName().equals("close")
                && method.getParameterCount() == 0
                && AutoCloseable.class.isAssignableFrom(method.getDeclaringClass());
    }

    private static boolean isBuilder(Class<?> type) {
        return type.getEnclosingClass() != null
                && publicMethods(type).stream()
                        .anyMatch(method -> method.getName().equals("build")
                                && method.getParameterCount() == 0
                                && method.getReturnType() == type.getEnclosingClass());
    }

    private static boolean standsOnService(Class<?> type) {
        boolean implementsSpi = Arrays.stream(type.getInterfaces())
                .anyMatch(spi -> spi.getName().startsWith(HOUSE));
        return !implementsSpi
                && Arrays.stream(type.getDeclaredFields())
                        .map(Field::getType)
                        .anyMatch(field -> field == Operations.class
                                || field == Portal.class
                                || (field != type
                                        && ROOT.matcher(field.getPackageName()).matches()
                                        && isService(field)));
    }

    static String signature(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
