// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.docs.Vault;
import dev.portalblocks.docs.model.AddVersion;
import dev.portalblocks.docs.model.CreateFolder;
import dev.portalblocks.docs.model.MoveDocument;
import dev.portalblocks.docs.model.MoveFolder;
import dev.portalblocks.docs.model.RemoveDocument;
import dev.portalblocks.docs.model.RemoveFolder;
import dev.portalblocks.docs.model.RenameDocument;
import dev.portalblocks.docs.model.RenameFolder;
import dev.portalblocks.docs.model.RestoreVersion;
import dev.portalblocks.docs.model.UploadDocument;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the commands of the document vault can't be. */
final class DocsMisfits {
    private DocsMisfits() {}

    /** Carries out a command. */
    @FunctionalInterface
    private interface Sending {
        Object to(Vault vault, Actor actor, Target target);
    }

    /** Carries out a command with a name. */
    @FunctionalInterface
    private interface Naming {
        Object to(Vault vault, Actor actor, Target target, @Nullable String name);
    }

    static List<Misfit> all() {
        return Stream.of(
                        names(
                                "UploadDocument",
                                (vault, actor, target, name) -> vault.upload(
                                        actor, UploadDocument.of(target.customer(), name), SampleWorld.picture())),
                        names(
                                "RenameDocument",
                                (vault, actor, target, name) -> vault.rename(
                                        actor, RenameDocument.of(target.papers().document(), name))),
                        names(
                                "CreateFolder",
                                (vault, actor, target, name) ->
                                        vault.folders().create(actor, CreateFolder.of(target.customer(), name))),
                        names(
                                "RenameFolder",
                                (vault, actor, target, name) -> vault.folders()
                                        .rename(
                                                actor,
                                                RenameFolder.of(target.papers().folder(), name))),
                        documents(),
                        folders())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Misfit> documents() {
        return List.of(
                missing(
                        "UploadDocument.customer",
                        (vault, actor, target) ->
                                vault.upload(actor, UploadDocument.of(null, "a"), SampleWorld.picture())),
                missing(
                        "AddVersion.document",
                        (vault, actor, target) -> vault.addVersion(actor, AddVersion.of(null), SampleWorld.picture())),
                missing(
                        "RestoreVersion.document",
                        (vault, actor, target) -> vault.restore(actor, RestoreVersion.of(null, 1))),
                of(
                        "RestoreVersion.number",
                        "min",
                        (vault, actor, target) -> vault.restore(
                                actor, RestoreVersion.of(target.papers().document(), 0))),
                missing(
                        "RenameDocument.document",
                        (vault, actor, target) -> vault.rename(actor, RenameDocument.of(null, "a"))),
                missing(
                        "MoveDocument.document",
                        (vault, actor, target) -> vault.move(actor, MoveDocument.of(null, null))),
                missing("RemoveDocument.document", (vault, actor, target) -> {
                    vault.remove(actor, RemoveDocument.of(null));
                    return true;
                }));
    }

    private static List<Misfit> folders() {
        return List.of(
                missing(
                        "CreateFolder.customer",
                        (vault, actor, target) -> vault.folders().create(actor, CreateFolder.of(null, "a"))),
                missing(
                        "RenameFolder.folder",
                        (vault, actor, target) -> vault.folders().rename(actor, RenameFolder.of(null, "a"))),
                missing(
                        "MoveFolder.folder",
                        (vault, actor, target) -> vault.folders().move(actor, MoveFolder.of(null, null))),
                missing("RemoveFolder.folder", (vault, actor, target) -> {
                    vault.folders().remove(actor, RemoveFolder.of(null));
                    return true;
                }));
    }

    private static List<Misfit> names(String command, Naming sending) {
        Map<String, List<String>> bad = new TreeMap<>(Map.of(
                "size",
                List.of(Misfit.text(256), Misfit.text(2_000_000)),
                "pattern",
                List.of("", " ", Misfit.PRIVATE + "\u0000", Misfit.PRIVATE + "\n", Misfit.PRIVATE + "\u202Efdp")));
        Stream<Misfit> misfits = bad.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(name -> of(
                                command + ".name",
                                entry.getKey(),
                                (vault, actor, target) -> sending.to(vault, actor, target, name))));
        Misfit missing = missing(command + ".name", (vault, actor, target) -> sending.to(vault, actor, target, null));
        return Stream.concat(Stream.of(missing), misfits).toList();
    }

    private static Misfit missing(String field, Sending sending) {
        return of(field, "not-null", sending);
    }

    private static Misfit of(String field, String code, Sending sending) {
        return new Misfit(
                field,
                field.substring(field.indexOf('.') + 1),
                code,
                (portal, actor, target) -> sending.to(portal.vault, actor, target) != null);
    }
}
