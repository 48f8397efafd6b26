// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs;

import static dev.portalblocks.docs.VaultHouse.CUSTOMER;
import static dev.portalblocks.docs.VaultHouse.ERIKA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.portalblocks.core.content.file.FileContentStore;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.docs.model.Document;
import dev.portalblocks.docs.model.UploadDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vault above files. */
class VaultFilesTest {
    private static final int SIZE = 200_000;

    @TempDir
    Path folder;

    private VaultHouse house;

    @BeforeEach
    void compose() {
        house = new VaultHouse(FileContentStore.in(folder.resolve("store")), Vault.MAX_BYTES);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void nothingOfACustomersNameStandsInTheStoresDirectory() throws IOException {
        List<String> names = List.of(
                "../../../hinaus.txt",
                "/etc/hinaus.txt",
                "C:\\hinaus.txt",
                "CON",
                "..",
                "hinaus\u00FC.txt",
                "hinaus%2e.txt");
        for (String name : names) {
            house.uploaded(name, "Inhalt von " + name);
        }

        List<Path> all = paths(folder);
        assertThat(all).filteredOn(Files::isRegularFile).hasSize(names.size());
        assertThat(all)
                .extracting(path -> folder.relativize(path).toString())
                .allMatch(path -> path.matches("store(/[0-9a-f]+){0,2}(/[0-9a-f-]{36})?"));
        assertThat(folder.resolveSibling("hinaus.txt")).doesNotExist();
    }

    @Test
    void aDamagedByteIsToldAndNeverSilent() throws IOException {
        Document document = handedIn();
        Path file = theFile();
        byte[] sound = Files.readAllBytes(file);
        byte[] flipped = sound.clone();
        flipped[150_000] ^= 1;
        byte[] longer = Arrays.copyOf(sound, SIZE + 1);
        byte[] shorter = Arrays.copyOf(sound, SIZE - 1);

        for (byte[] damaged : List.of(flipped, longer, shorter, new byte[0])) {
            Files.write(file, damaged);
            assertDamaged(document);
        }
        Files.delete(file);
        assertDamaged(document);
        Files.write(file, sound);
        try (InputStream opened = house.vault.open(CUSTOMER, document.id())) {
            assertThat(opened.readAllBytes()).isEqualTo(sound);
        }
    }

    private Document handedIn() {
        byte[] bytes = new byte[SIZE];
        new Random(1).nextBytes(bytes);
        return house.vault.upload(CUSTOMER, UploadDocument.of(ERIKA, "a"), new ByteArrayInputStream(bytes));
    }

    private void assertDamaged(Document document) {
        assertThatThrownBy(() -> {
                    try (InputStream opened = house.vault.open(CUSTOMER, document.id())) {
                        opened.readAllBytes();
                    }
                })
                .asInstanceOf(type(PortalException.StorageFailure.class))
                .returns("content.damaged", PortalException::code);
    }

    private Path theFile() throws IOException {
        return paths(folder).stream().filter(Files::isRegularFile).findFirst().orElseThrow();
    }

    private static List<Path> paths(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> !path.equals(root)).toList();
        }
    }
}
