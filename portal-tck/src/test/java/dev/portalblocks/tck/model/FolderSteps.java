// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.docs.Folders;
import dev.portalblocks.docs.model.CreateFolder;
import dev.portalblocks.docs.model.Folder;
import dev.portalblocks.docs.model.FolderId;
import dev.portalblocks.docs.model.MoveFolder;
import dev.portalblocks.docs.model.RemoveFolder;
import dev.portalblocks.docs.model.RenameFolder;
import java.util.List;
import java.util.function.Function;

/** Steps with folders. */
final class FolderSteps {
    static final List<Function<Draw, Step>> ALL = List.of(
            FolderSteps::create,
            FolderSteps::create,
            FolderSteps::rename,
            FolderSteps::move,
            FolderSteps::remove,
            FolderSteps::read,
            FolderSteps::list);

    private FolderSteps() {}

    private static Folders folders(Session session) {
        return session.blocks().vault().folders();
    }

    private static FolderId folder(Session session, String name) {
        return FolderId.of(session.id(name));
    }

    private static String title(Draw draw) {
        return draw.dice().of("Verträge", "VERTRÄGE", "Auto", "auto", "Haus", "Reise");
    }

    private static Step create(Draw draw) {
        Who who = draw.dice().asOwnerOrService();
        String owner =
                who.principal() == null || draw.dice().chance(10) ? draw.dice().customer() : who.principal();
        String parent = draw.dice().anyOrNone("f");
        String title = title(draw);
        String key = draw.dice().key();
        return new Step(
                who,
                "create folder of " + owner + " in " + parent + " " + title + " once " + key,
                model -> model.vault.folders.create(who, owner, parent, title, key),
                session -> view(
                        session,
                        folders(session)
                                .create(
                                        session.actor(who),
                                        new CreateFolder(
                                                CustomerId.of(owner),
                                                session.idOrNone(parent, FolderId::of),
                                                title,
                                                Session.key(key)))));
    }

    private static Step rename(Draw draw) {
        Who who = draw.dice().asOwnerOrService();
        String name = draw.dice().any("f");
        String title = title(draw);
        Long expected = draw.dice().expecting(draw.model(who).vault.folders.version(name));
        return new Step(
                who,
                "rename " + name + " " + title + " at " + expected,
                model -> model.vault.folders.rename(who, name, title, expected),
                session -> view(
                        session,
                        folders(session)
                                .rename(session.actor(who), new RenameFolder(folder(session, name), title, expected))));
    }

    private static Step move(Draw draw) {
        Who who = draw.dice().asOwnerOrService();
        String name = draw.dice().any("f");
        String target = draw.dice().anyOrNone("f");
        Long expected = draw.dice().expecting(draw.model(who).vault.folders.version(name));
        return new Step(
                who,
                "move " + name + " into " + target + " at " + expected,
                model -> model.vault.folders.move(who, name, target, expected),
                session -> view(
                        session,
                        folders(session)
                                .move(
                                        session.actor(who),
                                        new MoveFolder(
                                                folder(session, name),
                                                session.idOrNone(target, FolderId::of),
                                                expected))));
    }

    private static Step remove(Draw draw) {
        Who who = draw.dice().asOwnerOrService();
        String name = draw.dice().any("f");
        Long expected = draw.dice().expecting(draw.model(who).vault.folders.version(name));
        return new Step(
                who,
                "remove " + name + " at " + expected,
                model -> model.vault.folders.remove(who, name, expected),
                session -> {
                    folders(session).remove(session.actor(who), new RemoveFolder(folder(session, name), expected));
                    return "gone";
                });
    }

    private static Step read(Draw draw) {
        Who who = draw.dice().asOwnerOrService();
        String name = draw.dice().any("f");
        return new Step(
                who,
                "read " + name,
                model -> model.vault.folders.read(who, name),
                session -> view(session, folders(session).read(session.actor(who), folder(session, name))));
    }

    private static Step list(Draw draw) {
        Who who = draw.dice().asOwnerOrService();
        String customer = draw.dice().customer();
        return new Step(
                who,
                "list folders of " + customer,
                model -> model.vault.folders.list(who, customer),
                session -> Lines.list(folders(session).list(session.actor(who), CustomerId.of(customer)).stream()
                        .map(found -> view(session, found))
                        .toList()));
    }

    private static String view(Session session, Folder found) {
        FolderId parent = found.parent();
        return Lines.of(
                session.made("f", found.id().value()),
                found.customer(),
                parent == null ? null : session.name(parent.value()),
                found.name(),
                found.version(),
                found.changedAt());
    }
}
