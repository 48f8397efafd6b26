// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs;

import static dev.portalblocks.docs.VaultHouse.CUSTOMER;
import static dev.portalblocks.docs.VaultHouse.ERIKA;
import static dev.portalblocks.docs.VaultHouse.PAGE;
import static dev.portalblocks.docs.VaultHouse.SERVICE;
import static dev.portalblocks.docs.VaultHouse.stream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.docs.model.AddVersion;
import dev.portalblocks.docs.model.CreateFolder;
import dev.portalblocks.docs.model.Document;
import dev.portalblocks.docs.model.DocumentId;
import dev.portalblocks.docs.model.DocumentVersion;
import dev.portalblocks.docs.model.Folder;
import dev.portalblocks.docs.model.FolderId;
import dev.portalblocks.docs.model.MoveDocument;
import dev.portalblocks.docs.model.MoveFolder;
import dev.portalblocks.docs.model.RemoveDocument;
import dev.portalblocks.docs.model.RemoveFolder;
import dev.portalblocks.docs.model.RenameFolder;
import dev.portalblocks.docs.model.RestoreVersion;
import dev.portalblocks.docs.model.UploadDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several at once: what each of them is told is true, and what all of them leave fits together. */
class VaultRacesTest {
    private static final long SEED = Long.getLong("portal.seed", 4711);
    private static final int ROUNDS = Boolean.getBoolean("portal.deep") ? 400 : 25;
    /** What may be answered to somebody who comes too late. */
    private static final Set<String> REFUSALS = Set.of(
            "folder.not-found",
            "folder.not-empty",
            "folder.circle",
            "folder.name-taken",
            "document.not-found",
            "document-version.not-found",
            "document.version-conflict");

