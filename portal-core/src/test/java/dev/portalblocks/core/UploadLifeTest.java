// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import static dev.portalblocks.core.Depot.ERIKA;
import static dev.portalblocks.core.Depot.ERIKAS;
import static dev.portalblocks.core.Depot.OTTO;
import static dev.portalblocks.core.Streams.atRead;
import static dev.portalblocks.core.Streams.oneByOne;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.Depot.File;
import dev.portalblocks.core.Depot.Put;
import dev.portalblocks.core.content.ContentState;
import dev.portalblocks.core.content.StoredContent;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PortalException.Conflict;
import dev.portalblocks.core.model.PortalException.NotFound;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stays and what goes as time passes, with the clock in the test's hand. */
class UploadLifeTest {
    private final Depot depot = new Depot();

    @AfterEach
    void close() {
        depot.close();
    }

    @Test
    void anUploadThatGoesOnOutlastsEverySweep() {
        File file = depot.put(ERIKA, Put.of(ERIKAS), atRead(oneByOne("hello"), () -> {
            depot.sweep();
            depot.clock.move(Duration.ofMinutes(59));
        }));

        assertThat(depot.read(ERIKA, file.id())).hasSize(5);
    }

    @Test
    void aRowIsRenewedEachHalfMinuteAtMost() {
        List<Long> versions = new ArrayList<>();
        depot.put(ERIKA, Put.of(ERIKAS), atRead(oneByOne("hello, wor"), () -> {
            versions.add(depot.rows().get(0).version());
            depot.clock.move(Duration.ofSeconds(10));
        }));

        assertThat(versions).containsExactly(1L, 1L, 1L, 2L, 2L, 2L, 3L, 3L, 3L, 4L, 4L);
    }

    @Test
    void anUploadThatPausedTooLongIsSweptAndFailsAndLeavesNothing() {
        int[] reads = {0};
        UploadsTest.assertRefused(
                StorageFailure.class,
                "content.storage-failed",
                () -> depot.put(ERIKA, Put.of(ERIKAS), atRead(Streams.of("hello"), () -> {
                    if (reads[0]++ == 1) {
                        pauseTooLong(); // behind its last sign of life
                    }
                })));

        assertThat(depot.rows()).isEmpty();
        assertThat(depot.kept()).isEmpty();
    }

    @Test
    void anUploadThatIsSweptAndReadsOnHearsOfIt() {
        int[] reads = {0};
        UploadsTest.assertRefused(
                Conflict.class,
                "upload.expired",
                () -> depot.put(ERIKA, Put.of(ERIKAS), atRead(oneByOne("hello"), () -> {
                    if (reads[0]++ == 2) {
                        pauseTooLong();
                    }
                })));

        assertThat(reads[0]).as("not read to its end").isEqualTo(3);
        assertThat(depot.kept()).isEmpty();
    }

    @Test
    void oneThatIsSweptBehindItsLastByteFailsAndLeavesNothing() {
        depot.types = head -> {
            pauseTooLong();
            return "text/plain";
        };

        UploadsTest.assertRefused(Conflict.class, "upload.expired", () -> depot.put(ERIKA, "hello"));
        assertThat(depot.rows()).isEmpty();
        assertThat(depot.kept()).isEmpty();
    }

    @Test
    void whatIsUsedStaysAndWhatIsNotGoesAfterADay() {
        File used = depot.put(ERIKA, "used");
        File removed = depot.put(ERIKA, "removed");
        depot.clock.move(Duration.ofDays(100));
        depot.remove(ERIKA, removed.id());
        assertThat(depot.sweep()).isZero();

        depot.clock.move(ContentCare.UNUSED.minusMillis(1));
        assertThat(depot.sweep()).isZero();
        depot.clock.move(Duration.ofMillis(1));
        assertThat(depot.sweep()).isEqualTo(1);

        assertThat(depot.kept()).containsExactly(used.content());
        assertThat(depot.rows()).extracting(StoredContent::ref).containsExactly(used.content());
    }

    @Test
    void bytesThatAreHandedInAgainLiveAnotherDay() {
        File first = depot.put(ERIKA, "hello");
        depot.remove(ERIKA, first.id());
        depot.clock.move(Duration.ofHours(23));
        File again = depot.put(ERIKA, "hello");
        depot.remove(ERIKA, again.id());
        depot.clock.move(Duration.ofHours(23));

        assertThat(depot.sweep()).isZero();
        assertThat(depot.kept()).containsExactly(first.content());
    }

    @Test
    void bytesThatAreHandedInAgainAndNotUsedYetLiveAnotherDay() {
        depot.holding = false;
        depot.put(ERIKA, "hello");
        depot.clock.move(Duration.ofHours(23));
        depot.put(ERIKA, "hello");
        depot.clock.move(Duration.ofHours(23));
        assertThat(depot.sweep()).isZero();
        depot.clock.move(Duration.ofHours(1));
        assertThat(depot.sweep()).isEqualTo(1);
    }

