// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.content.ContentStore;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.Seed;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Promises 4 to 8 of {@link ContentStore}, about what is kept; part of {@link ContentStoreContract}. */
@ContractOf(ContentStore.class)
public interface ContentReadingContract {
    /** Tenants whose names are no file names, or are the same to some file systems and databases. */
    List<TenantId> AWKWARD_TENANTS = Stream.of(
                    "acme",
                    "ACME",
                    "Acme.",
                    "..",
                    "../acme",
                    "acme/../acme",
                    "\\\\acme\\c$",
                    "CON",
                    "con",
                    "acme%2F",
                    "acme' OR '1'='1",
                    "acme_",
                    "caf\u00E9",
                    "cafe\u0301",
                    "stra\u00DFe",
                    "STRASSE",
                    "\u0131",
                    "i",
                    "\u05D0\u05D1",
                    "\uD83D\uDE00",
                    "\u00FC".repeat(100))
            .map(TenantId::of)
            .toList();

    /** Returns a store without content; asked once, at the beginning of each test. */
    ContentStore store();

    /** All values of a byte, nothing at all, and many buffers. */
    @Test
    @Promise(4)
    default void openGivesExactlyWhatWasWritten() {
        ContentStore store = store();
        SplittableRandom random = Seed.random();
        for (int size : new int[] {0, 1, 256, 65_536, 65_537, 3 << 20}) {
            byte[] bytes = Seed.bytes(random, size);
            ContentRef ref = written(store, random, bytes);

            assertThat(Contents.read(store, Contents.ACME, ref))
                    .as("%d bytes", size)
                    .isEqualTo(bytes);
        }
        assertThat(store.open(Contents.ACME, Contents.ref(random)))
                .as("unknown")
                .isEmpty();
    }

    /** The buffer belongs to the caller, who fills it again. */
    @Test
    @Promise(4)
    default void whatIsKeptDoesNotChangeWithTheCallersBuffer() {
        ContentStore store = store();
        byte[] bytes = Contents.utf8("first");
        ContentRef ref = written(store, Seed.random(), bytes);

        bytes[0] = 'F';

        assertThat(Contents.read(store, Contents.ACME, ref)).asString().isEqualTo("first");
    }

    /** One after the other, byte by byte. */
    @Test
    @Promise(4)
    default void readersDoNotMoveOneAnother() throws IOException {
        ContentStore store = store();
        ContentRef ref = written(store, Seed.random(), Contents.utf8("ab"));
        try (InputStream one = Contents.open(store, ref);
                InputStream other = Contents.open(store, ref)) {
            assertThat(List.of(one.read(), other.read(), one.read(), other.read(), one.read(), other.read()))
                    .containsExactly((int) 'a', (int) 'a', (int) 'b', (int) 'b', -1, -1);
        }
    }

    /** Eight at once. */
    @Test
    @Promise(4)
    default void manyReadAtOnce() {
        ContentStore store = store();
        SplittableRandom random = Seed.random();
        byte[] bytes = Seed.bytes(random, 1 << 20);
        ContentRef ref = written(store, random, bytes);

        List<Outcome<byte[]>> read = Race.of(8, reader -> Contents.read(store, Contents.ACME, ref));

        assertThat(read).allSatisfy(outcome -> assertThat(outcome.orFail()).isEqualTo(bytes));
    }

    /** The second delete finds nothing. */
    @Test
    @Promise(5)
    default void deleteTellsWhetherSomethingWasThere() {
        ContentStore store = store();
        SplittableRandom random = Seed.random();
        ContentRef ref = written(store, random, Contents.utf8("gone"));
        ContentRef other = written(store, random, Contents.utf8("stays"));

        assertThat(store.delete(Contents.ACME, ref)).isTrue();
        assertThat(store.delete(Contents.ACME, ref)).isFalse();
        assertThat(store.delete(Contents.ACME, Contents.ref(random))).isFalse();

        assertThat(store.open(Contents.ACME, ref)).isEmpty();
        assertThat(store.list(Contents.ACME, null, 10)).containsExactly(other);
    }

