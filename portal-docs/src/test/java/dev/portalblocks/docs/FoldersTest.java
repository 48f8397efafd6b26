// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs;

import static dev.portalblocks.docs.Refusals.assertConflict;
import static dev.portalblocks.docs.Refusals.assertNotFound;
import static dev.portalblocks.docs.Refusals.assertRefused;
import static dev.portalblocks.docs.VaultHouse.CUSTOMER;
import static dev.portalblocks.docs.VaultHouse.ERIKA;
import static dev.portalblocks.docs.VaultHouse.OTHER;
import static dev.portalblocks.docs.VaultHouse.OTTO;
import static dev.portalblocks.docs.VaultHouse.SERVICE;
import static dev.portalblocks.docs.VaultHouse.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.PortalException.LimitExceeded;
import dev.portalblocks.docs.model.CreateFolder;
import dev.portalblocks.docs.model.Document;
import dev.portalblocks.docs.model.Folder;
import dev.portalblocks.docs.model.FolderId;
import dev.portalblocks.docs.model.MoveDocument;
import dev.portalblocks.docs.model.MoveFolder;
import dev.portalblocks.docs.model.RemoveDocument;
import dev.portalblocks.docs.model.RemoveFolder;
import dev.portalblocks.docs.model.RenameFolder;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldersTest {
    private static final FolderId NOBODYS = FolderId.of(new UUID(0x7000L, 1));

    private final VaultHouse house = new VaultHouse();
    private final Folders folders = house.vault.folders();
    private final FolderId top = house.folder(null, "Oben");
    private final FolderId inner = house.folder(top, "Innen");

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void foldersAreListedWithWhereTheyStand() {
        assertThat(folders.list(CUSTOMER, ERIKA))
                .extracting(Folder::id, Folder::parent, Folder::name)
                .containsExactly(tuple(top, null, "Oben"), tuple(inner, top, "Innen"));
        assertThat(folders.list(SERVICE, ERIKA)).isEqualTo(folders.list(CUSTOMER, ERIKA));
        assertThat(folders.read(CUSTOMER, inner))
                .isEqualTo(folders.list(CUSTOMER, ERIKA).get(1));
    }

    @Test
    void aFolderIsRenamedAndMoved() {
        FolderId other = house.folder(null, "Anderswo");

        assertThat(folders.rename(CUSTOMER, RenameFolder.of(inner, "Neu")))
                .returns("Neu", Folder::name)
                .returns(2L, Folder::version);
        assertThat(folders.move(CUSTOMER, MoveFolder.of(inner, other)))
                .returns(other, Folder::parent)
                .returns(3L, Folder::version);
        assertThat(folders.move(CUSTOMER, MoveFolder.of(inner, null))).returns(null, Folder::parent);

        assertThat(house.eventTypes()).endsWith("folder-renamed", "folder-moved", "folder-moved");
    }

    @Test
    void whatChangesNothingMakesNoVersionAndNoEvent() {
        var before = house.kept();

        folders.rename(CUSTOMER, RenameFolder.of(inner, "Innen"));
        folders.move(CUSTOMER, MoveFolder.of(inner, top));

        assertThat(house.kept()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "Rechnungen, RECHNUNGEN",
        "caf\u00E9, cafe\u0301",
        "Stra\u00DFe, STRASSE",
        "\u00C5, A\u030A",
        "\u00C5, \u212B",
        "\u03A3\u03A3, \u03C3\u03C2",
        "\uFB01n, FIN"
    })
    void siblingsDifferInMoreThanTheSpellingOfTheirNames(String name, String same) {
        FolderId first = house.folder(top, name);
        FolderId elsewhere = house.folder(null, same);
        FolderId third = house.folder(top, "Dritter");
        var before = house.kept();

        assertConflict("folder.name-taken", () -> house.folder(top, same));
        assertConflict("folder.name-taken", () -> folders.move(CUSTOMER, MoveFolder.of(elsewhere, top)));
        assertConflict("folder.name-taken", () -> folders.rename(CUSTOMER, RenameFolder.of(third, same)));

        assertThat(house.kept()).isEqualTo(before);
        assertThat(folders.rename(CUSTOMER, RenameFolder.of(first, same)).name())
                .as("its own name in another spelling")
                .isEqualTo(same);
    }

    @Test
    void aNameThatWasGivenUpIsFree() {
        folders.rename(CUSTOMER, RenameFolder.of(inner, "Neu"));
        FolderId second = house.folder(top, "Innen");
        folders.remove(CUSTOMER, RemoveFolder.of(second));
        FolderId third = house.folder(top, "INNEN");
        folders.move(CUSTOMER, MoveFolder.of(third, null));

        assertThat(house.folder(top, "innen")).isNotNull();
    }

    @Test
    void twoCustomersMayUseTheSameNames() {
        assertThat(folders.create(STRANGER, CreateFolder.of(OTTO, "Oben")).customer())
                .isEqualTo(OTTO);
    }

    @Test
    void onlyAnEmptyFolderIsRemoved() {
        Document document = house.uploaded(inner, "a", "a");
        var before = house.kept();

        assertConflict("folder.not-empty", () -> folders.remove(CUSTOMER, RemoveFolder.of(top)));
        assertConflict("folder.not-empty", () -> folders.remove(CUSTOMER, RemoveFolder.of(inner)));
        assertThat(house.kept()).isEqualTo(before);

        house.vault.move(CUSTOMER, MoveDocument.of(document.id(), top));
        folders.remove(CUSTOMER, RemoveFolder.of(inner));
        assertConflict("folder.not-empty", () -> folders.remove(CUSTOMER, RemoveFolder.of(top)));
        house.vault.remove(CUSTOMER, RemoveDocument.of(document.id()));
        folders.remove(CUSTOMER, RemoveFolder.of(top));

        assertThat(folders.list(CUSTOMER, ERIKA)).isEmpty();
        assertThat(house.kept()).doesNotContainKeys("docs.folder", "docs.folder-name");
    }

    @Test
    void aFolderNeverStandsInItself() {
        FolderId innermost = house.folder(inner, "Ganz innen");
        var before = house.kept();

        for (FolderId below : List.of(top, inner, innermost)) {
            assertConflict("folder.circle", () -> folders.move(CUSTOMER, MoveFolder.of(top, below)));
        }

        assertThat(house.kept()).isEqualTo(before);
    }

    @Test
    void foldersStandTwentyDeepAtMost() {
        FolderId at = inner;
        for (int depth = 3; depth <= Folders.MAX_DEPTH; depth++) {
            at = house.folder(at, "Tiefe " + depth);
        }
        FolderId deepest = at;
        FolderId branch = house.folder(null, "Zweig");
        house.folder(branch, "Blatt");
        FolderId above = Objects.requireNonNull(folders.read(CUSTOMER, deepest).parent());
        var before = house.kept();

        assertRefused(LimitExceeded.class, "folder.depth", () -> house.folder(deepest, "zu tief"));
        assertRefused(LimitExceeded.class, "folder.depth", () -> folders.move(CUSTOMER, MoveFolder.of(branch, above)));
        assertThat(house.kept()).isEqualTo(before);

        FolderId higher = folders.read(CUSTOMER, above).parent();
        assertThat(folders.move(CUSTOMER, MoveFolder.of(branch, higher)).parent())
                .isEqualTo(higher);
    }

    @Test
    void aCustomerHasAThousandFoldersAtMost() {
        List<FolderId> all = house.manyFolders(Folders.MAX_FOLDERS - 2);

        assertRefused(LimitExceeded.class, "folder.limit", () -> house.folder(null, "einer zu viel"));
        folders.remove(CUSTOMER, RemoveFolder.of(all.get(500)));
        assertThat(house.folder(null, "einer mehr")).isNotNull();
    }

    @Test
    void aForeignFolderIsAsAbsentAsOneThatNeverWas() {
        FolderId ottos =
                folders.create(STRANGER, CreateFolder.of(OTTO, "Ottos")).id();
        var before = house.kept();

        for (Actor stranger : List.of(STRANGER, Actor.customer(OTHER, ERIKA), Actor.agent(OTHER, "anna", "service"))) {
            for (FolderId folder : List.of(inner, NOBODYS)) {
                assertNotFound("folder.not-found", () -> folders.read(stranger, folder));
                assertNotFound("folder.not-found", () -> folders.rename(stranger, RenameFolder.of(folder, "x")));
                assertNotFound("folder.not-found", () -> folders.move(stranger, MoveFolder.of(folder, null)));
                assertNotFound("folder.not-found", () -> folders.remove(stranger, RemoveFolder.of(folder)));
            }
            assertThat(folders.list(stranger, ERIKA)).isEmpty();
        }
        for (FolderId foreign : List.of(inner, NOBODYS)) {
            for (Actor actor : List.of(STRANGER, SERVICE)) {
                assertNotFound(
                        "folder.not-found",
                        () -> folders.create(actor, CreateFolder.of(OTTO, "x").in(foreign)));
                assertNotFound("folder.not-found", () -> folders.move(actor, MoveFolder.of(ottos, foreign)));
            }
        }
        assertNotFound("customer.not-found", () -> folders.create(STRANGER, CreateFolder.of(ERIKA, "x")));
        assertThat(house.kept()).isEqualTo(before);
    }

    @Test
    void anOutdatedVersionIsAConflict() {
        folders.rename(CUSTOMER, RenameFolder.of(inner, "Neu"));
        var before = house.kept();

        assertConflict(
                "folder.version-conflict",
                () -> folders.rename(CUSTOMER, RenameFolder.of(inner, "x").expecting(1)));
        assertConflict(
                "folder.version-conflict",
                () -> folders.move(CUSTOMER, MoveFolder.of(inner, null).expecting(3)));
        assertConflict(
                "folder.version-conflict",
                () -> folders.remove(CUSTOMER, RemoveFolder.of(inner).expecting(1)));

        assertThat(house.kept()).isEqualTo(before);
    }

    @Test
    void aRepeatUnderTheSameKeyAnswersWithTheFolderAsItIs() {
        CreateFolder command = CreateFolder.of(ERIKA, "Einmal").once(IdempotencyKey.of("k"));
        Folder first = folders.create(CUSTOMER, command);
        Folder renamed = folders.rename(CUSTOMER, RenameFolder.of(first.id(), "Anders"));

        assertThat(folders.create(CUSTOMER, command)).isEqualTo(renamed);
        assertThat(folders.list(CUSTOMER, ERIKA)).hasSize(3);
    }
}
