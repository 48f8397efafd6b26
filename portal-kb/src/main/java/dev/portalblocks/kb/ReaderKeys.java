// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.kb.model.RecordView;
import dev.portalblocks.publishing.model.Revision;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes keys of readers (HMAC-SHA-256, RFC 2104, of which half is kept). One key is of one reader, article and revision: what somebody read
 * beside it is not told by it, even while the day's secret is there.
 */
final class ReaderKeys {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEPT = 16;

    private ReaderKeys() {}

    /** Returns what tells the reader from others; empty for a visitor without a key, and for a program, which reads nothing for itself. */
    static Optional<String> reader(Actor actor, RecordView command) {
        return switch (actor.kind()) {
            case CUSTOMER, AGENT -> Optional.of(actor.identity());
            case ANONYMOUS -> Optional.ofNullable(command.visitor());
            case SYSTEM -> Optional.empty();
        };
    }

    /** Returns the key of a reader of this kind. */
    static String key(String secret, Actor.Kind kind, String reader, RecordView command, Revision<?> shown) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            update(mac, kind.name());
            update(mac, command.article().toString());
            update(mac, Long.toString(shown.number()));
            update(mac, reader);
            return HexFormat.of().formatHex(Arrays.copyOf(mac.doFinal(), KEPT));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    /** With its length before it, so that no two divisions of the same characters are one. */
    private static void update(Mac mac, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        mac.update(bytes);
    }
}