    /** More than any buffer on the way can hold. */
    @Test
    @Promise(5)
    default void anOpenReaderReadsOnBehindADelete() throws IOException {
        ContentStore store = store();
        SplittableRandom random = Seed.random();
        byte[] bytes = Seed.bytes(random, 3 << 20);
        ContentRef ref = written(store, random, bytes);
        try (InputStream reader = Contents.open(store, ref)) {
            byte[] begin = reader.readNBytes(10);
            store.delete(Contents.ACME, ref);

            assertThat(begin).isEqualTo(Arrays.copyOf(bytes, 10));
            assertThat(reader.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, 10, bytes.length));
        }
    }

    /** Whether it has more to read or has heard of the end already. */
    @Test
    @Promise(8)
    default void aWriteThatIsDeletedUnderWayFailsAndLeavesNothing() {
        ContentStore store = store();
        SplittableRandom random = Seed.random();
        byte[] bytes = Seed.bytes(random, 200_000);
        for (boolean atEnd : new boolean[] {false, true}) {
            ContentRef ref = Contents.ref(random);
            Sources.Action delete = () -> assertThat(store.delete(Contents.ACME, ref))
                    .as("nothing complete was there")
                    .isFalse();
            InputStream source = atEnd ? Sources.atEnd(Sources.of(bytes), delete) : Sources.interrupted(bytes, delete);

            assertThatThrownBy(() -> store.write(Contents.ACME, ref, source, bytes.length))
                    .isInstanceOf(PortalException.StorageFailure.class);

            assertThat(Contents.isThere(store, ref)).isFalse();
            store.write(Contents.ACME, ref, Sources.of(bytes), bytes.length);
            assertThat(Contents.read(store, Contents.ACME, ref))
                    .as("free again")
                    .isEqualTo(bytes);
        }
    }

    /** Each writes under one and the same reference. */
    @Test
    @Promise(6)
    default void tenantsOfAnyNamesAreApart() {
        ContentStore store = store();
        ContentRef ref = Contents.ref(Seed.random());
        for (TenantId tenant : AWKWARD_TENANTS) {
            assertThat(store.open(tenant, ref))
                    .as("%s before its write", tenant)
                    .isEmpty();
            assertThat(store.list(tenant, null, 10))
                    .as("%s before its write", tenant)
                    .isEmpty();
            store.write(tenant, ref, Sources.of(Contents.utf8(tenant.value())), 1000);
        }
        for (TenantId tenant : AWKWARD_TENANTS) {
            assertThat(Contents.read(store, tenant, ref)).asString().isEqualTo(tenant.value());
            assertThat(store.list(tenant, null, 10)).containsExactly(ref);
            assertThat(store.delete(tenant, ref))
                    .as("%s is still there", tenant)
                    .isTrue();
        }
    }

    /** The text of a UUID does not sort like its two signed numbers. */
    @Test
    @Promise(7)
    default void listIsInTheOrderOfTheText() {
        ContentStore store = store();
        List<ContentRef> sorted = writtenSorted(store, 50);

        assertThat(store.list(Contents.ACME, null, 50)).isEqualTo(sorted);
        assertThat(store.list(Contents.ACME, null, 1000)).isEqualTo(sorted);
        assertThat(store.list(TenantId.of("nobody"), null, 10)).isEmpty();
    }

    /** Pages of every size, the last one full, short or empty. */
    @Test
    @Promise(7)
    default void pagesJoinWithoutGapOrRepetition() {
        ContentStore store = store();
        List<ContentRef> sorted = writtenSorted(store, 12);
        for (int limit = 1; limit <= 13; limit++) {
            List<ContentRef> joined = new ArrayList<>();
            @Nullable ContentRef after = null;
            for (List<ContentRef> page = store.list(Contents.ACME, after, limit);
                    !page.isEmpty() && joined.size() <= sorted.size();
                    page = store.list(Contents.ACME, after, limit)) {
                assertThat(page).as("a page of %d", limit).hasSizeLessThanOrEqualTo(limit);
                joined.addAll(page);
                after = page.get(page.size() - 1);
            }
            assertThat(joined).as("pages of %d", limit).isEqualTo(sorted);
        }
    }

    /** What stood before the page, and what stands in it, may go meanwhile. */
    @Test
    @Promise(7)
    default void aPageFollowsAlsoWhatWasDeleted() {
        ContentStore store = store();
        List<ContentRef> sorted = writtenSorted(store, 12);
        ContentRef anchor = sorted.get(5);
        store.delete(Contents.ACME, anchor);
        store.delete(Contents.ACME, sorted.get(7));
        store.delete(Contents.ACME, sorted.get(0));

        assertThat(store.list(Contents.ACME, anchor, 2)).containsExactly(sorted.get(6), sorted.get(8));
    }

    private static ContentRef written(ContentStore store, SplittableRandom random, byte[] bytes) {
        ContentRef ref = Contents.ref(random);
        store.write(Contents.ACME, ref, Sources.of(bytes), bytes.length);
        return ref;
    }

    private static List<ContentRef> writtenSorted(ContentStore store, int count) {
        SplittableRandom random = Seed.random();
        return Stream.generate(() -> written(store, random, new byte[1]))
                .limit(count)
                .sorted(Comparator.comparing(ContentRef::toString))
                .toList();
    }
}
