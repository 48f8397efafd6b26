// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;

/** What kinds of types there are for the rules of the house. */
final class Shapes {
    private Shapes() {}

    static boolean isClosed(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.FINAL)
                || type.isEnum()
                || type.isAnnotation()
                || type.isAnonymousClass()
                || type.isLocalClass()
                || type.reflect().isSealed();
    }

    static boolean isCallback(JavaClass type) {
        return type.isInterface()
                && type.getAllMethods().stream()
                                .filter(method -> method.getModifiers().contains(JavaModifier.ABSTRACT))
                                .count()
                        == 1;
    }

    static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Shapes::outermost).orElse(type);
    }
}
