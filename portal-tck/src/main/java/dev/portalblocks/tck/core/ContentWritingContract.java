// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.portalblocks.core.content.ContentStore;
import dev.portalblocks.core.content.StoredBytes;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.tck.Companion;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.Seed;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The first three promises of {@link ContentStore}, about writing; part of {@link ContentStoreContract}. */
@ContractOf(ContentStore.class)
public interface ContentWritingContract {
    /** Returns a store without content; asked once, at the beginning of each test. */
    ContentStore store();

    /** Sizes round the usual buffers, and one of many buffers. */
    @Test
    @Promise(1)
    default void numberAndHashAreThoseOfTheBytes() {
        ContentStore store = store();
        SplittableRandom random = Seed.random();
        for (int size : new int[] {0, 1, 8191, 8192, 65_535, 65_536, 65_537, 3 << 20}) {
            byte[] bytes = Seed.bytes(random, size);

            StoredBytes stored = store.write(Contents.ACME, Contents.ref(random), Sources.of(bytes), size);

            assertThat(stored).as("%d bytes", size).isEqualTo(Contents.measured(bytes));
        }
    }

    /** Bytes are whole or not there, and no reader sees them grow. */
    @Test
    @Promise(1)
    default void nobodyOpensWhatIsStillArriving() {
        ContentStore store = store();
        SplittableRandom random = Seed.random();
        ContentRef ref = Contents.ref(random);
        List<Boolean> opened = new ArrayList<>();
        try (Companion reader = new Companion()) {
            InputStream source = Sources.interrupted(
                    Seed.bytes(random, 200_000), () -> opened.add(reader.does(() -> Contents.isThere(store, ref))));

            store.write(Contents.ACME, ref, source, 200_000);
        }
        assertThat(opened).isNotEmpty().containsOnly(false);
        assertThat(Contents.isThere(store, ref)).isTrue();
    }

    /** Also equal bytes are refused, and also a source that would fail or be too long leaves the first bytes alone. */
    @Test
    @Promise(2)
    default void aTakenReferenceIsRefusedAndWhatIsThereStays() {
        ContentStore store = store();
        ContentRef ref = Contents.ref(Seed.random());
        byte[] first = Contents.utf8("first");
        store.write(Contents.ACME, ref, Sources.of(first), 10);

        assertTaken(() -> store.write(Contents.ACME, ref, Sources.of(first), 10));
        assertTaken(() -> store.write(Contents.ACME, ref, Sources.of(Contents.utf8("second")), 10));
        assertThatThrownBy(() -> store.write(Contents.ACME, ref, failing(first), 10));
        assertThatThrownBy(() -> store.write(Contents.ACME, ref, Sources.of(first), 1));

        assertThat(Contents.read(store, Contents.ACME, ref)).isEqualTo(first);
    }

    /** One overtakes the other, which has read all of its source but does not know the end yet. */
    @Test
    @Promise(2)
    default void aReferenceTakenDuringTheUploadIsRefused() {
        ContentStore store = store();
        ContentRef ref = Contents.ref(Seed.random());
        List<Future<StoredBytes>> overtaking = new ArrayList<>();
        try (Companion other = new Companion()) {
            InputStream overtaken = Sources.atEnd(Sources.of(Contents.utf8("slow")), () -> {
                if (overtaking.isEmpty()) {
                    overtaking.add(
                            other.begins(() -> store.write(Contents.ACME, ref, Sources.of(Contents.utf8("fast")), 10)));
                }
            });
            Outcome<StoredBytes> slow = Contents.outcome(() -> store.write(Contents.ACME, ref, overtaken, 10));

            assertOneOf(store, ref, List.of(slow, Outcome.of(overtaking.get(0))), List.of("slow", "fast"));
        }
    }

