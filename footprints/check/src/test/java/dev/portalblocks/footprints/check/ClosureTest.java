// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.footprints.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClosureTest {
    private static final Closure LISTED =
            Closure.parse(List.of("a-1.jar", "b-1.jar", "1.0 MB of others", "0.4 MB of ours"));

    @Test
    void whatIsListedIsNoDifference() {
        assertThat(LISTED.differencesFrom(LISTED)).isEmpty();
        assertThat(Closure.parse(LISTED.lines())).isEqualTo(LISTED);
    }

    @Test
    void aJarMoreIsNoticed() {
        assertThat(new Closure(List.of("a-1.jar", "b-1.jar", "c-1.jar"), 1.0, 0.4).differencesFrom(LISTED))
                .containsExactly("+ c-1.jar");
    }

    @Test
    void anotherVersionIsNoticed() {
        assertThat(new Closure(List.of("a-1.jar", "b-2.jar"), 1.0, 0.4).differencesFrom(LISTED))
                .containsExactly("- b-1.jar", "+ b-2.jar");
    }

    @Test
    void aLittleGrowthIsNone() {
        assertThat(new Closure(LISTED.jars(), 1.1, 0.6).differencesFrom(LISTED)).isEmpty();
    }

    @Test
    void growthOfOthersIsNoticed() {
        assertThat(new Closure(LISTED.jars(), 1.2, 0.4).differencesFrom(LISTED))
                .containsExactly("- 1.0 MB of others", "+ 1.2 MB of others");
    }

    @Test
    void growthOfOursByMoreThanHalfIsNoticed() {
        assertThat(new Closure(LISTED.jars(), 1.0, 0.7).differencesFrom(LISTED))
                .containsExactly("- 0.4 MB of ours", "+ 0.7 MB of ours");
    }
}
