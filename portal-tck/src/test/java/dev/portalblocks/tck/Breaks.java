// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which one promise the store under this contract test breaks on purpose; it keeps every other. The class is
 * nested, so that the build does not run it by itself; {@link KitRejectsBrokenStoresTest} finds and runs it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Breaks {
    /** Returns the number of the promise. */
    int value();
}