    /** Sixteen at once. */
    @Test
    @Promise(2)
    default void ofConcurrentWritersOneTakesTheReference() {
        ContentStore store = store();
        SplittableRandom random = Seed.random();
        for (int round = 0; round < 20; round++) {
            ContentRef ref = Contents.ref(random);
            List<Outcome<StoredBytes>> outcomes = Race.of(
                    16, writer -> store.write(Contents.ACME, ref, Sources.of(Contents.utf8("writer " + writer)), 100));

            List<String> texts =
                    IntStream.range(0, 16).mapToObj(i -> "writer " + i).toList();
            assertOneOf(store, ref, outcomes, texts);
        }
    }

    /** The source breaks at the beginning, in the middle, and where its end should be. */
    @Test
    @Promise(3)
    default void aSourceThatFailsLeavesNothing() {
        ContentStore store = store();
        SplittableRandom random = Seed.random();
        for (int before : new int[] {0, 1, 70_000, 200_000}) {
            ContentRef ref = Contents.ref(random);
            InputStream source = failing(Seed.bytes(random, before));

            assertThatThrownBy(() -> store.write(Contents.ACME, ref, source, 1_000_000))
                    .as("a source that breaks behind %d bytes", before)
                    .isInstanceOf(RuntimeException.class);

            assertNothingLeft(store, ref);
        }
    }

    /** The limit is the last size that passes. */
    @Test
    @Promise(3)
    default void aSourceMayBeAsLongAsTheLimit() {
        ContentStore store = store();
        SplittableRandom random = Seed.random();
        for (int limit : new int[] {0, 1, 65_536, 100_000}) {
            byte[] bytes = Seed.bytes(random, limit);
            assertThatCode(() -> store.write(Contents.ACME, Contents.ref(random), Sources.of(bytes), limit))
                    .as("%d of %d bytes", limit, limit)
                    .doesNotThrowAnyException();
        }
    }

    /** One byte more is too much, however slowly it comes; and a source without end is not read to its end. */
    @Test
    @Promise(3)
    default void aSourceBeyondTheLimitLeavesNothing() {
        ContentStore store = store();
        SplittableRandom random = Seed.random();
        for (int limit : new int[] {0, 1, 65_536, 100_000}) {
            for (InputStream source : List.of(Sources.of(Seed.bytes(random, limit + 1)), Sources.endless())) {
                ContentRef ref = Contents.ref(random);

                assertThatThrownBy(() -> store.write(Contents.ACME, ref, source, limit))
                        .as("more than %d bytes", limit)
                        .asInstanceOf(type(PortalException.LimitExceeded.class))
                        .returns("content.too-large", PortalException::code)
                        .returns((long) limit, PortalException.LimitExceeded::limit);

                assertNothingLeft(store, ref);
            }
        }
    }

    private static InputStream failing(byte[] before) {
        return Sources.atEnd(Sources.of(before), () -> {
            throw new IOException("the source fails, as the test wants it to");
        });
    }

    private static void assertNothingLeft(ContentStore store, ContentRef ref) {
        TenantId tenant = Contents.ACME;
        assertThat(store.open(tenant, ref)).isEmpty();
        assertThat(store.list(tenant, null, 1000)).doesNotContain(ref);
        assertThat(store.write(tenant, ref, Sources.of(new byte[1]), 1).size())
                .as("the reference is free")
                .isEqualTo(1);
    }

    private static void assertTaken(ThrowingCallable write) {
        assertThatThrownBy(write)
                .asInstanceOf(type(PortalException.Conflict.class))
                .returns("content.exists", PortalException::code);
    }

    private static void assertOneOf(
            ContentStore store, ContentRef ref, List<Outcome<StoredBytes>> outcomes, List<String> texts) {
        List<Integer> winners = IntStream.range(0, outcomes.size())
                .filter(i -> outcomes.get(i).isSuccess())
                .boxed()
                .toList();
        assertThat(winners).as("writers of one reference that returned").hasSize(1);
        assertThat(outcomes)
                .filteredOn(o -> !o.isSuccess())
                .allSatisfy(o -> assertThat(o.failure()).isInstanceOf(PortalException.Conflict.class));
        assertThat(Contents.read(store, Contents.ACME, ref)).asString().isEqualTo(texts.get(winners.get(0)));
    }
}
