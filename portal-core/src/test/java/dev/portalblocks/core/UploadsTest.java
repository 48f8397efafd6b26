// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import static dev.portalblocks.core.Depot.ACME;
import static dev.portalblocks.core.Depot.CLERK;
import static dev.portalblocks.core.Depot.ERIKA;
import static dev.portalblocks.core.Depot.ERIKAS;
import static dev.portalblocks.core.Depot.OTTO;
import static dev.portalblocks.core.Depot.STRANGER;
import static dev.portalblocks.core.Streams.untouched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.Depot.File;
import dev.portalblocks.core.Depot.Put;
import dev.portalblocks.core.content.ContentState;
import dev.portalblocks.core.content.MediaTypeDetector;
import dev.portalblocks.core.content.StoredContent;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.DeclaredBytes;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.PortalException.AccessDenied;
import dev.portalblocks.core.model.PortalException.Conflict;
import dev.portalblocks.core.model.PortalException.ContentRejected;
import dev.portalblocks.core.model.PortalException.InvalidInput;
import dev.portalblocks.core.model.PortalException.LimitExceeded;
import dev.portalblocks.core.model.PortalException.NotFound;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An upload makes bytes known with their object, or leaves nothing. */
class UploadsTest {
    private static final String HELLO_SHA = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    private final Depot depot = new Depot();

    @AfterEach
    void close() {
        depot.close();
    }

