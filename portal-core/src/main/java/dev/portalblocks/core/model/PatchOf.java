// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a command's map of changes: each key names a component of the template, and its value is checked by that
 * component's constraints. A key that is absent changes nothing; null clears.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface PatchOf {
    /** Returns the record that the map changes. */
    Class<? extends Record> value();
}
