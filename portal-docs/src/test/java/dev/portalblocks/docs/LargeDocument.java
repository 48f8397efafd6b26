// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs;

import static dev.portalblocks.docs.VaultHouse.CUSTOMER;
import static dev.portalblocks.docs.VaultHouse.ERIKA;

import dev.portalblocks.core.content.file.FileContentStore;
import dev.portalblocks.docs.model.Document;
import dev.portalblocks.docs.model.UploadDocument;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.SplittableRandom;

/** Hands in a document of many random bytes, and reads it again; runs in a process of its own with little memory. */
final class LargeDocument {
    private LargeDocument() {}

    /** Takes a directory, a number of bytes and a seed; fails where what comes down is not what went up. */
    public static void main(String[] args) throws IOException {
        long size = Long.parseLong(args[1]);
        MessageDigest wentUp = sha256();
        try (VaultHouse house = new VaultHouse(FileContentStore.in(Path.of(args[0])), size)) {
            long start = System.nanoTime();
            RandomBytes source = new RandomBytes(size, Long.parseLong(args[2]), wentUp);
            Document document = house.vault.upload(CUSTOMER, UploadDocument.of(ERIKA, "gross.bin"), source);
            double up = seconds(start);
            String expected = HexFormat.of().formatHex(wentUp.digest());
            require(document.current().size() == size, "size of what was taken in");
            require(document.current().sha256().equals(expected), "hash of what was taken in");

            long turn = System.nanoTime();
            MessageDigest cameDown = sha256();
            long read = 0;
            try (InputStream opened = house.vault.open(CUSTOMER, document.id())) {
                byte[] buffer = new byte[64 * 1024];
                for (int count = opened.read(buffer); count >= 0; count = opened.read(buffer)) {
                    cameDown.update(buffer, 0, count);
                    read += count;
                }
            }
            double down = seconds(turn);
            require(read == size, "size of what came down");
            require(HexFormat.of().formatHex(cameDown.digest()).equals(expected), "hash of what came down");
            System.out.printf(
                    Locale.ROOT,
                    "%d MiB: up %.0f MB/s, down %.0f MB/s, peak heap %d MiB of %d MiB, longest read %d KiB%n",
                    size >> 20,
                    size / 1e6 / up,
                    size / 1e6 / down,
                    peakHeap() >> 20,
                    Runtime.getRuntime().maxMemory() >> 20,
                    source.longest >> 10);
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("Wrong " + what);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** Makes bytes as they are read, and hashes them itself. */
    private static final class RandomBytes extends InputStream {
        private final SplittableRandom random;
        private final MessageDigest digest;
        private long left;
        private int longest;

        RandomBytes(long size, long seed, MessageDigest digest) {
            this.random = new SplittableRandom(seed);
            this.digest = digest;
            this.left = size;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            if (left == 0) {
                return -1;
            }
            byte[] made = new byte[(int) Math.min(left, length)];
            random.nextBytes(made);
            System.arraycopy(made, 0, buffer, from, made.length);
            digest.update(made);
            left -= made.length;
            longest = Math.max(longest, length);
            return made.length;
        }
    }
}
