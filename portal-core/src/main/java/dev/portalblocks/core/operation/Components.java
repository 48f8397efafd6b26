// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** Reads the components of records that are not known by their type. */
final class Components {
    private Components() {}

    /** Returns what the component holds; throws {@code IllegalStateException} where the record's module does not allow it. */
    static @Nullable Object read(Record holder, RecordComponent component) {
        Method accessor = component.getAccessor();
        try {
            accessor.trySetAccessible(); // for a record that is not public
            return accessor.invoke(holder);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Package not open to validation: " + holder.getClass(), e);
        }
    }
}
