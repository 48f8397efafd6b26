// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a stored component that says nothing about a person, and why. */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface NotPersonal {
    /** Returns the reason, in a few words. */
    String value();
}