    private final VaultHouse house = new VaultHouse();
    private final Vault vault = house.vault;
    private final Folders folders = vault.folders();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void versionsThatAreAddedAtOnceAllStay() {
        Document document = house.uploaded("a", "0");
        List<Callable<String>> calls = IntStream.rangeClosed(1, 16)
                .<Callable<String>>mapToObj(number -> () -> vault.addVersion(
                                number % 2 == 0 ? CUSTOMER : SERVICE, AddVersion.of(document.id()), stream("" + number))
                        .id()
                        .toString())
                .toList();

        assertThat(together(calls)).containsOnly(document.id().toString());

        List<DocumentVersion> versions =
                vault.versions(CUSTOMER, document.id(), PAGE).items();
        assertThat(versions)
                .extracting(DocumentVersion::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 17)
                        .mapToObj(number -> 18 - number)
                        .toList());
        assertThat(versions)
                .extracting(version -> house.text(vault.open(CUSTOMER, document.id(), version.number())))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(0, 16)
                        .mapToObj(number -> "" + number)
                        .toList());
    }

    @Test
    void ofTwoWhoSawTheSameVersionOneIsToldSo() {
        Document document = house.uploaded("a", "0");
        List<Callable<String>> calls = IntStream.range(0, 8)
                .<Callable<String>>mapToObj(number -> () -> answer(() ->
                        vault.addVersion(CUSTOMER, AddVersion.of(document.id()).expecting(1), stream("neu " + number))))
                .toList();

        List<String> answers = together(calls);

        assertThat(answers).containsOnlyOnce("ok");
        assertThat(new TreeSet<>(answers)).containsExactly("document.version-conflict", "ok");
        assertThat(house.bytes()).as("nothing of the others stays").hasSize(2);
    }

    @Test
    void oneKeyFromFiftyThreadsMakesOneDocument() {
        UploadDocument command = UploadDocument.of(ERIKA, "a").once(IdempotencyKey.of("k"));
        List<Callable<Document>> calls = IntStream.range(0, 50)
                .<Callable<Document>>mapToObj(number -> () -> vault.upload(CUSTOMER, command, stream("a")))
                .toList();

        assertThat(new HashSet<>(together(calls))).hasSize(1);
        assertThat(vault.list(CUSTOMER, ERIKA, PAGE).items()).hasSize(1);
        assertThat(house.eventTypes()).containsExactly("document-added");
        assertThat(house.bytes()).hasSize(1);
    }

    @Test
    void movesThatWouldMakeACircleTogetherMakeNone() {
        for (int round = 0; round < ROUNDS; round++) {
            List<FolderId> ring = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                ring.add(house.folder(null, "Ring " + round + "/" + i));
            }
            List<Callable<String>> calls = IntStream.range(0, 3)
                    .<Callable<String>>mapToObj(i -> () ->
                            answer(() -> folders.move(CUSTOMER, MoveFolder.of(ring.get(i), ring.get((i + 1) % 3)))))
                    .toList();

            assertThat(together(calls)).as("round %d", round).containsOnlyOnce("folder.circle");
            assertTreeIsSound();
            removeAll();
        }
    }

    @Test
    void aDocumentNeverEndsInAFolderThatWasRemovedMeanwhile() {
        for (int round = 0; round < ROUNDS; round++) {
            FolderId folder = house.folder(null, "Ordner " + round);
            Document other = house.uploaded("b", "b" + round);
            String text = "a" + round;
            List<String> answers = together(List.of(
                    () -> answer(() -> house.uploaded(folder, "a", text)),
                    () -> answer(() -> vault.move(CUSTOMER, MoveDocument.of(other.id(), folder))),
                    () -> answer(() -> folders.remove(CUSTOMER, RemoveFolder.of(folder))),
                    () -> answer(() -> folders.create(
                            CUSTOMER, CreateFolder.of(ERIKA, "Innen").in(folder)))));

            assertThat(answers)
                    .as("round %d: %s", round, answers)
                    .allMatch(said ->
                            said.equals("ok") || said.equals("folder.not-found") || said.equals("folder.not-empty"));
            if (answers.get(2).equals("ok")) {
                assertThat(answers).as("nobody came before: %s", answers).containsOnlyOnce("ok");
            }
            assertTreeIsSound();
        }
    }

    @Test
    void whateverManyDoAtOnceFitsTogether() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            List<FolderId> known = new ArrayList<>();
            known.add(null);
            for (int i = 0; i < 4; i++) {
                known.add(house.folder(known.get(random.nextInt(known.size())), "Ordner " + i));
            }
            List<DocumentId> documents = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                documents.add(house.uploaded(known.get(random.nextInt(5)), "a", "gleich " + i % 2)
                        .id());
            }
            List<Callable<String>> calls = IntStream.range(0, 8)
                    .mapToObj(i -> act(random, known, documents))
                    .toList();

            List<String> answers = together(calls);

            assertThat(answers)
                    .as("round %d: %s (-Dportal.seed=%d)", round, answers, SEED)
                    .allMatch(said -> said.equals("ok") || REFUSALS.contains(said));
            assertTreeIsSound();
            removeAll();
            assertThat(house.kept())
                    .as("round %d (-Dportal.seed=%d)", round, SEED)
                    .doesNotContainKeys("docs.version", "docs.document-order", "docs.folder-name", "core.content-use");
        }
    }

    private Callable<String> act(Random random, List<FolderId> known, List<DocumentId> documents) {
        FolderId folder = known.get(1 + random.nextInt(4));
        FolderId target = known.get(random.nextInt(5));
        DocumentId document = documents.get(random.nextInt(3));
        String text = "gleich " + random.nextInt(3);
        return switch (random.nextInt(9)) {
            case 0 -> () -> answer(() -> folders.move(CUSTOMER, MoveFolder.of(folder, target)));
            case 1 -> () -> answer(() -> folders.remove(CUSTOMER, RemoveFolder.of(folder)));
            case 2 -> () -> answer(() -> folders.rename(SERVICE, RenameFolder.of(folder, "Ordner " + text)));
            case 3 -> () -> answer(() -> vault.move(SERVICE, MoveDocument.of(document, target)));
            case 4 -> () -> answer(() -> vault.remove(CUSTOMER, RemoveDocument.of(document)));
            case 5 -> () -> answer(() -> house.uploaded(target, "neu", text));
            case 6 -> () -> answer(() -> house.next(document, text));
            case 7 -> () -> answer(() -> vault.restore(CUSTOMER, RestoreVersion.of(document, 1)));
            default -> () -> answer(() -> house.folder(target, "Ordner " + text));
        };
    }

    /** Every folder and document stands where something is, no folder in itself, and all bytes can be read. */
    private void assertTreeIsSound() {
        Map<FolderId, Folder> byId = new HashMap<>();
        folders.list(CUSTOMER, ERIKA).forEach(folder -> byId.put(folder.id(), folder));
        for (Folder folder : byId.values()) {
            int depth = 0;
            FolderId at = folder.parent();
            while (at != null) {
                assertThat(byId).containsKey(at);
                assertThat(depth++).as("no circle").isLessThan(Folders.MAX_DEPTH);
                at = Objects.requireNonNull(byId.get(at)).parent();
            }
        }
        for (Document document : vault.list(CUSTOMER, ERIKA, PAGE).items()) {
            if (document.folder() != null) {
                assertThat(byId).containsKey(document.folder());
            }
            List<DocumentVersion> versions =
                    vault.versions(CUSTOMER, document.id(), PAGE).items();
            assertThat(versions.get(0)).isEqualTo(document.current());
            assertThat(versions).hasSize(document.current().number());
            versions.forEach(version -> assertThat(house.text(vault.open(CUSTOMER, document.id(), version.number())))
                    .hasSize((int) version.size()));
        }
    }

    private void removeAll() {
        vault.list(CUSTOMER, ERIKA, PAGE)
                .items()
                .forEach(document -> vault.remove(CUSTOMER, RemoveDocument.of(document.id())));
        List<Folder> left = folders.list(CUSTOMER, ERIKA);
        while (!left.isEmpty()) {
            left.forEach(folder -> answer(() -> folders.remove(CUSTOMER, RemoveFolder.of(folder.id()))));
            left = folders.list(CUSTOMER, ERIKA);
        }
    }

    /** Returns the code of the refusal, or that there was none. */
    private static String answer(Runnable call) {
        try {
            call.run();
            return "ok";
        } catch (PortalException e) {
            return e.code();
        }
    }

    private static <T> List<T> together(List<Callable<T>> calls) {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        CyclicBarrier start = new CyclicBarrier(calls.size());
        try {
            List<Future<T>> running = calls.stream()
                    .map(call -> threads.submit(() -> {
                        start.await();
                        return call.call();
                    }))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get(60, TimeUnit.SECONDS));
            }
            return results;
        } catch (Exception e) {
            throw new AssertionError("A call failed (-Dportal.seed=" + SEED + ")", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
