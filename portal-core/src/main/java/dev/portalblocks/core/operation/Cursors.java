// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.model.Cursor;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/** Turns a place in a list into a cursor that only the same query of the same tenant accepts. */
final class Cursors {
    private static final int MAC_BYTES = 16;

    private final TenantKeys keys;

    Cursors(TenantKeys keys) {
        this.keys = keys;
    }

    Cursor encode(TenantId tenant, byte[] query, Keyset place) {
        byte[] sortKey = place.sortKey().getBytes(StandardCharsets.UTF_8);
        byte[] id = place.id().getBytes(StandardCharsets.UTF_8);
        byte[] text = ByteBuffer.allocate(Integer.BYTES + sortKey.length + id.length)
                .putInt(sortKey.length)
                .put(sortKey)
                .put(id)
                .array();
        byte[] mac = mac(tenant, query, text);
        byte[] all =
                ByteBuffer.allocate(MAC_BYTES + text.length).put(mac).put(text).array();
        return new Cursor(text(all));
    }

    Keyset decode(TenantId tenant, byte[] query, Cursor cursor) {
        byte[] all = bytes(cursor);
        // the decoder takes several texts for the same bytes; a cursor is the one that a page gave
        if (all.length < MAC_BYTES + Integer.BYTES || !text(all).equals(cursor.value())) {
            throw invalid();
        }
        byte[] text = Arrays.copyOfRange(all, MAC_BYTES, all.length);
        byte[] mac = Arrays.copyOf(all, MAC_BYTES);
        if (!MessageDigest.isEqual(mac, mac(tenant, query, text))) {
            throw invalid();
        }
        ByteBuffer buffer = ByteBuffer.wrap(text);
        byte[] sortKey = new byte[buffer.getInt()];
        buffer.get(sortKey);
        byte[] id = new byte[buffer.remaining()];
        buffer.get(id);
        return new Keyset(new String(sortKey, StandardCharsets.UTF_8), new String(id, StandardCharsets.UTF_8));
    }

    private byte[] mac(TenantId tenant, byte[] query, byte[] text) {
        return Arrays.copyOf(keys.hmac(tenant, "cursor", query, text), MAC_BYTES);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(Cursor cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor.value());
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static PortalException.InvalidInput invalid() {
        return new PortalException.InvalidInput("cursor.invalid");
    }
}
