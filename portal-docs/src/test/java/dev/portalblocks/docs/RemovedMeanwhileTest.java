// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs;

import static dev.portalblocks.docs.Refusals.assertConflict;
import static dev.portalblocks.docs.VaultHouse.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.content.memory.MemoryContentStore;
import dev.portalblocks.docs.model.Document;
import dev.portalblocks.docs.model.FolderId;
import dev.portalblocks.docs.model.MoveDocument;
import dev.portalblocks.docs.model.RemoveFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody removes the folder at the worst moment: when it was looked at and nothing stands in it yet. */
class RemovedMeanwhileTest {
    private static final long MOMENT_MILLIS = 300;

    private final ExecutorService other = Executors.newSingleThreadExecutor();
    private final List<Future<?>> removals = new ArrayList<>();
    private final List<FolderId> target = new ArrayList<>();

    @AfterEach
    void close() {
        other.shutdownNow();
    }

    @Test
    void anUploadKeepsItsFolder() {
        try (VaultHouse house = interrupted("insert")) {
            target.add(house.folder(null, "Ordner"));

            Document document = house.uploaded(target.get(0), "a", "a");

            assertTheFolderStayed(house, document);
        }
    }

    @Test
    void aMoveKeepsItsFolder() {
        try (VaultHouse house = interrupted("update")) {
            FolderId folder = house.folder(null, "Ordner");
            Document document = house.uploaded("a", "a");
            target.add(folder);

            Document moved = house.vault.move(CUSTOMER, MoveDocument.of(document.id(), folder));

            assertTheFolderStayed(house, moved);
        }
    }

    private void assertTheFolderStayed(VaultHouse house, Document document) {
        assertThat(removals).hasSize(1);
        assertConflict("folder.not-empty", () -> outcome(removals.get(0)));
        assertThat(house.vault.folders().read(CUSTOMER, target.get(0)).id()).isEqualTo(document.folder());
    }

    private VaultHouse interrupted(String method) {
        VaultHouse[] house = new VaultHouse[1];
        house[0] = new VaultHouse(
                new MemoryContentStore(),
                Vault.MAX_BYTES,
                kept -> new Interrupting(kept, method, () -> removeFor(house[0])));
        return house[0];
    }

    /** Begins the removal and gives it a moment; where it has to wait it goes on when the document is there. */
    private void removeFor(VaultHouse house) {
        if (target.isEmpty()) {
            return;
        }
        Future<?> removal = other.submit(() -> house.vault.folders().remove(CUSTOMER, RemoveFolder.of(target.get(0))));
        removals.add(removal);
        try {
            removal.get(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // it waits, or was refused: the test looks at it in the end
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void outcome(Future<?> removal) throws Throwable {
        try {
            removal.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }
}
