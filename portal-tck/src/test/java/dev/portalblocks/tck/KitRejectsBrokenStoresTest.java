// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A contract is worth something only when it sees what is wrong, and says what: each broken store fails by its number. Where a
 * contract has several parts, the others are run by the deep proof alone.
 */
class KitRejectsBrokenStoresTest {
    private static final boolean DEEP = Boolean.getBoolean("portal.deep");

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenStores")
    void aBrokenStoreFailsByTheNumberOfItsPromiseAlone(Class<?> contractTest) {
        Map<Integer, List<String>> failures =
                FailedPromises.of(contractTest, testsFor(contractTest)::contains, () -> {});

        assertThat(failures.keySet())
                .as("promises that %s breaks, of %s", contractTest.getSimpleName(), failures)
                .containsExactly(contractTest.getAnnotation(Breaks.class).value());
        assertThat(failures.values())
                .allSatisfy(messages -> assertThat(messages)
                        .allSatisfy(message -> assertThat(message).startsWith("P" + number(contractTest) + " ")));
    }

    private static Set<Method> testsFor(Class<?> contractTest) {
        List<Method> all = List.of(contractTest.getMethods());
        Set<Class<?>> parts = all.stream()
                .filter(test -> DEEP || promise(test) == number(contractTest))
                .map(Method::getDeclaringClass)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(test -> parts.contains(test.getDeclaringClass()))
                .collect(Collectors.toSet());
    }

    private static int promise(Method test) {
        Promise promise = test.getAnnotation(Promise.class);
        return promise == null ? 0 : promise.value();
    }

    private static int number(Class<?> contractTest) {
        return contractTest.getAnnotation(Breaks.class).value();
    }

    static List<Class<?>> brokenStores() {
        return Kit.broken();
    }
}
