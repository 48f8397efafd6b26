// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.docs.model.AddVersion;
import dev.portalblocks.docs.model.Document;
import dev.portalblocks.docs.model.DocumentId;
import dev.portalblocks.docs.model.DocumentVersion;
import dev.portalblocks.docs.model.FolderId;
import dev.portalblocks.docs.model.MoveDocument;
import dev.portalblocks.docs.model.RemoveDocument;
import dev.portalblocks.docs.model.RenameDocument;
import dev.portalblocks.docs.model.RestoreVersion;
import dev.portalblocks.docs.model.UploadDocument;
import java.util.List;
import java.util.function.Function;

/** Steps with documents. */
final class VaultSteps {
    static final List<Function<Draw, Step>> ALL = List.of(
            VaultSteps::upload,
            VaultSteps::upload,
            VaultSteps::addVersion,
            VaultSteps::restore,
            VaultSteps::rename,
            VaultSteps::move,
            VaultSteps::remove,
            VaultSteps::read,
            VaultSteps::open,
            VaultSteps::versions,
            VaultSteps::list,
            VaultSteps::inFolder);

    private VaultSteps() {}

    private static DocumentId document(Session session, String name) {
        return DocumentId.of(session.id(name));
    }

    private static Step upload(Draw draw) {
        Who who = draw.dice().asOwnerOrService();
        String owner =
                who.principal() == null || draw.dice().chance(10) ? draw.dice().customer() : who.principal();
        VaultModel.HandedIn wanted = new VaultModel.HandedIn(
                owner,
                draw.dice().anyOrNone("f"),
                draw.dice().of("Police.pdf", "Äpfel 100% _", "Police.pdf"),
                draw.dice().of("eins", "zwei", "drei"));
        String key = draw.dice().key();
        return new Step(
                who,
                "upload " + wanted + " once " + key,
                model -> model.vault.upload(who, wanted, key),
                session -> view(
                        session,
                        session.blocks()
                                .vault()
                                .upload(
                                        session.actor(who),
                                        new UploadDocument(
                                                CustomerId.of(wanted.customer()),
                                                session.idOrNone(wanted.folder(), FolderId::of),
                                                wanted.title(),
                                                null,
                                                Session.key(key)),
                                        Session.bytes(wanted.text()))));
    }

    private static Step addVersion(Draw draw) {
        Who who = draw.dice().asOwnerOrService();
        String name = draw.dice().any("d");
        String text = draw.dice().of("eins", "zwei", "drei");
        Long expected = draw.dice().expecting(draw.model(who).vault.version(name));
        String key = draw.dice().key();
        return new Step(
                who,
                "add version to " + name + " " + text + " at " + expected + " once " + key,
                model -> model.vault.addVersion(who, name, text, expected, key),
                session -> view(
                        session,
                        session.blocks()
                                .vault()
                                .addVersion(
                                        session.actor(who),
                                        new AddVersion(document(session, name), null, expected, Session.key(key)),
                                        Session.bytes(text))));
    }

    private static Step restore(Draw draw) {
        Who who = draw.dice().asOwnerOrService();
        String name = draw.dice().any("d");
        int number = draw.dice().upTo(3);
        Long expected = draw.dice().expecting(draw.model(who).vault.version(name));
        String key = draw.dice().key();
        return new Step(
                who,
                "restore " + name + " " + number + " at " + expected + " once " + key,
                model -> model.vault.restore(who, name, number, expected, key),
                session -> view(
                        session,
                        session.blocks()
                                .vault()
                                .restore(
                                        session.actor(who),
                                        new RestoreVersion(
                                                document(session, name), number, expected, Session.key(key)))));
    }

    private static Step rename(Draw draw) {
        Who who = draw.dice().asOwnerOrService();
        String name = draw.dice().any("d");
        String title = draw.dice().of("Police.pdf", "neu.pdf");
        Long expected = draw.dice().expecting(draw.model(who).vault.version(name));
        return new Step(
                who,
                "rename " + name + " " + title + " at " + expected,
                model -> model.vault.rename(who, name, title, expected),
                session -> view(
                        session,
                        session.blocks()
                                .vault()
                                .rename(
                                        session.actor(who),
                                        new RenameDocument(document(session, name), title, expected))));
    }

