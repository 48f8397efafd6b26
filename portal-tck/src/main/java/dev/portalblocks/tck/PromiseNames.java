// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGenerator;

/** Shows a test as the number of its promise and its name in words: {@code P2 a taken reference is refused}. */
public final class PromiseNames extends DisplayNameGenerator.Standard {
    private static final Pattern NEXT_WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    /** Is made by JUnit. */
    public PromiseNames() {}

    @Override
    public String generateDisplayNameForMethod(List<Class<?>> enclosing, Class<?> testClass, Method test) {
        Promise promise = test.getAnnotation(Promise.class);
        return promise == null
                ? super.generateDisplayNameForMethod(enclosing, testClass, test)
                : "P" + promise.value() + " " + words(test.getName());
    }

    private static String words(String name) {
        return NEXT_WORD.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
