// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.content.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of the steps, and what is left when one of them fails. */
class FileContentStoreStepsTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final ContentRef FIRST = ref("01932c07-0000-7000-8000-0000000000aa");
    private static final ContentRef OF_SAME_DIRECTORY = ref("01932c08-0000-7000-8000-0000000000aa");

    private final RecordedSteps steps = new RecordedSteps();

    @TempDir
    private Path directory;

    private FileContentStore store;

    @BeforeEach
    void begin() {
        store = new FileContentStore(directory, steps);
    }

    @Test
    void bytesAreForcedThenRenamedThenTheNameIsForced() {
        write(FIRST);
        steps.taken();

        write(OF_SAME_DIRECTORY);

        assertThat(steps.taken()).containsExactly("force", "rename", "force directory");
    }

    @Test
    void directoriesOnTheWayAreForcedBeforeTheirContent() {
        write(FIRST);

        assertThat(steps.taken())
                .as("tenant in root, fan in tenant, then the file")
                .containsExactly("force directory", "force directory", "force", "rename", "force directory");
    }

    @Test
    void aDirectoryThatSomebodyElseJustMadeIsForcedToo() {
        write(FIRST);
        steps.taken();

        new FileContentStore(directory, steps).write(ACME, OF_SAME_DIRECTORY, bytes(), 10);

        assertThat(steps.taken()).startsWith("force directory", "force directory", "force");
    }

    @Test
    void missingDirectoriesAboveTheRootAreMadeAndForced() {
        new FileContentStore(directory.resolve("a/b"), steps);

        assertThat(directory.resolve("a/b")).isDirectory();
        assertThat(steps.taken()).containsExactly("force directory", "force directory");
    }

    @Test
    void aRemovedNameIsForced() {
        write(FIRST);
        steps.taken();

        store.delete(ACME, FIRST);
        store.delete(ACME, FIRST);

        assertThat(steps.taken()).containsExactly("force directory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"force", "rename", "force directory"})
    void aFailingDiskIsAStorageFailureAndLeavesNoFile(String step) throws IOException {
        write(OF_SAME_DIRECTORY);
        store.delete(ACME, OF_SAME_DIRECTORY);
        steps.failIn(step);

        assertThatThrownBy(() -> write(FIRST))
                .asInstanceOf(type(PortalException.StorageFailure.class))
                .returns("content.storage-failed", PortalException::code)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(directory.toString()));

        assertThat(files()).isEmpty();
    }

    @Test
    void aSourceThatFailsLeavesNoFile() throws IOException {
        InputStream begin = new ByteArrayInputStream(new byte[100_000]);
        InputStream broken = new FilterInputStream(begin) {
            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                int count = super.read(buffer, from, length);
                if (count < 0) {
                    throw new IOException("connection lost");
                }
                return count;
            }
        };

        assertThatThrownBy(() -> store.write(ACME, FIRST, broken, 1_000_000))
                .asInstanceOf(type(PortalException.ContentRejected.class))
                .returns("content.source-failed", PortalException::code);

        assertThat(files()).isEmpty();
        assertThat(steps.taken()).doesNotContain("force", "rename");
    }

    @Test
    void aRenameNeverReplacesWhatAnotherProcessPutThere() throws IOException {
        write(FIRST);
        Path file = files().get(0);
        Path temporary = Files.writeString(Layout.temporary(file, 0), "other");

        assertThatThrownBy(() -> new FileSteps().rename(temporary, file))
                .isInstanceOf(FileAlreadyExistsException.class);

        assertThat(file).hasContent("bytes");
    }

    @Test
    void aFileInPlaceOfADirectoryIsAStorageFailure() throws IOException {
        Path file = Files.createFile(directory.resolve("in-the-way"));

        assertThatThrownBy(() -> FileContentStore.in(file.resolve("store")))
                .isInstanceOf(PortalException.StorageFailure.class);
    }

    private void write(ContentRef ref) {
        store.write(ACME, ref, bytes(), 10);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> tree = Files.walk(directory)) {
            return tree.filter(Files::isRegularFile).toList();
        }
    }

    private static InputStream bytes() {
        return new ByteArrayInputStream(new byte[] {'b', 'y', 't', 'e', 's'});
    }

    private static ContentRef ref(String text) {
        return ContentRef.of(UUID.fromString(text));
    }
}
