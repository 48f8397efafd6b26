// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs;

import static dev.portalblocks.docs.Refusals.assertConflict;
import static dev.portalblocks.docs.Refusals.assertNotFound;
import static dev.portalblocks.docs.VaultHouse.CUSTOMER;
import static dev.portalblocks.docs.VaultHouse.PAGE;
import static dev.portalblocks.docs.VaultHouse.SERVICE;
import static dev.portalblocks.docs.VaultHouse.STRANGER;
import static dev.portalblocks.docs.VaultHouse.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.docs.model.AddVersion;
import dev.portalblocks.docs.model.Document;
import dev.portalblocks.docs.model.DocumentVersion;
import dev.portalblocks.docs.model.RemoveDocument;
import dev.portalblocks.docs.model.RestoreVersion;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VersionsTest {
    private final VaultHouse house = new VaultHouse();
    private final Vault vault = house.vault;
    private final Document document = house.uploaded("a.txt", "eins");

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void anEarlierVersionStaysAsItWas() {
        Document changed = house.next(document.id(), "zwei");

        assertThat(changed.current().number()).isEqualTo(2);
        assertThat(changed.version()).isEqualTo(2);
        assertThat(house.text(vault.open(CUSTOMER, document.id()))).isEqualTo("zwei");
        assertThat(house.text(vault.open(CUSTOMER, document.id(), 1))).isEqualTo("eins");
        assertThat(vault.versions(CUSTOMER, document.id(), PAGE).items())
                .containsExactly(changed.current(), document.current());
    }

    @Test
    void restoreMakesANewVersionWithTheOldBytes() {
        house.next(document.id(), "zwei");
        house.forward(Duration.ofMinutes(1));
        int bytes = house.bytes().size();

        Document restored = vault.restore(SERVICE, RestoreVersion.of(document.id(), 1));

        assertThat(restored.current())
                .returns(3, DocumentVersion::number)
                .returns(1, DocumentVersion::restoredFrom)
                .returns(house.now(), DocumentVersion::at)
                .returns(document.current().content(), DocumentVersion::content);
        assertThat(house.bytes()).as("nothing is copied").hasSize(bytes);
        assertThat(house.text(vault.open(CUSTOMER, document.id()))).isEqualTo("eins");
        assertThat(vault.versions(CUSTOMER, document.id(), PAGE).items())
                .extracting(DocumentVersion::number, DocumentVersion::restoredFrom)
                .containsExactly(tuple(3, 1), tuple(2, null), tuple(1, null));
        assertThat(house.eventTypes())
                .containsExactly("document-added", "document-version-added", "document-version-added");
    }

    @Test
    void restoredBytesAreHeldAsOftenAsTheyAreUsed() {
        house.next(document.id(), "zwei");
        vault.restore(CUSTOMER, RestoreVersion.of(document.id(), 1));
        vault.restore(CUSTOMER, RestoreVersion.of(document.id(), 3));

        assertThat(house.kept().get("core.content-use"))
                .as("one use for each version")
                .hasSize(4);
        vault.remove(CUSTOMER, RemoveDocument.of(document.id()));

        assertThat(house.kept()).doesNotContainKeys("docs.document", "docs.version", "core.content-use");
        house.forward(Duration.ofHours(25));
        house.portal.maintenance().forEach(task -> task.work().run());
        assertThat(house.bytes()).isEmpty();
    }

    @Test
    void aVersionThatIsNotThereIsNotFound() {
        var before = house.kept();

        for (int number : new int[] {2, 1_000, Integer.MAX_VALUE}) {
            assertNotFound(
                    "document-version.not-found",
                    () -> vault.restore(CUSTOMER, RestoreVersion.of(document.id(), number)));
            assertNotFound("document-version.not-found", () -> vault.open(CUSTOMER, document.id(), number));
        }
        for (int number : new int[] {0, -1, Integer.MIN_VALUE}) {
            assertNotFound("document-version.not-found", () -> vault.open(CUSTOMER, document.id(), number));
        }
        assertThat(house.kept()).isEqualTo(before);
    }

    @Test
    void aForeignDocumentGetsNoVersion() {
        var before = house.kept();

        assertNotFound(
                "document.not-found", () -> vault.addVersion(STRANGER, AddVersion.of(document.id()), stream("fremd")));
        assertNotFound("document.not-found", () -> vault.restore(STRANGER, RestoreVersion.of(document.id(), 1)));

        assertThat(house.kept()).isEqualTo(before);
    }

    @Test
    void anOutdatedVersionIsAConflictBeforeAByteIsRead() {
        house.next(document.id(), "zwei");
        var before = house.kept();
        PoisonedStream poisoned = new PoisonedStream();

        assertConflict(
                "document.version-conflict",
                () -> vault.addVersion(CUSTOMER, AddVersion.of(document.id()).expecting(1), poisoned));
        assertConflict(
                "document.version-conflict",
                () -> vault.restore(
                        CUSTOMER, RestoreVersion.of(document.id(), 1).expecting(1)));

        assertThat(poisoned.wasRead).isFalse();
        assertThat(house.kept()).isEqualTo(before);
    }

    @Test
    void aRepeatUnderTheSameKeyMakesNoSecondVersion() {
        AddVersion add = AddVersion.of(document.id()).expecting(1).once(IdempotencyKey.of("k"));
        RestoreVersion restore = RestoreVersion.of(document.id(), 1).once(IdempotencyKey.of("k"));
        vault.addVersion(CUSTOMER, add, stream("zwei"));
        Document restored = vault.restore(CUSTOMER, restore);
        var before = house.kept();

        assertThat(vault.addVersion(CUSTOMER, add, stream("zwei"))).isEqualTo(restored);
        assertThat(vault.restore(CUSTOMER, restore)).isEqualTo(restored);

        assertThat(house.kept()).isEqualTo(before);
    }

    @Test
    void aDocumentHasAThousandVersionsAtMost() {
        for (int number = 2; number <= Vault.MAX_VERSIONS; number++) {
            vault.restore(CUSTOMER, RestoreVersion.of(document.id(), 1));
        }
        PoisonedStream poisoned = new PoisonedStream();

        Refusals.assertRefused(
                PortalException.LimitExceeded.class,
                "document-version.limit",
                () -> vault.restore(CUSTOMER, RestoreVersion.of(document.id(), 1)));
        Refusals.assertRefused(
                PortalException.LimitExceeded.class,
                "document-version.limit",
                () -> vault.addVersion(CUSTOMER, AddVersion.of(document.id()), poisoned));
        assertThat(poisoned.wasRead).isFalse();
        vault.remove(CUSTOMER, RemoveDocument.of(document.id()));
        assertThat(house.kept()).doesNotContainKeys("docs.version", "core.content-use");
    }
}
