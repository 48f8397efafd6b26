// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks an interface whose tests check the numbered promises of an SPI. Implement it in a test class, fill in its one
 * method, and run the class: each test shows as {@code P3 …} and says so when it fails.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DisplayNameGeneration(PromiseNames.class)
@ExtendWith(PromiseFailures.class)
public @interface ContractOf {
    /** Returns the SPI, whose Javadoc has the list of promises; the contract itself where it asks for more than the SPI does. */
    Class<?> value();
}
