// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Numbers that become texts keep their order. */
class KeysetTest {
    @Test
    void digitsSortAsTheirNumbersDo() {
        assertThat(LongStream.of(0, 9, 10, 99, 1_000, Long.MAX_VALUE).mapToObj(number -> Keyset.digits(number, 19)))
                .isSorted()
                .allMatch(digits -> digits.length() == 19)
                .startsWith("0000000000000000000", "0000000000000000009", "0000000000000000010");
    }

    @Test
    void whatWouldSortElsewhereIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Keyset.digits(-1, 19));
        assertThatIllegalArgumentException().isThrownBy(() -> Keyset.digits(100, 2));
        assertThat(Keyset.digits(99, 2)).isEqualTo("99");
    }
}
