// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.kb.download.DownloadOptions;
import dev.portalblocks.kb.download.HtmlDownload;
import dev.portalblocks.kb.download.MarkdownDownload;
import dev.portalblocks.kb.pdf.PdfDownload;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The services of a composed portal by their classes, found through their accessors; calls any method of theirs. */
final class Services {
    private final Map<Class<?>, Object> known = new HashMap<>();

    Services(Composition portal) {
        Deque<Object> doors = new ArrayDeque<>(List.of(
                portal.portal,
                portal.profiles,
                portal.knowledge,
                portal.faq,
                portal.synonyms,
                portal.inbox,
                portal.vault,
                portal.search,
                portal.learning,
                HtmlDownload.of(portal.knowledge, DownloadOptions.standard()),
                MarkdownDownload.of(portal.knowledge, DownloadOptions.standard()),
                PdfDownload.of(portal.knowledge, DownloadOptions.standard())));
        while (!doors.isEmpty()) {
            Object door = doors.remove();
            if (known.putIfAbsent(door.getClass(), door) == null) {
                for (Method method : door.getClass().getDeclaredMethods()) {
                    if (Modifier.isPublic(method.getModifiers())
                            && !Modifier.isStatic(method.getModifiers())
                            && method.getParameterCount() == 0
                            && Ways.isService(method.getReturnType())) {
                        doors.add(call(method, door));
                    }
                }
            }
        }
    }

    /** Returns whether the method's service is a part of the portal; one that is made beside it is not. */
    boolean have(Method method) {
        return known.containsKey(method.getDeclaringClass());
    }

    /** Calls a method of a service; what it throws comes as it is. */
    @Nullable
    Object call(Method method, Object[] arguments) {
        Object service = known.get(method.getDeclaringClass());
        if (service == null) {
            throw new AssertionError("No service has " + method);
        }
        return call(method, service, arguments);
    }

    private static Object call(Method method, Object service, Object... arguments) {
        try {
            return method.invoke(service, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
