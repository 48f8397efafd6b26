// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.model.PortalException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** How a call was refused. */
final class Refusals {
    private Refusals() {}

    static void assertRefused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        PortalException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
