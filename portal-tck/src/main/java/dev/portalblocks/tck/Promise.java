// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which promise of the SPI a test checks. One only: when the test fails, it is that promise that was broken.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Promise {
    /** Returns the number that the promise has in the list of the SPI's Javadoc, from 1. */
    int value();
}