    private static Step move(Draw draw) {
        Who who = draw.dice().asOwnerOrService();
        String name = draw.dice().any("d");
        String target = draw.dice().anyOrNone("f");
        Long expected = draw.dice().expecting(draw.model(who).vault.version(name));
        return new Step(
                who,
                "move " + name + " into " + target + " at " + expected,
                model -> model.vault.move(who, name, target, expected),
                session -> view(
                        session,
                        session.blocks()
                                .vault()
                                .move(
                                        session.actor(who),
                                        new MoveDocument(
                                                document(session, name),
                                                session.idOrNone(target, FolderId::of),
                                                expected))));
    }

    private static Step remove(Draw draw) {
        Who who = draw.dice().asOwnerOrService();
        String name = draw.dice().any("d");
        Long expected = draw.dice().expecting(draw.model(who).vault.version(name));
        return new Step(
                who,
                "remove " + name + " at " + expected,
                model -> model.vault.remove(who, name, expected),
                session -> {
                    session.blocks()
                            .vault()
                            .remove(session.actor(who), new RemoveDocument(document(session, name), expected));
                    return "gone";
                });
    }

    private static Step read(Draw draw) {
        Who who = draw.dice().asOwnerOrService();
        String name = draw.dice().any("d");
        return new Step(
                who,
                "read " + name,
                model -> model.vault.read(who, name),
                session -> view(session, session.blocks().vault().read(session.actor(who), document(session, name))));
    }

    private static Step open(Draw draw) {
        Who who = draw.dice().asOwnerOrService();
        String name = draw.dice().any("d");
        Integer number =
                draw.dice().chance(50) ? null : Integer.valueOf(draw.dice().upTo(3));
        return new Step(
                who,
                "open " + name + " " + number,
                model -> model.vault.open(who, name, number),
                session -> Session.text(
                        number == null
                                ? session.blocks().vault().open(session.actor(who), document(session, name))
                                : session.blocks().vault().open(session.actor(who), document(session, name), number)));
    }

    private static Step versions(Draw draw) {
        Who who = draw.dice().asOwnerOrService();
        String name = draw.dice().any("d");
        int size = draw.dice().upTo(2);
        return new Step(
                who,
                "list versions of " + name,
                model -> model.vault.versions(who, name),
                session -> Session.pages(
                        size,
                        page -> session.blocks().vault().versions(session.actor(who), document(session, name), page),
                        VaultSteps::view));
    }

    private static Step list(Draw draw) {
        Who who = draw.dice().asOwnerOrService();
        String customer = draw.dice().customer();
        int size = draw.dice().upTo(3);
        return new Step(
                who,
                "list documents of " + customer,
                model -> model.vault.list(who, customer),
                session -> Session.pages(
                        size,
                        page -> session.blocks().vault().list(session.actor(who), CustomerId.of(customer), page),
                        found -> view(session, found)));
    }

    private static Step inFolder(Draw draw) {
        Who who = draw.dice().asOwnerOrService();
        String customer = draw.dice().customer();
        String folder = draw.dice().anyOrNone("f");
        int size = draw.dice().upTo(3);
        return new Step(
                who,
                "list documents of " + customer + " in " + folder,
                model -> model.vault.inFolder(who, customer, folder),
                session -> Session.pages(
                        size,
                        page -> session.blocks()
                                .vault()
                                .inFolder(
                                        session.actor(who),
                                        CustomerId.of(customer),
                                        session.idOrNone(folder, FolderId::of),
                                        page),
                        found -> view(session, found)));
    }

    private static String view(DocumentVersion version) {
        return Lines.of(version.number(), version.size(), version.at(), version.by(), version.restoredFrom());
    }

    private static String view(Session session, Document found) {
        FolderId folder = found.folder();
        return Lines.of(
                session.made("d", found.id().value()),
                found.customer(),
                folder == null ? null : session.name(folder.value()),
                found.name(),
                view(found.current()),
                found.version(),
                found.addedAt(),
                found.changedAt());
    }
}
