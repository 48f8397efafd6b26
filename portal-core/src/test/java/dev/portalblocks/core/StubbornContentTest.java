// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import static dev.portalblocks.core.Depot.ERIKA;
import static dev.portalblocks.core.Depot.ERIKAS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.Depot.File;
import dev.portalblocks.core.content.ContentStore;
import dev.portalblocks.core.content.StoredBytes;
import dev.portalblocks.core.content.StoredContent;
import dev.portalblocks.core.content.memory.MemoryContentStore;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sources and stores that do not do what they should. */
class StubbornContentTest {
    private final Depot depot = new Depot();

    @AfterEach
    void close() {
        depot.close();
    }

    @Test
    void whoKnowsTheSizeAndReadsNoFurtherIsNotGivenTheLastOfDamagedBytes() throws IOException {
        File file = depot.put(ERIKA, "hello");
        depot.bytes.delete(Depot.ACME, file.content());
        depot.bytes.write(Depot.ACME, file.content(), Streams.of("hellO"), 10);

        try (InputStream bytes = depot.open(file.content())) {
            UploadsTest.assertRefused(StorageFailure.class, "content.damaged", () -> bytes.readNBytes(5));
        }
    }

    @Test
    void bytesThatCannotBeDeletedDoNotKeepOthersFromTheirTurn() {
        Stubborn bytes = new Stubborn();
        try (Depot full = new Depot(new Memory(), bytes, stores -> stores, 4711)) {
            full.holding = false;
            for (int i = 0; i < 150; i++) {
                full.put(ERIKA, "text " + i);
                full.clock.move(Duration.ofSeconds(1));
            }
            full.rows().stream()
                    .sorted(Comparator.comparing(StoredContent::touchedAt))
                    .limit(100)
                    .forEach(row -> bytes.stuck.add(row.ref()));
            full.clock.move(ContentCare.UNUSED);
            for (int run = 0; run < 3; run++) {
                full.clock.move(Duration.ofMinutes(10));
                assertThatThrownBy(() -> full.portal.contentCare().sweep(Depot.PROGRAM))
                        .isInstanceOf(StorageFailure.class);
            }

            assertThat(full.rows()).extracting(StoredContent::ref).containsExactlyInAnyOrderElementsOf(bytes.stuck);
        }
    }

    @Test
    void equalBytesOfAnotherTypeAreKeptApart() {
        depot.types = head -> "application/octet-stream";
        File unknown = depot.put(ERIKA, "%PDF");
        depot.types = head -> "application/pdf";
        File known = depot.put(ERIKA, "%PDF");

        assertThat(unknown.mediaType()).isEqualTo("application/octet-stream");
        assertThat(known.mediaType()).isEqualTo("application/pdf");
    }

    @Test
    void aSourceThatReadsNothingIsAskedForAByte() {
        InputStream lazy = new FilterInputStream(Streams.of("hello")) {
            @Override
            public int read(byte[] buffer, int from, int length) {
                return 0;
            }
        };

        assertThat(depot.read(
                        ERIKA, depot.put(ERIKA, Depot.Put.of(ERIKAS), lazy).id()))
                .asString()
                .isEqualTo("hello");
    }

    @Test
    void aSourceThatThrowsWhatItDoesNotDeclareLeavesNothing() {
        InputStream sneaky = Streams.atRead(
                Streams.of("x"), () -> StubbornContentTest.<RuntimeException>sneak(new TimeoutException()));

        assertThatThrownBy(() -> depot.put(ERIKA, Depot.Put.of(ERIKAS), sneaky)).isInstanceOf(TimeoutException.class);
        assertThat(depot.rows()).isEmpty();
        assertThat(depot.kept()).isEmpty();
    }

    @SuppressWarnings("unchecked") // as other languages do it, which know no checked exceptions
    private static <E extends Exception> void sneak(Exception exception) throws E {
        throw (E) exception;
    }

    /** Some bytes can't be deleted, as on a disk with bad blocks. */
    private static final class Stubborn implements ContentStore {
        private final ContentStore bytes = new MemoryContentStore();
        private final Set<ContentRef> stuck = new HashSet<>();

        @Override
        public StoredBytes write(TenantId tenant, ContentRef ref, InputStream source, long limit) {
            return bytes.write(tenant, ref, source, limit);
        }

        @Override
        public Optional<InputStream> open(TenantId tenant, ContentRef ref) {
            return bytes.open(tenant, ref);
        }

        @Override
        public boolean delete(TenantId tenant, ContentRef ref) {
            if (stuck.contains(ref)) {
                throw new StorageFailure("content.storage-failed", false, null);
            }
            return bytes.delete(tenant, ref);
        }

        @Override
        public List<ContentRef> list(TenantId tenant, @Nullable ContentRef after, int limit) {
            return bytes.list(tenant, after, limit);
        }
    }
}
