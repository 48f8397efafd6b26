// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a stored component that says something about a person. The record of processing (GDPR Art. 30), export, erasure
 * and redaction follow from these marks.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface PersonalData {
    /** Returns what sort of data it is. */
    Category category();

    /** Returns what it is kept for, in a few words. */
    String purpose();

    /** Returns the retention class that says how long. */
    String retention() default "customer-relationship";

    /** The sorts of personal data that a portal keeps. */
    enum Category {
        /** Who somebody is: name, date of birth, login. */
        IDENTITY,
        /** Where somebody is reached: address, e-mail, telephone. */
        CONTACT,
        /** What somebody prefers or has consented to. */
        PREFERENCE,
        /** What somebody wrote or handed in. */
        CONTENT,
        /** What somebody did. */
        USAGE
    }
}
