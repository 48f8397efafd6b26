// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs;

import static dev.portalblocks.docs.Refusals.assertRefused;
import static dev.portalblocks.docs.VaultHouse.CUSTOMER;
import static dev.portalblocks.docs.VaultHouse.ERIKA;
import static dev.portalblocks.docs.VaultHouse.PAGE;
import static dev.portalblocks.docs.VaultHouse.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.content.memory.MemoryContentStore;
import dev.portalblocks.core.model.DeclaredBytes;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.PortalException.ContentRejected;
import dev.portalblocks.core.model.PortalException.LimitExceeded;
import dev.portalblocks.docs.model.AddVersion;
import dev.portalblocks.docs.model.Document;
import dev.portalblocks.docs.model.DocumentVersion;
import dev.portalblocks.docs.model.RemoveDocument;
import dev.portalblocks.docs.model.UploadDocument;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not arrive whole leaves nothing: no document, no version, no bytes, no row. */
class UploadsIntoVaultTest {
    private static final int LIMIT = 300_000;
    private static final UploadDocument COMMAND = UploadDocument.of(ERIKA, "a.bin");
    private static final String HASH_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private final VaultHouse house = new VaultHouse(new MemoryContentStore(), LIMIT);
    private final Vault vault = house.vault;
    private final Document document = house.uploaded("da.txt", "da");
    private final Map<String, List<Object>> before = house.kept();

    @AfterEach
    void close() {
        house.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, 200_000})
    void aStreamThatBreaksHalfWayLeavesNothing(int after) {
        assertRefused(
                ContentRejected.class, "content.source-failed", () -> vault.upload(CUSTOMER, COMMAND, broken(after)));
        assertRefused(
                ContentRejected.class,
                "content.source-failed",
                () -> vault.addVersion(CUSTOMER, AddVersion.of(document.id()), broken(after)));
        assertNothingCame();
    }

    @Test
    void aStreamThatThrowsSomethingElseLeavesNothing() {
        InputStream failing = new Zeros(LIMIT, 70_000, () -> {
            throw new IllegalStateException("a fault of the caller's");
        });

        assertThatThrownBy(() -> vault.upload(CUSTOMER, COMMAND, failing))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a fault of the caller's");
        assertNothingCame();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 4, 200_000})
    void aStreamOfAnotherLengthThanDeclaredLeavesNothing(long declared) {
        DeclaredBytes wrong = DeclaredBytes.ofSize(declared);

        assertRefused(
                ContentRejected.class,
                "content.size-mismatch",
                () -> vault.upload(CUSTOMER, COMMAND.declaring(wrong), stream("abc")));
        assertRefused(
                ContentRejected.class,
                "content.size-mismatch",
                () -> vault.addVersion(CUSTOMER, AddVersion.of(document.id()).declaring(wrong), stream("abc")));
        assertNothingCame();
    }

    @Test
    void otherBytesThanDeclaredLeaveNothing() {
        DeclaredBytes wrong = new DeclaredBytes(3L, HASH_OF_ABC);

        assertRefused(
                ContentRejected.class,
                "content.hash-mismatch",
                () -> vault.upload(CUSTOMER, COMMAND.declaring(wrong), stream("abd")));
        assertNothingCame();
        assertThat(vault.upload(CUSTOMER, COMMAND.declaring(wrong), stream("abc"))
                        .current())
                .returns(HASH_OF_ABC, DocumentVersion::sha256);
    }

    @Test
    void oneByteTooManyLeavesNothingAndTheLastOneThatFitsIsTaken() {
        assertRefused(
                LimitExceeded.class,
                "content.too-large",
                () -> vault.upload(CUSTOMER, COMMAND, new Zeros(LIMIT + 1, -1, () -> {})));
        assertNothingCame();

        assertThat(vault.upload(CUSTOMER, COMMAND, new Zeros(LIMIT, -1, () -> {}))
                        .current())
                .returns((long) LIMIT, DocumentVersion::size);
    }

    @Test
    void moreThanTheLimitIsRefusedBeforeAByteIsReadWhereItIsDeclared() {
        PoisonedStream poisoned = new PoisonedStream();

        assertRefused(
                LimitExceeded.class,
                "content.too-large",
                () -> vault.upload(CUSTOMER, COMMAND.declaring(DeclaredBytes.ofSize(LIMIT + 1)), poisoned));

        assertThat(poisoned.wasRead).isFalse();
        assertNothingCame();
    }

    @Test
    void anEmptyDocumentIsOne() {
        Document empty = vault.upload(CUSTOMER, COMMAND.declaring(DeclaredBytes.ofSize(0)), stream(""));

        assertThat(empty.current())
                .returns(0L, DocumentVersion::size)
                .returns("application/octet-stream", DocumentVersion::mediaType);
        assertThat(house.text(vault.open(CUSTOMER, empty.id()))).isEmpty();
    }

    @Test
    void aDocumentThatGoesWhileItsVersionComesLeavesNoBytes() {
        InputStream removing =
                new Zeros(100_000, 50_000, () -> vault.remove(CUSTOMER, RemoveDocument.of(document.id())));

        assertRefused(
                PortalException.NotFound.class,
                "document.not-found",
                () -> vault.addVersion(CUSTOMER, AddVersion.of(document.id()), removing));

        assertThat(house.bytes()).containsExactly(document.current().content()); // held by nothing, swept a day later
        assertThat(house.kept()).doesNotContainKeys("docs.document", "docs.version", "core.content-use");
    }

    @Test
    void equalBytesOfOneCustomerAreKeptOnce() {
        Document again = house.uploaded("anders.txt", "da");
        Document otto = vault.upload(VaultHouse.STRANGER, UploadDocument.of(VaultHouse.OTTO, "da.txt"), stream("da"));

        assertThat(again.current().content()).isEqualTo(document.current().content());
        assertThat(otto.current().content()).isNotEqualTo(document.current().content());
        assertThat(house.bytes()).hasSize(2);
    }

    private void assertNothingCame() {
        assertThat(house.kept()).isEqualTo(before);
        assertThat(vault.list(CUSTOMER, ERIKA, PAGE).items()).containsExactly(document);
    }

    private static InputStream broken(int after) {
        return new Zeros(LIMIT, after, () -> {
            throw new IOException("the connection is gone");
        });
    }

    /** So many zeros, with something that happens on the way. */
    private static final class Zeros extends InputStream {
        private final int size;
        private final int when;
        private final Event event;
        private int read;
        private boolean happened;

        /** What happens. */
        private interface Event {
            void happen() throws IOException;
        }

        Zeros(int size, int when, Event event) {
            this.size = size;
            this.when = when;
            this.event = event;
        }

        @Override
        public int read() throws IOException {
            if (read >= when && when >= 0 && !happened) {
                event.happen(); // who breaks stays broken
                happened = true;
            }
            return read++ < size ? 0 : -1;
        }

        /** One at a time, so that what happens does so at the byte that was named. */
        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int next = read();
            if (next >= 0) {
                buffer[from] = (byte) next;
            }
            return next < 0 ? next : 1;
        }
    }
}
