// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.docs;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.docs.model.DocumentId;
import dev.portalblocks.docs.model.DocumentVersion;
import dev.portalblocks.docs.model.FolderId;
import dev.portalblocks.docs.spi.StoredDocument;
import dev.portalblocks.docs.spi.StoredFolder;
import dev.portalblocks.docs.spi.StoredVersion;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.RandomScopes;
import dev.portalblocks.tck.Seed;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Folders, documents and versions to test with. */
final class VaultRows {
    static final TenantId ACME = TenantId.of("acme");
    /** Another tenant, to the eye of whoever ignores case the same. */
    static final TenantId OTHER = TenantId.of("ACME");

    static final Scope ALL = Scope.wholeTenant(ACME);
    static final Scope ALL_OF_OTHER = Scope.wholeTenant(OTHER);

    static final CustomerId ERIKA = CustomerId.of("4711");
    static final CustomerId OTTO = CustomerId.of("4712");

    static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private static final int ID_COUNT = 30;

    private VaultRows() {}

    /** Returns one of the instants that stores get wrong. */
    static Instant instant(SplittableRandom random) {
        return Awkward.instants().get(random.nextInt(Awkward.instants().size()));
    }

    /** Returns one of the customer numbers that stores get wrong. */
    static CustomerId customer(SplittableRandom random) {
        return CustomerId.of(
                Awkward.identifiers().get(random.nextInt(Awkward.identifiers().size())));
    }

    static FolderId folderId(SplittableRandom random) {
        return FolderId.of(Seed.uuid(random));
    }

    static DocumentId documentId(SplittableRandom random) {
        return DocumentId.of(Seed.uuid(random));
    }

    /** Returns a folder at the top of Erika's vault, with a name of its own. */
    static StoredFolder folder(SplittableRandom random) {
        FolderId id = folderId(random);
        return folder(id, ERIKA, null, "ordner " + id);
    }

    static StoredFolder folder(FolderId id, CustomerId customer, @Nullable FolderId parent, String key) {
        return new StoredFolder(ACME, id, customer, parent, "Ordner", key, 1, NOW);
    }

    static StoredFolder of(TenantId tenant, StoredFolder folder) {
        return new StoredFolder(
                tenant,
                folder.id(),
                folder.customer(),
                folder.parent(),
                folder.name(),
                folder.nameKey(),
                folder.version(),
                folder.changedAt());
    }

    /** Returns the next version of a folder, under another name. */
    static StoredFolder changed(StoredFolder folder) {
        return folder.named("Anders", folder.nameKey() + " anders", NOW.plusSeconds(1));
    }

    /** Returns a document at the top of Erika's vault. */
    static StoredDocument document(SplittableRandom random) {
        return document(random, ERIKA, null, NOW);
    }

    static StoredDocument document(
            SplittableRandom random, CustomerId customer, @Nullable FolderId folder, Instant addedAt) {
        DocumentVersion current = version(random, 1);
        return new StoredDocument(
                ACME, documentId(random), customer, folder, "Vertrag.pdf", current, 1, addedAt, addedAt);
    }

    static StoredDocument of(TenantId tenant, StoredDocument document) {
        return new StoredDocument(
                tenant,
                document.id(),
                document.customer(),
                document.folder(),
                document.name(),
                document.current(),
                document.version(),
                document.addedAt(),
                document.changedAt());
    }

    /** Returns the next version of a document, under another name. */
    static StoredDocument changed(StoredDocument document) {
        return document.named("Anders", NOW.plusSeconds(1));
    }

    static DocumentVersion version(SplittableRandom random, int number) {
        return new DocumentVersion(
                number,
                ContentRef.of(new UUID(random.nextLong(), random.nextLong())),
                random.nextLong() >>> 1,
                "0123456789abcdef".repeat(4),
                "application/pdf",
                instant(random),
                number % 2 == 0 ? Actor.Kind.AGENT : Actor.Kind.CUSTOMER,
                number % 3 == 0 ? Integer.valueOf(number - 1) : null);
    }

    static StoredVersion version(SplittableRandom random, DocumentId document, CustomerId customer, int number) {
        return new StoredVersion(ACME, document, customer, version(random, number));
    }

    /** Returns what everybody has, and scopes of every other sort. */
    static List<Scope> scopes() {
        RandomScopes random = new RandomScopes(Seed.random());
        return Stream.concat(
                        Stream.of(ALL),
                        Stream.generate(() -> random.scope(ACME)).limit(ID_COUNT))
                .toList();
    }

    /** Returns the customers that those scopes speak of. */
    static List<CustomerId> customers() {
        return new RandomScopes(Seed.random()).customers();
    }
}
