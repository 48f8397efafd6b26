// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.jdbc;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * Names a type that has arguments, for {@link Row#json(String, JsonType)}: {@code new JsonType<Revision<ArticleContent>>() {}}. Kept in a
 * constant, as its making looks its type up.
 *
 * @param <T> the type
 */
public abstract class JsonType<T> {
    private final Type type;

    /**
     * Names the type that the subclass gives.
     *
     * @throws IllegalStateException when it gives none
     */
    protected JsonType() {
        if (!(getClass().getGenericSuperclass() instanceof ParameterizedType named)) {
            throw new IllegalStateException("Name the type: new JsonType<...>() {}");
        }
        type = named.getActualTypeArguments()[0];
    }

    private JsonType(Class<T> type) {
        this.type = type;
    }

    /** Returns a type without arguments. */
    static <T> JsonType<T> of(Class<T> type) {
        return new Plain<>(type);
    }

    private static final class Plain<T> extends JsonType<T> {
        Plain(Class<T> type) {
            super(type);
        }
    }

    /** Returns the type as reflection knows it. */
    Type type() {
        return type;
    }
}
