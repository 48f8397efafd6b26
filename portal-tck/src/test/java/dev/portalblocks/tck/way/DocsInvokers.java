// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.docs.model.AddVersion;
import dev.portalblocks.docs.model.CreateFolder;
import dev.portalblocks.docs.model.DocumentId;
import dev.portalblocks.docs.model.FolderId;
import dev.portalblocks.docs.model.MoveDocument;
import dev.portalblocks.docs.model.MoveFolder;
import dev.portalblocks.docs.model.RemoveDocument;
import dev.portalblocks.docs.model.RemoveFolder;
import dev.portalblocks.docs.model.RenameDocument;
import dev.portalblocks.docs.model.RenameFolder;
import dev.portalblocks.docs.model.RestoreVersion;
import dev.portalblocks.docs.model.UploadDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;

/** How to call the document vault. */
final class DocsInvokers {
    private static final PageRequest PAGE = PageRequest.first(200);

    private DocsInvokers() {}

    static List<Invoker> all() {
        return Stream.of(handingIn(), changing(), reading(), opening(), folders(), placing())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Invoker> handingIn() {
        return List.of(
                new Invoker(
                        "Vault.upload(Actor, UploadDocument, InputStream)",
                        "docs.upload",
                        (portal, actor, target) -> portal.vault
                                .upload(
                                        actor,
                                        UploadDocument.of(target.customer(), "neu.bin")
                                                .once(IdempotencyKey.of("new")),
                                        another())
                                .customer()
                                .equals(target.customer())),
                new Invoker(
                        "Vault.addVersion(Actor, AddVersion, InputStream)",
                        "docs.version.add",
                        (portal, actor, target) -> portal.vault
                                .addVersion(actor, AddVersion.of(document(target)), another())
                                .id()
                                .equals(document(target))),
                new Invoker(
                        "Vault.restore(Actor, RestoreVersion)",
                        "docs.version.restore",
                        (portal, actor, target) -> portal.vault
                                .restore(actor, RestoreVersion.of(document(target), 1))
                                .id()
                                .equals(document(target))));
    }

    private static List<Invoker> changing() {
        return List.of(
                new Invoker(
                        "Vault.rename(Actor, RenameDocument)",
                        "docs.rename",
                        (portal, actor, target) -> portal.vault
                                .rename(actor, RenameDocument.of(document(target), "anders.txt"))
                                .id()
                                .equals(document(target))),
                new Invoker(
                        "Vault.move(Actor, MoveDocument)",
                        "docs.move",
                        (portal, actor, target) -> portal.vault
                                .move(
                                        actor,
                                        MoveDocument.of(
                                                document(target),
                                                target.papers().empty()))
                                .id()
                                .equals(document(target))),
                new Invoker("Vault.remove(Actor, RemoveDocument)", "docs.remove", (portal, actor, target) -> {
                    portal.vault.remove(actor, RemoveDocument.of(document(target)));
                    return true;
                }));
    }

    private static List<Invoker> reading() {
        return List.of(
                new Invoker(
                        "Vault.read(Actor, DocumentId)",
                        "docs.read",
                        (portal, actor, target) ->
                                portal.vault.read(actor, document(target)).id().equals(document(target))),
                new Invoker(
                        "Vault.inFolder(Actor, CustomerId, FolderId, PageRequest)",
                        "docs.in-folder",
                        (portal, actor, target) ->
                                portal.vault.inFolder(actor, target.customer(), folder(target), PAGE).items().stream()
                                        .anyMatch(found -> found.id().equals(document(target)))),
                new Invoker(
                        "Vault.list(Actor, CustomerId, PageRequest)",
                        "docs.list",
                        (portal, actor, target) -> portal.vault.list(actor, target.customer(), PAGE).items().stream()
                                .anyMatch(found -> found.id().equals(document(target)))),
                new Invoker(
                        "Vault.versions(Actor, DocumentId, PageRequest)",
                        "docs.version.list",
                        (portal, actor, target) -> !portal.vault
                                .versions(actor, document(target), PAGE)
                                .items()
                                .isEmpty()));
    }

    private static List<Invoker> opening() {
        return List.of(
                new Invoker(
                        "Vault.open(Actor, DocumentId)",
                        "docs.open",
                        (portal, actor, target) -> hasBytes(portal.vault.open(actor, document(target)))),
                new Invoker(
                        "Vault.open(Actor, DocumentId, int)",
                        "docs.version.open",
                        (portal, actor, target) -> hasBytes(portal.vault.open(actor, document(target), 1))));
    }

    private static List<Invoker> folders() {
        return List.of(
                new Invoker(
                        "Folders.create(Actor, CreateFolder)",
                        "docs.folder.create",
                        (portal, actor, target) -> portal.vault
                                .folders()
                                .create(
                                        actor,
                                        CreateFolder.of(target.customer(), "Neu")
                                                .once(IdempotencyKey.of("new")))
                                .customer()
                                .equals(target.customer())),
                new Invoker(
                        "Folders.read(Actor, FolderId)",
                        "docs.folder.read",
                        (portal, actor, target) -> portal.vault
                                .folders()
                                .read(actor, folder(target))
                                .id()
                                .equals(folder(target))),
                new Invoker(
                        "Folders.list(Actor, CustomerId)",
                        "docs.folder.list",
                        (portal, actor, target) -> portal.vault.folders().list(actor, target.customer()).stream()
                                .anyMatch(found -> found.id().equals(folder(target)))));
    }

    private static List<Invoker> placing() {
        return List.of(
                new Invoker(
                        "Folders.rename(Actor, RenameFolder)",
                        "docs.folder.rename",
                        (portal, actor, target) -> portal.vault
                                .folders()
                                .rename(actor, RenameFolder.of(folder(target), "Anders"))
                                .id()
                                .equals(folder(target))),
                new Invoker(
                        "Folders.move(Actor, MoveFolder)",
                        "docs.folder.move",
                        (portal, actor, target) -> folder(target)
                                .equals(portal.vault
                                        .folders()
                                        .move(
                                                actor,
                                                MoveFolder.of(target.papers().empty(), folder(target)))
                                        .parent())),
                new Invoker("Folders.remove(Actor, RemoveFolder)", "docs.folder.remove", (portal, actor, target) -> {
                    portal.vault
                            .folders()
                            .remove(actor, RemoveFolder.of(target.papers().empty()));
                    return true;
                }));
    }

    private static DocumentId document(Target target) {
        return target.papers().document();
    }

    private static FolderId folder(Target target) {
        return target.papers().folder();
    }

    private static boolean hasBytes(InputStream opened) throws IOException {
        try (opened) {
            return opened.readAllBytes().length > 0;
        }
    }

    /** A second call brings the same again, which is kept once. */
    private static InputStream another() {
        return new ByteArrayInputStream(new byte[] {4, 5, 6});
    }
}
