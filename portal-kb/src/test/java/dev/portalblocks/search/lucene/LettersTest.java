// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LettersTest {
    @ParameterizedTest
    @CsvSource({
        "beitrag, beitrag, false",
        "beitrg, beitrag, true",
        "beitragg, beitrag, true",
        "eitrag, beitrag, true",
        "veitrag, beitrag, true",
        "ebitrag, beitrag, true",
        "beitrga, beitrag, true",
        "beitar, beitrag, false",
        "eibtrag, beitrag, false",
        "abc, cba, false",
        "a, b, true",
        "'', b, true",
        "'', '', false",
        "ab, '', false"
    })
    void wordsDifferByOneLetterOrNot(String one, String other, boolean differ) {
        assertThat(Letters.differByOne(one, other)).isEqualTo(differ);
        assertThat(Letters.differByOne(other, one)).isEqualTo(differ);
    }
}