    @Test
    void aRowThatIsDyingNeverLivesAgain() {
        depot.types = head -> {
            condemn();
            return "text/plain";
        };

        UploadsTest.assertRefused(Conflict.class, "upload.expired", () -> depot.put(ERIKA, "hello"));
        assertThat(depot.rows()).isEmpty();
        assertThat(depot.kept()).isEmpty();
    }

    @Test
    void whatIsDyingIsNotShared() {
        File first = depot.put(ERIKA, "hello");
        condemn();

        File second = depot.put(ERIKA, "hello");

        assertThat(second.content()).isNotEqualTo(first.content());
    }

    @Test
    void aTaskSweepsATenantThatHasNothingButAnAbandonedUpload() {
        ContentRef ref = ContentRef.of(new UUID(7, 7));
        depot.bytes.write(Depot.ACME, ref, Streams.of("hello"), 10);
        depot.memory.write(tx -> depot.storage
                .catalog()
                .insert(tx, StoredContent.staged(Depot.ACME, ref, ERIKAS, Instant.parse("2027-01-01T09:00:00Z"))));
        depot.portal.maintenance().stream()
                .filter(task -> task.name().equals("core.content.sweep"))
                .forEach(task -> task.work().run());

        assertThat(depot.rows()).isEmpty();
        assertThat(depot.kept()).isEmpty();
    }

    @Test
    void attachingNeedsTheRightOwnerAndALiveRow() {
        File file = depot.put(ERIKA, "hello");
        ContentRef ref = file.content();

        assertThat(depot.attach(ERIKA, ref, ERIKAS, "1").uses()).isEqualTo(2);
        assertThat(depot.attach(ERIKA, ref, ERIKAS, "1").uses())
                .as("said twice")
                .isEqualTo(2);
        assertThat(depot.attach(Depot.CLERK, ref, ERIKAS, "2").uses()).isEqualTo(3);
        for (Runnable foreign : List.<Runnable>of(
                () -> depot.attach(OTTO, ref, ERIKAS, "3"),
                () -> depot.attach(OTTO, ref, CustomerId.of("4712"), "3"),
                () -> depot.attach(ERIKA, ref, null, "3"),
                () -> depot.attach(ERIKA, ContentRef.of(new UUID(7, 7)), ERIKAS, "3"))) {
            UploadsTest.assertRefused(NotFound.class, "content.not-found", foreign::run);
        }
        condemn();
        UploadsTest.assertRefused(NotFound.class, "content.not-found", () -> depot.attach(ERIKA, ref, ERIKAS, "3"));
    }

    @Test
    void bytesThatAreNotThoseThatWereWrittenAreNeverReadInSilence() {
        for (String damaged : List.of("hellO", "hell", "hello!", "")) {
            File file = depot.put(ERIKA, "hello");
            depot.bytes.delete(Depot.ACME, file.content());
            depot.bytes.write(Depot.ACME, file.content(), Streams.of(damaged), 10);

            UploadsTest.assertRefused(StorageFailure.class, "content.damaged", () -> depot.read(ERIKA, file.id()));
        }
    }

    @Test
    void rowsWithoutBytesAndBytesWithoutARowAreFound() {
        File sound = depot.put(ERIKA, "sound");
        File damaged = depot.put(ERIKA, "damaged");
        depot.bytes.delete(Depot.ACME, damaged.content());
        ContentRef old =
                madeAt(depot.clock.instant().minus(ContentCheck.SETTLED).minusMillis(2));
        ContentRef young =
                madeAt(depot.clock.instant().minus(ContentCheck.SETTLED).plusMillis(2));
        depot.bytes.write(Depot.ACME, old, Streams.of("x"), 10);
        depot.bytes.write(Depot.ACME, young, Streams.of("x"), 10);
        ContentCheck check = depot.portal.contentCare().check();

        ContentCheck.Findings found = check.compare(Depot.PROGRAM);
        assertThat(found.withoutBytes()).containsExactly(damaged.content());
        assertThat(found.withoutRow()).containsExactly(old);
        assertThat(depot.kept()).as("nothing is removed unasked").contains(old);
        UploadsTest.assertRefused(StorageFailure.class, "content.damaged", () -> depot.read(ERIKA, damaged.id()));

        assertThat(check.removeStray(Depot.PROGRAM)).isEqualTo(1);
        assertThat(depot.kept()).containsExactlyInAnyOrder(sound.content(), young);
    }

    private void condemn() {
        StoredContent row = depot.rows().get(0);
        depot.memory.write(tx -> depot.storage.catalog().update(tx, row.dying()));
    }

    private void pauseTooLong() {
        depot.clock.move(ContentCare.STAGED.plusMinutes(1));
        depot.sweep();
        assertThat(depot.refs(ContentState.STAGED)).isEmpty();
    }

    private static ContentRef madeAt(Instant instant) {
        return ContentRef.of(new UUID((instant.toEpochMilli() << 16) | 0x7000, 0x8000_0000_0000_0001L));
    }
}