    @Test
    void bytesAreKnownWithTheirObject() {
        File file = depot.put(ERIKA, "%PDF-1.7");

        assertThat(new String(depot.read(ERIKA, file.id()), StandardCharsets.UTF_8))
                .isEqualTo("%PDF-1.7");
        assertThat(file.mediaType()).as("by the bytes, not by the name").isEqualTo("application/pdf");
        assertThat(depot.rows()).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(ContentState.LIVE);
            assertThat(row.customer()).isEqualTo(ERIKAS);
            assertThat(row.uses()).isEqualTo(1);
        });
        assertThat(depot.kept()).containsExactly(file.content());
        assertThat(entries()).isEqualTo(1);
    }

    /** Somebody else could not write the row if a transaction were open. */
    @Test
    void theRowIsThereBeforeTheFirstByteAndNoTransactionIsOpenWhileTheyFlow() {
        List<ContentState> seen = new ArrayList<>();
        depot.put(ERIKA, Put.of(ERIKAS), Streams.atRead(Streams.of("hello"), () -> {
            StoredContent row = depot.rows().get(0);
            seen.add(row.state());
            depot.memory.write(tx -> depot.storage.catalog().update(tx, row.touched(row.touchedAt())));
        }));

        assertThat(seen).containsExactly(ContentState.STAGED, ContentState.STAGED);
    }

    @Test
    void aDetectorGetsTheBeginningOnly() {
        List<Integer> lengths = new ArrayList<>();
        depot.types = head -> {
            lengths.add(head.length);
            return "text/plain";
        };
        depot.put(ERIKA, "x".repeat(200_000));
        depot.put(ERIKA, "hello");
        depot.put(ERIKA, "");

        assertThat(lengths).containsExactly(MediaTypeDetector.HEAD_BYTES, 5, 0);
    }

    @Test
    void equalBytesOfACustomerAreKeptOnce() {
        File first = depot.put(ERIKA, "hello");
        File second = depot.put(ERIKA, "hello");
        File foreign = depot.put(OTTO, "hello");

        assertThat(second.content()).isEqualTo(first.content());
        assertThat(foreign.content()).isNotEqualTo(first.content());
        assertThat(depot.kept()).containsExactlyInAnyOrder(first.content(), foreign.content());
        assertThat(depot.rows()).extracting(StoredContent::uses).containsExactlyInAnyOrder(2, 1);
    }

    @Test
    void aRepeatAnswersWithTheObjectAndItsBytesGo() {
        File first = depot.put(ERIKA, Put.of(ERIKAS).once("k"), Streams.of("hello"));
        File again = depot.put(ERIKA, Put.of(ERIKAS).once("k"), Streams.of("hello"));

        assertThat(again).isEqualTo(first);
        assertThat(depot.files()).containsExactly(first);
        assertThat(entries()).isEqualTo(1);
        assertNothingBut(first);
    }

    @Test
    void aKeyForOtherBytesOrAnotherCommandIsAConflict() {
        Put once = Put.of(ERIKAS).once("k");
        File first = depot.put(ERIKA, once, Streams.of("hello"));

        assertRefused(Conflict.class, "idempotency-key.reused", () -> depot.put(ERIKA, once, Streams.of("hellO")));
        Put other = new Put(ERIKAS, "b.txt", null, once.idempotencyKey());
        assertRefused(Conflict.class, "idempotency-key.reused", () -> depot.put(ERIKA, other, Streams.of("hello")));
        assertNothingBut(first);
    }

    @Test
    void aRepeatAfterTheObjectIsGoneFindsNothingAndLeavesNothing() {
        Put once = Put.of(ERIKAS).once("k");
        depot.remove(ERIKA, depot.put(ERIKA, once, Streams.of("hello")).id());
        depot.clock.move(Duration.ofDays(2));
        depot.sweep();

        assertRefused(NotFound.class, "file.not-found", () -> depot.put(ERIKA, once, Streams.of("hello")));
        assertNothing();
    }

    @Test
    void aSourceThatBreaksLeavesNothing() {
        assertRefused(
                ContentRejected.class,
                "content.source-failed",
                () -> depot.put(ERIKA, Put.of(ERIKAS), Streams.broken("x".repeat(100_000))));
        assertNothing();
    }

    @Test
    void bytesMustBeAsManyAsDeclared() {
        for (long size : new long[] {0, 4, 6, 100}) {
            Put declaring = Put.of(ERIKAS).declaring(DeclaredBytes.ofSize(size));
            assertRefused(
                    ContentRejected.class,
                    "content.size-mismatch",
                    () -> depot.put(ERIKA, declaring, Streams.of("hello")));
        }
        assertNothing();
        depot.put(ERIKA, Put.of(ERIKAS).declaring(new DeclaredBytes(5L, HELLO_SHA)), Streams.of("hello"));
    }

    @Test
    void moreThanDeclaredIsNotReadToItsEnd() {
        int[] reads = {0};
        InputStream longer = Streams.atRead(Streams.of("x".repeat(500_000)), () -> reads[0]++);
        Put declaring = Put.of(ERIKAS).declaring(DeclaredBytes.ofSize(5));

        assertRefused(ContentRejected.class, "content.size-mismatch", () -> depot.put(ERIKA, declaring, longer));
        assertThat(reads[0]).isEqualTo(1);
        assertNothing();
    }

    @Test
    void bytesMustHaveTheDeclaredHash() {
        Put declaring = Put.of(ERIKAS).declaring(new DeclaredBytes(null, HELLO_SHA));

        assertRefused(
                ContentRejected.class, "content.hash-mismatch", () -> depot.put(ERIKA, declaring, Streams.of("hellO")));
        assertNothing();
    }

    @Test
    void aDeclarationMakesSense() {
        String upper = HELLO_SHA.toUpperCase(Locale.ROOT);
        assertRefused(InvalidInput.class, "declared-bytes.invalid", () -> DeclaredBytes.ofSize(-1));
        assertRefused(InvalidInput.class, "declared-bytes.invalid", () -> new DeclaredBytes(null, upper));
    }

    @Test
    void bytesBeyondTheLimitLeaveNothing() {
        String longer = "x".repeat((int) Depot.LIMIT + 1);
        Put declaring = Put.of(ERIKAS).declaring(DeclaredBytes.ofSize(Depot.LIMIT + 1));

        assertRefused(LimitExceeded.class, "content.too-large", () -> depot.put(ERIKA, longer));
        assertRefused(LimitExceeded.class, "content.too-large", () -> depot.put(ERIKA, declaring, untouched()));
        assertNothing();
    }

    @Test
    void anInvalidCommandIsRefusedBeforeAByteIsRead() {
        Put invalid = new Put(ERIKAS, " ", null, null);

        assertRefused(InvalidInput.class, "command.invalid", () -> depot.put(ERIKA, invalid, untouched()));
        assertNothing();
    }

    @Test
    void aDenialIsAuditedOnceAndReadsNothing() {
        assertRefused(AccessDenied.class, "test.file.denied", () -> depot.put(STRANGER, Put.of(ERIKAS), untouched()));
        assertThat(entries()).isEqualTo(1);
        assertNothing();
    }

    @Test
    void forSomebodyElseNothingIsReadAndNothingStays() {
        Put foreign = Put.of(CustomerId.of("4712"));

        assertRefused(NotFound.class, "content.not-found", () -> depot.put(ERIKA, foreign, untouched()));
        assertThat(entries()).isZero();
        assertNothing();
    }

    @Test
    void staffThatServesTakesInForACustomer() {
        File file = depot.put(CLERK, "hello");

        assertThat(depot.read(ERIKA, file.id())).hasSize(5);
        assertRefused(NotFound.class, "file.not-found", () -> depot.read(OTTO, file.id()));
    }

    @Test
    void aDetectorThatFailsLeavesNothing() {
        depot.types = head -> {
            throw new IllegalStateException("detector");
        };

        assertThatThrownBy(() -> depot.put(ERIKA, "hello")).hasMessage("detector");
        assertNothing();
    }

    @Test
    void aBlockThatRefusesInTheEndLeavesNothing() {
        depot.beforeEnd = context -> {
            throw new Conflict("file.full");
        };

        assertRefused(Conflict.class, "file.full", () -> depot.put(ERIKA, "hello"));
        assertNothing();
        assertThat(depot.files()).isEmpty();
        assertThat(entries()).isZero();
    }

    @Test
    void insideAHostsTransactionAnUploadIsRefusedBeforeAByteIsRead() {
        assertRefused(
                Conflict.class,
                "upload.in-transaction",
                () -> depot.memory.write(
                        tx -> depot.memory.joining(tx, () -> depot.put(ERIKA, Put.of(ERIKAS), untouched()))));
        assertNothing();
    }

    @Test
    void aHostJoinsWithWhatWasUploadedBefore() {
        File file = depot.put(ERIKA, "hello");

        depot.memory.write(tx -> depot.memory.joining(tx, () -> depot.attach(ERIKA, file.content(), ERIKAS, "1")));

        assertThat(depot.rows()).extracting(StoredContent::uses).containsExactly(2);
    }

    private void assertNothing() {
        assertThat(depot.rows()).isEmpty();
        assertThat(depot.kept()).isEmpty();
    }

    private void assertNothingBut(File file) {
        assertThat(depot.rows()).extracting(StoredContent::ref).containsExactly(file.content());
        assertThat(depot.kept()).containsExactly(file.content());
    }

    private int entries() {
        Actor auditor = Actor.system(ACME, "audit");
        return depot.portal
                .auditTrail()
                .list(auditor, PageRequest.first(100))
                .items()
                .size();
    }

    static void assertRefused(Class<? extends PortalException> type, String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(type)
                .isInstanceOfSatisfying(
                        PortalException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
