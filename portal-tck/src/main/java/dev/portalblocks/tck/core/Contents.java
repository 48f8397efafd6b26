// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.content.ContentStore;
import dev.portalblocks.core.content.StoredBytes;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Seed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** What the contract of stored bytes asks of a store over and over. */
final class Contents {
    static final TenantId ACME = TenantId.of("acme");

    private Contents() {}

    static ContentRef ref(SplittableRandom random) {
        return ContentRef.of(Seed.uuid(random));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Hashes by itself, so that a store can't be right by its own measure. */
    static StoredBytes measured(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new StoredBytes(bytes.length, HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    static boolean isThere(ContentStore store, ContentRef ref) {
        return find(store, ACME, ref).isPresent();
    }

    static byte[] read(ContentStore store, TenantId tenant, ContentRef ref) {
        return find(store, tenant, ref).orElseThrow(() -> new AssertionError("Nothing to open"));
    }

    static Optional<byte[]> find(ContentStore store, TenantId tenant, ContentRef ref) {
        return store.open(tenant, ref).map(Contents::readAndClose);
    }

    static InputStream open(ContentStore store, ContentRef ref) {
        return store.open(ACME, ref).orElseThrow(() -> new AssertionError("Nothing to open"));
    }

    static byte[] readAndClose(InputStream source) {
        try (source) {
            return source.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError("What was kept can't be read", new UncheckedIOException(e));
        }
    }

    static <T> Outcome<T> outcome(Supplier<T> call) {
        try {
            return new Outcome<>(call.get(), null);
        } catch (PortalException e) {
            return new Outcome<>(null, e);
        }
    }
}
