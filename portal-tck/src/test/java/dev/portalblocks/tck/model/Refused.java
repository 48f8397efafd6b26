// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import java.io.Serial;

/** What the model says no with, by the code that the portal is to answer with. */
final class Refused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean denial;

    private Refused(String code, boolean denial) {
        super(code, null, false, false);
        this.denial = denial;
    }

    /** Returns a refusal that leaves nothing. */
    static Refused because(String code) {
        return new Refused(code, false);
    }

    /** Returns a refusal that leaves an entry in the audit trail. */
    static Refused denied(String code) {
        return new Refused(code, true);
    }

    boolean isDenial() {
        return denial;
    }

    String code() {
        return getMessage();
    }
}
