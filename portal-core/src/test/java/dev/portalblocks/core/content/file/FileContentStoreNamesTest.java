// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.content.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.TenantId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in the directory: all of the store's own making, and what is not a complete file of ours is never shown. */
class FileContentStoreNamesTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final ContentRef REF = ContentRef.of(UUID.fromString("01932c07-0000-7000-8000-0000000000aa"));
    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    @TempDir
    private Path directory;

    private FileContentStore store;

    @BeforeEach
    void begin() {
        store = FileContentStore.in(directory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc", "/etc/passwd", "C:\\x", "CON", "nul.txt", "a\u00A0b", "\uD83D\uDE00", "."})
    void noTenantsNameBecomesAPath(String tenant) throws IOException {
        store.write(TenantId.of(tenant), REF, bytes(), 10);

        Path file = directory.relativize(files().get(0));
        assertThat(file.toString().replace('\\', '/')).matches("[0-9a-f]{64}/aa/" + REF);
    }

    @Test
    void fanIsTheRandomEndOfTheUuid() {
        Path file = new Layout(directory).file(ACME, REF);

        assertThat(file.getParent()).hasFileName("aa");
    }

    @Test
    void filesThatAreNotOursAreNotListed() throws IOException {
        store.write(ACME, REF, bytes(), 10);
        Path ours = files().get(0);
        Files.createFile(ours.resolveSibling("README"));
        Files.createFile(ours.resolveSibling("1-1-1-1-aa"));
        Files.createFile(ours.resolveSibling("01932c07-0000-7000-8000-0000000000bb"));
        Files.createFile(Layout.temporary(ours, 7));
        Files.createFile(new Layout(directory).directory(ACME).resolve("lost+found"));

        assertThat(store.list(ACME, null, 10)).containsExactly(REF);
    }

    @Test
    void emptyDirectoriesThatSomebodyTidiedAwayAreMadeAgain() throws IOException {
        store.write(ACME, REF, bytes(), 10);
        Path fan = Objects.requireNonNull(files().get(0).getParent());
        store.delete(ACME, REF);
        Files.delete(fan);
        Files.delete(Objects.requireNonNull(fan.getParent()));

        store.write(ACME, REF, bytes(), 10);

        assertThat(files()).hasSize(1);
    }

    @Test
    void whatAKilledProcessLeftIsInNobodysWay() throws IOException {
        store.write(ACME, REF, bytes(), 10);
        Path file = files().get(0);
        store.delete(ACME, REF);
        Path left = Files.createFile(Layout.temporary(file, 0));

        store.write(ACME, REF, bytes(), 10);

        assertThat(left).as("not ours to remove here").isEmptyFile();
        assertThat(store.open(ACME, REF)).isPresent();
    }

    @Test
    void whatAKilledProcessLeftOfAReferenceIsDeletedWithIt() throws IOException {
        store.write(ACME, REF, bytes(), 10);
        Path file = files().get(0);
        Files.createFile(Layout.temporary(file, 0));
        Files.createFile(Layout.temporary(file, 5));
        Path others = Files.createFile(file.resolveSibling("01932c07-0000-7000-8000-0000000001aa.0.tmp"));

        assertThat(store.delete(ACME, REF)).isTrue();
        assertThat(files()).containsExactly(others);

        Files.createFile(Layout.temporary(file, 0));
        assertThat(store.delete(ACME, REF)).as("nothing complete was there").isFalse();
        assertThat(files()).containsExactly(others);
    }

    @Test
    void abandonedFilesAreRemovedAndNothingElse() throws IOException {
        store.write(ACME, REF, bytes(), 10);
        Path complete = files().get(0);
        Path abandoned = Files.createFile(Layout.temporary(complete, 0));
        Path busy = Files.createFile(Layout.temporary(complete, 1));
        Files.setLastModifiedTime(complete, FileTime.from(NOON.minusSeconds(1)));
        Files.setLastModifiedTime(abandoned, FileTime.from(NOON.minusSeconds(1)));
        Files.setLastModifiedTime(busy, FileTime.from(NOON));

        assertThat(store.removeAbandoned(NOON)).isEqualTo(1);

        assertThat(files()).containsExactlyInAnyOrder(complete, busy);
        assertThat(store.removeAbandoned(NOON)).isZero();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> tree = Files.walk(directory)) {
            return tree.filter(Files::isRegularFile).toList();
        }
    }

    private static InputStream bytes() {
        return new ByteArrayInputStream(new byte[] {'b', 'y', 't', 'e', 's'});
    }
}
