// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A contract is worth something only when it sees what is wrong, and says what: each broken store fails by its number. */
class KitRejectsBrokenStoresTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenStores")
    void aBrokenStoreFailsByTheNumberOfItsPromiseAlone(Class<?> contractTest) {
        Map<Integer, List<String>> failures = FailedPromises.of(contractTest);

        assertThat(failures.keySet())
                .as("promises that %s breaks, of %s", contractTest.getSimpleName(), failures)
                .containsExactly(contractTest.getAnnotation(Breaks.class).value());
        assertThat(failures.values())
                .allSatisfy(messages -> assertThat(messages)
                        .allSatisfy(message -> assertThat(message).startsWith("P" + number(contractTest) + " ")));
    }

    private static int number(Class<?> contractTest) {
        return contractTest.getAnnotation(Breaks.class).value();
    }

    static List<Class<?>> brokenStores() {
        return Kit.broken();
    }
}
