// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.PortalException.InvalidInput;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.tck.jdbc.Databases;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A portal with samples on one kind of storage, which is given the same calls as the others. */
final class Engine implements AutoCloseable {
    final String name;
    final SampleWorld world;
    private final Composition portal;
    private final Services services;
    private final Asset picture;
    private final Supplier<Object> state;

    private Engine(String name, Composition portal, Supplier<Object> state) {
        this.name = name;
        this.portal = portal;
        this.state = state;
        world = new SampleWorld(portal);
        services = new Services(portal);
        picture = Callers.picture(world);
    }

    /** Returns memory and H2, and PostgreSQL too in a deep run. */
    static List<Engine> all(boolean deep) {
        List<Engine> engines = new ArrayList<>(List.of(inMemory(), on(Databases.H2)));
        if (deep) {
            engines.add(on(Databases.POSTGRESQL));
        }
        return engines;
    }

    private static Engine inMemory() {
        Composition portal = Composition.fresh();
        return new Engine("memory", portal, portal::kept);
    }

    private static Engine on(Databases databases) {
        DataSource source = databases.fresh();
        return new Engine(
                databases.name(), Composition.in(Databases.on(source), bytes -> bytes), () -> Rows.in(source));
    }

    /**
     * How a call ended.
     *
     * @param answer {@code ok}, or what was refused and why
     * @param result what came back; null where nothing did
     */
    record End(String answer, @Nullable Object result) {
        boolean isOk() {
            return answer.equals("ok");
        }
    }

    /** Returns all that is kept. */
    Object state() {
        return state.get();
    }

    /** Returns something that the method can attach. */
    ContentRef attachment(Method method) {
        return Callers.attachment(world, method);
    }

    /** Calls a method with these texts, and with a number at its place where there is one. */
    End call(Method method, Handed.Texts texts, Map<String, Object> numbers) {
        return call(method, texts, numbers, attachment(method));
    }

    /** Calls a method with these texts and with this attachment. */
    End call(Method method, Handed.Texts texts, Map<String, Object> numbers, ContentRef attachment) {
        return end(() -> {
            Handed handed = new Handed(
                    method,
                    world.target,
                    place -> Callers.known(world, place, texts.at(place)),
                    attachment,
                    picture,
                    false);
            numbers.forEach(handed::with);
            return services.call(method, handed.arguments(Callers.of(method, world)));
        });
    }

    /** Returns how this ends. Only what is no refusal of the library's is told as it is. */
    static End end(Supplier<@Nullable Object> work) {
        try {
            return new End("ok", work.get());
        } catch (InvalidInput refused) {
            List<String> said = refused.violations().stream()
                    .map(it -> it.field().replaceAll("\\[.*]", "[]") + " " + it.code())
                    .toList();
            return new End("InvalidInput " + refused.code() + said, null);
        } catch (PortalException refused) {
            return new End(refused.getClass().getSimpleName() + " " + refused.code(), null);
        } catch (RuntimeException failed) {
            return new End("threw " + failed, null);
        }
    }

    /** Returns every text that the same block's reading methods show of what came back. */
    Set<String> shown(Method method, @Nullable Object result) {
        Map<Class<?>, Object> ids = new HashMap<>();
        Set<String> texts = new HashSet<>();
        gather(result, ids, new HashSet<>());
        for (Method reader : Places.methods()) {
            if (reader.getDeclaringClass()
                            .getPackage()
                            .equals(method.getDeclaringClass().getPackage())
                    && services.have(reader)
                    && isReading(reader)) {
                Actor actor = Callers.of(reader, world);
                Object[] arguments = arguments(reader, actor, ids);
                if (arguments != null) {
                    gather(end(() -> services.call(reader, arguments)).result(), new HashMap<>(), texts);
                }
            }
        }
        return texts;
    }

    private boolean isReading(Method method) {
        return !portal.operation(Callers.operation(method)).isWriting()
                && !InputStream.class.isAssignableFrom(method.getReturnType());
    }

    private static Object @Nullable [] arguments(Method reader, Actor actor, Map<Class<?>, Object> ids) {
        Class<?>[] types = reader.getParameterTypes();
        Object[] arguments = new Object[types.length];
        boolean aimed = false;
        for (int i = 0; i < types.length; i++) {
            if (types[i] == Actor.class) {
                arguments[i] = actor;
            } else if (types[i] == PageRequest.class) {
                arguments[i] = PageRequest.first(PageRequest.MAX_LIMIT);
            } else if (types[i].isEnum()) {
                arguments[i] = types[i].getEnumConstants()[types[i].getEnumConstants().length - 1];
            } else if (types[i] != LanguageTag.class) {
                arguments[i] = ids.get(types[i]);
                aimed = true;
                if (arguments[i] == null) {
                    return null;
                }
            }
        }
        return aimed || types.length == 1 ? arguments : null;
    }

    /** Goes through records and collections, and notes the ids and the texts. */
    private static void gather(@Nullable Object value, Map<Class<?>, Object> ids, Set<String> texts) {
        if (value instanceof String text) {
            texts.add(text);
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, element) -> {
                gather(key, ids, texts);
                gather(element, ids, texts);
            });
        } else if (value instanceof Collection<?> collection) {
            collection.forEach(element -> gather(element, ids, texts));
        } else if (value instanceof java.util.Optional<?> optional) {
            gather(optional.orElse(null), ids, texts);
        } else if (value instanceof Record holder) {
            ids.putIfAbsent(holder.getClass(), holder);
            for (RecordComponent component : holder.getClass().getRecordComponents()) {
                gather(read(holder, component), ids, texts);
            }
        }
    }

    private static @Nullable Object read(Record holder, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(holder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        portal.close();
    }
}
