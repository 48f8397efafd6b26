// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.portalblocks.core.model.PortalException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Says by which code a call is refused. */
final class Refusals {
    private Refusals() {}

    static void assertRefused(Class<? extends PortalException> kind, String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(kind)
                .asInstanceOf(type(PortalException.class))
                .returns(code, PortalException::code);
    }

    static void assertNotFound(String code, ThrowingCallable call) {
        assertRefused(PortalException.NotFound.class, code, call);
    }

    static void assertConflict(String code, ThrowingCallable call) {
        assertRefused(PortalException.Conflict.class, code, call);
    }
}
