// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.TenantId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever closes an index while others open it leaves nothing open. */
class ClosingIndexTest {
    private static final int ROUNDS = 40;
    private static final int TENANTS = 4;

    @TempDir
    private Path directory;

    /** A folder that something still writes in is locked to who comes next. */
    @Test
    void whatIsOpenedBesideACloseIsClosed() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(TENANTS);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                Path folder = directory.resolve("round-" + round % 3);
                LuceneSearchIndex index = LuceneSearchIndex.in(folder);
                CyclicBarrier start = new CyclicBarrier(TENANTS + 1);
                List<Future<Boolean>> writers = new ArrayList<>();
                for (int i = 0; i < TENANTS; i++) {
                    TenantId tenant = TenantId.of("t" + i);
                    writers.add(threads.submit(() -> isWritten(index, tenant, start)));
                }
                start.await();
                index.close();
                for (Future<Boolean> writer : writers) {
                    writer.get();
                }
                assertNothingIsOpen(folder, round);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean isWritten(LuceneSearchIndex index, TenantId tenant, CyclicBarrier start) throws Exception {
        start.await();
        try {
            index.update(tenant, List.of(Samples.german("a", "Beitrag", "")), Samples.at(1));
            return true;
        } catch (IllegalStateException e) {
            return false; // it was closed before
        }
    }

    private static void assertNothingIsOpen(Path folder, int round) {
        try (LuceneSearchIndex next = LuceneSearchIndex.in(folder)) {
            for (int i = 0; i < TENANTS; i++) {
                TenantId tenant = TenantId.of("t" + i);
                next.update(tenant, List.of(), Samples.at(round + 2));
                assertThat(next.progress(tenant)).contains(Samples.at(round + 2));
            }
        }
    }
}
