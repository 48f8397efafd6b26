// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs;

import static dev.portalblocks.docs.Refusals.assertConflict;
import static dev.portalblocks.docs.Refusals.assertNotFound;
import static dev.portalblocks.docs.VaultHouse.ACME;
import static dev.portalblocks.docs.VaultHouse.CUSTOMER;
import static dev.portalblocks.docs.VaultHouse.ERIKA;
import static dev.portalblocks.docs.VaultHouse.OTHER;
import static dev.portalblocks.docs.VaultHouse.OTTO;
import static dev.portalblocks.docs.VaultHouse.PAGE;
import static dev.portalblocks.docs.VaultHouse.SERVICE;
import static dev.portalblocks.docs.VaultHouse.STRANGER;
import static dev.portalblocks.docs.VaultHouse.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.docs.model.Document;
import dev.portalblocks.docs.model.DocumentId;
import dev.portalblocks.docs.model.FolderId;
import dev.portalblocks.docs.model.MoveDocument;
import dev.portalblocks.docs.model.RemoveDocument;
import dev.portalblocks.docs.model.RemoveFolder;
import dev.portalblocks.docs.model.RenameDocument;
import dev.portalblocks.docs.model.UploadDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VaultTest {
    private static final DocumentId NOBODYS = DocumentId.of(new UUID(0x7000L, 1));

    private final VaultHouse house = new VaultHouse();
    private final Vault vault = house.vault;

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void whatWasHandedInIsReadAgain() {
        Document handedIn = house.uploaded("Vertrag.txt", "Guten Tag");

        assertThat(vault.read(CUSTOMER, handedIn.id())).isEqualTo(handedIn);
        assertThat(handedIn)
                .returns(ERIKA, Document::customer)
                .returns("Vertrag.txt", Document::name)
                .returns(1L, Document::version)
                .returns(house.now(), Document::addedAt);
        assertThat(handedIn.current())
                .returns(1, version -> version.number())
                .returns(9L, version -> version.size())
                .returns("text/plain", version -> version.mediaType())
                .returns(Actor.Kind.CUSTOMER, version -> version.by())
                .returns(
                        "6b973d266dfceb93f1bb5a687231cd027c27e5099a799b4a3e666a4ae6773b04",
                        version -> version.sha256());
        assertThat(house.text(vault.open(CUSTOMER, handedIn.id()))).isEqualTo("Guten Tag");
        assertThat(house.eventTypes()).containsExactly("document-added");
    }

    @Test
    void staffReadAndFileWhatBelongsToACustomer() {
        Document filed = vault.upload(SERVICE, UploadDocument.of(ERIKA, "Police.txt"), stream("Police"));

        assertThat(vault.read(CUSTOMER, filed.id())).isEqualTo(filed);
        assertThat(filed.current().by()).isEqualTo(Actor.Kind.AGENT);
        assertThat(house.text(vault.open(SERVICE, filed.id()))).isEqualTo("Police");
    }

    @Test
    void staffWithoutTheRoleAndVisitorsAreDenied() {
        Document document = house.uploaded("a", "a");
        Actor editor = Actor.agent(ACME, "edda", "editor");

        for (Actor actor : List.of(editor, Actor.anonymous(ACME))) {
            assertThatThrownBy(() -> vault.upload(actor, UploadDocument.of(ERIKA, "b"), stream("b")))
                    .isInstanceOfAny(PortalException.AccessDenied.class, PortalException.NotFound.class);
        }
        assertThatThrownBy(() -> vault.read(editor, document.id())).isInstanceOf(PortalException.AccessDenied.class);
    }

    @Test
    void aForeignDocumentIsAsAbsentAsOneThatNeverWas() {
        Document document = house.uploaded("geheim", "geheim");
        FolderId folder = house.folder(null, "Ordner");
        var before = house.kept();

        List<BiFunction<Actor, DocumentId, Object>> calls = List.of(
                vault::read,
                vault::open,
                (actor, id) -> vault.open(actor, id, 1),
                (actor, id) -> vault.versions(actor, id, PAGE),
                (actor, id) -> vault.rename(actor, RenameDocument.of(id, "anders")),
                (actor, id) -> vault.move(actor, MoveDocument.of(id, null)),
                (actor, id) -> {
                    vault.remove(actor, RemoveDocument.of(id));
                    return id;
                });
        for (Actor stranger : List.of(STRANGER, Actor.customer(OTHER, ERIKA), Actor.agent(OTHER, "anna", "service"))) {
            for (BiFunction<Actor, DocumentId, Object> call : calls) {
                for (DocumentId id : List.of(document.id(), NOBODYS)) {
                    assertNotFound("document.not-found", () -> call.apply(stranger, id));
                }
            }
        }
        assertNotFound("folder.not-found", () -> vault.inFolder(STRANGER, OTTO, folder, PAGE));
        assertThat(vault.list(STRANGER, ERIKA, PAGE).items()).isEmpty();
        assertThat(vault.inFolder(STRANGER, ERIKA, null, PAGE).items()).isEmpty();
        assertThat(house.kept()).isEqualTo(before);
    }

    @Test
    void nobodyHandsInForACustomerBeyondTheirReach() {
        var before = house.kept();

        assertNotFound("customer.not-found", () -> vault.upload(STRANGER, UploadDocument.of(ERIKA, "x"), stream("x")));

        assertThat(house.kept()).isEqualTo(before);
    }

    @Test
    void aFolderOfAnotherCustomerIsAsAbsentAsNone() {
        FolderId folder = house.folder(null, "Ordner");
        Document own = vault.upload(STRANGER, UploadDocument.of(OTTO, "a"), stream("a"));
        FolderId none = FolderId.of(new UUID(0x7000L, 2));
        var before = house.kept();

        for (FolderId foreign : List.of(folder, none)) {
            for (Actor actor : List.of(STRANGER, SERVICE)) {
                assertNotFound("folder.not-found", () -> vault.move(actor, MoveDocument.of(own.id(), foreign)));
                assertNotFound(
                        "folder.not-found",
                        () -> vault.upload(actor, UploadDocument.of(OTTO, "b").into(foreign), stream("b")));
                assertNotFound("folder.not-found", () -> vault.inFolder(actor, OTTO, foreign, PAGE));
            }
        }
        assertThat(house.kept()).isEqualTo(before);
    }

    @Test
    void aDocumentIsRenamedAndMoved() {
        Document document = house.uploaded("alt", "a");
        FolderId folder = house.folder(null, "Ordner");

        assertThat(vault.rename(CUSTOMER, RenameDocument.of(document.id(), "neu")))
                .returns("neu", Document::name)
                .returns(2L, Document::version);
        assertThat(vault.move(CUSTOMER, MoveDocument.of(document.id(), folder)))
                .returns(folder, Document::folder)
                .returns(3L, Document::version);

        assertThat(vault.inFolder(CUSTOMER, ERIKA, folder, PAGE).items())
                .extracting(Document::id)
                .containsExactly(document.id());
        assertThat(vault.inFolder(CUSTOMER, ERIKA, null, PAGE).items()).isEmpty();
        assertThat(house.eventTypes())
                .containsExactly("document-added", "folder-created", "document-renamed", "document-moved");
    }

    @Test
    void whatChangesNothingMakesNoVersionAndNoEvent() {
        Document document = house.uploaded("alt", "a");
        var before = house.kept();

        assertThat(vault.rename(CUSTOMER, RenameDocument.of(document.id(), "alt")))
                .isEqualTo(document);
        assertThat(vault.move(CUSTOMER, MoveDocument.of(document.id(), null))).isEqualTo(document);

        assertThat(house.kept()).isEqualTo(before);
    }

    @Test
    void anOutdatedVersionIsAConflict() {
        Document document = house.uploaded("alt", "a");
        vault.rename(CUSTOMER, RenameDocument.of(document.id(), "neu").expecting(1));
        var before = house.kept();

        assertConflict(
                "document.version-conflict",
                () -> vault.rename(
                        CUSTOMER, RenameDocument.of(document.id(), "x").expecting(1)));
        assertConflict(
                "document.version-conflict",
                () -> vault.move(CUSTOMER, MoveDocument.of(document.id(), null).expecting(3)));
        assertConflict(
                "document.version-conflict",
                () -> vault.remove(CUSTOMER, RemoveDocument.of(document.id()).expecting(1)));

        assertThat(house.kept()).isEqualTo(before);
    }

    @Test
    void documentsAreListedTheLatestFirstAcrossPages() {
        FolderId folder = house.folder(null, "Ordner");
        List<DocumentId> added = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            added.add(
                    0,
                    house.uploaded(i % 2 == 0 ? folder : null, "gleicher Name", "text " + i)
                            .id());
            house.forward(Duration.ofMillis(i % 3)); // some in the same instant
        }

        assertThat(walk(2)).containsExactlyElementsOf(walk(200)).containsExactlyInAnyOrderElementsOf(added);
        assertThat(vault.inFolder(CUSTOMER, ERIKA, folder, PAGE).items()).hasSize(4);
        assertThat(vault.inFolder(CUSTOMER, ERIKA, null, PAGE).items()).hasSize(3);
        assertThat(vault.list(CUSTOMER, ERIKA, PAGE).items())
                .isSortedAccordingTo((a, b) -> b.addedAt().compareTo(a.addedAt()));
    }

    @Test
    void aCursorOfOneListIsNoneOfAnother() {
        FolderId folder = house.folder(null, "Ordner");
        house.uploaded(folder, "a", "a");
        house.uploaded(folder, "b", "b");
        Page<Document> page = vault.inFolder(CUSTOMER, ERIKA, folder, PageRequest.first(1));

        Refusals.assertRefused(
                PortalException.InvalidInput.class,
                "cursor.invalid",
                () -> vault.inFolder(CUSTOMER, ERIKA, null, PageRequest.first(1).after(page.next())));
    }

    @Test
    void aRepeatUnderTheSameKeyAnswersWithTheDocumentAsItIs() {
        UploadDocument command = UploadDocument.of(ERIKA, "a").once(IdempotencyKey.of("k"));
        Document first = vault.upload(CUSTOMER, command, stream("a"));
        Document renamed = vault.rename(CUSTOMER, RenameDocument.of(first.id(), "b"));
        var before = house.kept();

        assertThat(vault.upload(CUSTOMER, command, stream("a"))).isEqualTo(renamed);
        assertConflict("idempotency-key.reused", () -> vault.upload(CUSTOMER, command, stream("other")));

        assertThat(house.kept()).isEqualTo(before);
    }

    @Test
    void aRepeatIsAnsweredAlsoWhenTheFolderIsGone() {
        FolderId folder = house.folder(null, "Ordner");
        UploadDocument command = UploadDocument.of(ERIKA, "a").into(folder).once(IdempotencyKey.of("k"));
        Document first = vault.upload(CUSTOMER, command, stream("a"));
        Document moved = vault.move(CUSTOMER, MoveDocument.of(first.id(), null));
        vault.folders().remove(CUSTOMER, RemoveFolder.of(folder));

        assertThat(vault.upload(CUSTOMER, command, stream("a"))).isEqualTo(moved);
    }

    @Test
    void aRemovedDocumentIsGoneWithItsVersionsAndItsBytesGoADayLater() {
        Document document = house.uploaded("a", "eins");
        house.next(document.id(), "zwei");
        Document other = house.uploaded("b", "zwei");

        vault.remove(CUSTOMER, RemoveDocument.of(document.id()));

        assertNotFound("document.not-found", () -> vault.read(CUSTOMER, document.id()));
        assertNotFound("document.not-found", () -> vault.open(CUSTOMER, document.id(), 1));
        assertThat(house.kept().get("docs.version")).hasSize(1);
        house.forward(Duration.ofHours(25));
        house.portal.maintenance().forEach(task -> task.work().run());
        assertThat(house.bytes()).containsExactly(other.current().content());
        assertThat(house.text(vault.open(CUSTOMER, other.id()))).isEqualTo("zwei");
    }

    private List<DocumentId> walk(int limit) {
        List<DocumentId> seen = new ArrayList<>();
        Page<Document> page = vault.list(CUSTOMER, ERIKA, PageRequest.first(limit));
        while (true) {
            page.items().forEach(document -> seen.add(document.id()));
            if (page.next() == null) {
                return seen;
            }
            page = vault.list(CUSTOMER, ERIKA, PageRequest.first(limit).after(page.next()));
        }
    }
}
