// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

/** Why a file can't be read: ends its reading, and becomes its {@link Reading.Refusal}. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    private final int line;
    private final String code;
    private final String reason;

    Refused(int line, String code, String reason) {
        super(code, null, false, false);
        this.line = line;
        this.code = code;
        this.reason = reason;
    }

    static Refused whole(String code, String reason) {
        return new Refused(0, code, reason);
    }

    Reading.Refusal at(String path) {
        return new Reading.Refusal(path, line, code, reason);
    }
}
