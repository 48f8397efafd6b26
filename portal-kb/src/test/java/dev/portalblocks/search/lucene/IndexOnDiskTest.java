// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.spi.RankedHit;
import dev.portalblocks.search.spi.SearchChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is on disk outlives the process, and what can't be read says so and is built anew. */
class IndexOnDiskTest {
    private static final SearchChange FIRST = Samples.german("a", "Beitrag", "Der Beitrag steigt.");

    @TempDir
    private Path directory;

    @Test
    void aReopenedIndexFindsTheSameAndKnowsHowFarItCame() {
        List<RankedHit> before;
        try (LuceneSearchIndex index = LuceneSearchIndex.in(directory)) {
            index.update(Samples.ACME, List.of(FIRST), Samples.at(7));
            before = Samples.hits(index, Samples.german("Beitrag"));
        }
        try (LuceneSearchIndex index = LuceneSearchIndex.in(directory)) {
            assertThat(index.progress(Samples.ACME)).contains(Samples.at(7));
            assertThat(Samples.hits(index, Samples.german("Beitrag")))
                    .isNotEmpty()
                    .isEqualTo(before);
            index.update(Samples.ACME, List.of(), Samples.at(8));
        }
        try (LuceneSearchIndex index = LuceneSearchIndex.in(directory)) {
            assertThat(index.progress(Samples.ACME)).contains(Samples.at(8));
        }
    }

    @Test
    void tenantsOfAnyNameHaveFoldersOfTheirOwnInTheDirectory() throws IOException {
        List<TenantId> tenants = Stream.of(
                        "acme", "ACME", "..", "../up", "a/b", "CON", "\u00E9", "e\u0301", "\uD83D\uDE00")
                .map(TenantId::of)
                .toList();
        try (LuceneSearchIndex index = LuceneSearchIndex.in(directory)) {
            for (int i = 0; i < tenants.size(); i++) {
                index.update(tenants.get(i), List.of(FIRST), Samples.at(i));
            }
            for (int i = 0; i < tenants.size(); i++) {
                assertThat(index.progress(tenants.get(i))).contains(Samples.at(i));
            }
        }
        try (Stream<Path> folders = Files.list(directory)) {
            assertThat(folders)
                    .hasSameSizeAs(tenants)
                    .allSatisfy(folder ->
                            assertThat(folder.getFileName().toString()).matches("[0-9a-f]{64}"));
        }
    }

    @Test
    void readingOfATenantThatHasNothingLeavesNoTrace() {
        try (LuceneSearchIndex index = LuceneSearchIndex.in(directory)) {
            assertThat(index.progress(Samples.ACME)).isEmpty();
            assertThat(Samples.hits(index, Samples.german("Beitrag"))).isEmpty();
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void anIndexOfAnotherSchemaHasNoPositionAndIsBuiltAnew() throws IOException {
        write(Map.of("schema", "0", "commit", "7", "offset", "0"));

        isUnreadableUntilRebuilt();
    }

    @Test
    void anIndexThatSaysNothingOfItsSchemaHasNoPosition() throws IOException {
        write(Map.of());

        isUnreadableUntilRebuilt();
    }

    @Test
    void aDamagedIndexHasNoPositionAndIsBuiltAnewWhicheverFileItIs() throws IOException {
        for (int i = 0; i < written().size(); i++) {
            Path file = written().get(i);
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 0x55;
            Files.write(file, bytes);

            isUnreadableUntilRebuilt();
        }
    }

    @Test
    void anIndexWithAnEmptyFileHasNoPosition() throws IOException {
        for (int i = 0; i < written().size(); i++) {
            Files.write(written().get(i), new byte[0]);

            isUnreadableUntilRebuilt();
        }
    }

    @Test
    void anIndexThatMissesAFileOfItsCommitHasNoPosition() throws IOException {
        for (int i = 0; i < written().size(); i++) {
            Path file = written().get(i);
            if (!file.getFileName().toString().startsWith("segments")) {
                Files.delete(file);

                isUnreadableUntilRebuilt();
            }
        }
    }

    @Test
    void aSecondProcessIsRefusedAndHarmsNothing() {
        try (LuceneSearchIndex one = LuceneSearchIndex.in(directory);
                LuceneSearchIndex other = LuceneSearchIndex.in(directory)) {
            one.update(Samples.ACME, List.of(FIRST), Samples.at(1));

            assertThatThrownBy(() -> other.update(Samples.ACME, List.of(FIRST), Samples.at(2)))
                    .isInstanceOfSatisfying(
                            PortalException.StorageFailure.class,
                            e -> assertThat(e.code()).isEqualTo("search.index-locked"));
            assertThat(one.progress(Samples.ACME)).contains(Samples.at(1));
            assertThat(Samples.found(one, Samples.german("Beitrag"))).containsExactly("a");
        }
    }

    @Test
    void aDirectoryThatIsAFileIsAFailureOfStorage() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        try (LuceneSearchIndex index = LuceneSearchIndex.in(file)) {
            assertThatThrownBy(() -> index.update(Samples.ACME, List.of(FIRST), Samples.at(1)))
                    .isInstanceOf(PortalException.StorageFailure.class);
        }
    }

    private void isUnreadableUntilRebuilt() {
        try (LuceneSearchIndex index = LuceneSearchIndex.in(directory)) {
            assertThat(index.progress(Samples.ACME)).isEmpty();
            assertThatThrownBy(() -> Samples.hits(index, Samples.german("Beitrag")))
                    .isInstanceOfSatisfying(
                            PortalException.StorageFailure.class,
                            e -> assertThat(e.code()).isEqualTo("search.index-unreadable"));

            index.rebuild(Samples.ACME, target -> target.accept(FIRST), Samples.at(9));

            assertThat(index.progress(Samples.ACME)).contains(Samples.at(9));
            assertThat(Samples.found(index, Samples.german("Beitrag"))).containsExactly("a");
        }
    }

    /** Writes the index anew and returns its files but for the lock. */
    private List<Path> written() throws IOException {
        try (LuceneSearchIndex index = LuceneSearchIndex.in(directory)) {
            index.rebuild(Samples.ACME, target -> target.accept(FIRST), Samples.at(1));
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> !file.endsWith(IndexWriter.WRITE_LOCK_NAME))
                    .sorted()
                    .toList();
        }
    }

    private void write(Map<String, String> commitData) throws IOException {
        try (FSDirectory lucene = FSDirectory.open(written().get(0).getParent());
                IndexWriter writer = new IndexWriter(lucene, new IndexWriterConfig(new KeywordAnalyzer()))) {
            writer.setLiveCommitData(commitData.entrySet());
            writer.commit();
        }
    }

    private Path folder() throws IOException {
        try (Stream<Path> folders = Files.list(directory)) {
            return folders.findFirst().orElseThrow();
        }
    }
}
