// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.search.spi.SearchChange;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A folder that can be read and not written is searched; updates say why they fail, and go on where it can be written again. */
class ReadOnlyIndexTest {
    private static final SearchChange OLD = Samples.german("old", "Beitrag", "Der Beitrag ist fällig.");
    private static final SearchChange NEW = Samples.german("new", "Beitrag", "Ein neuer Beitrag.");

    @TempDir
    private Path directory;

    static Stream<IOException> refusals() {
        return Stream.of(
                new AccessDeniedException("_1.cfs"),
                new FileSystemException("_1.cfs", null, "Read-only file system"),
                new IOException("Read-only file system"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatCannotBeWrittenIsSearched(IOException refusal) {
        try (LuceneSearchIndex index = LuceneSearchIndex.in(directory)) {
            index.update(Samples.ACME, List.of(OLD), Samples.at(1));
        }
        IndexFolder readOnly = new StepFolder(directory, name -> {
            throw refusal;
        });
        LuceneSearchIndex index = LuceneSearchIndex.in(readOnly, 10);
        assertThat(Samples.found(index, Samples.german("Beitrag"))).containsExactly("old");
        assertThat(index.progress(Samples.ACME)).contains(Samples.at(1));
        assertThatThrownBy(() -> {
                    index.update(Samples.ACME, List.of(NEW), Samples.at(2));
                    index.flush();
                })
                .isInstanceOfSatisfying(
                        PortalException.StorageFailure.class,
                        e -> assertThat(e.code()).isEqualTo("search.index-read-only"));
        assertThat(Samples.found(index, Samples.german("Beitrag"))).containsExactly("old");
        assertThat(index.progress(Samples.ACME)).contains(Samples.at(1));
        index.close();

        try (LuceneSearchIndex again = LuceneSearchIndex.in(directory)) {
            again.update(Samples.ACME, List.of(NEW), Samples.at(2));
            assertThat(Samples.found(again, Samples.german("Beitrag"))).containsExactlyInAnyOrder("old", "new");
        }
    }
}
