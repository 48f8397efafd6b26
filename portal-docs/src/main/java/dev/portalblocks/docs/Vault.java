// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs;

import dev.portalblocks.core.BlockContribution;
import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.content.MediaTypeDetector;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.Upload;
import dev.portalblocks.docs.model.AddVersion;
import dev.portalblocks.docs.model.Document;
import dev.portalblocks.docs.model.DocumentAdded;
import dev.portalblocks.docs.model.DocumentId;
import dev.portalblocks.docs.model.DocumentMoved;
import dev.portalblocks.docs.model.DocumentRemoved;
import dev.portalblocks.docs.model.DocumentRenamed;
import dev.portalblocks.docs.model.DocumentVersion;
import dev.portalblocks.docs.model.DocumentVersionAdded;
import dev.portalblocks.docs.model.FolderCreated;
import dev.portalblocks.docs.model.FolderId;
import dev.portalblocks.docs.model.FolderMoved;
import dev.portalblocks.docs.model.FolderRemoved;
import dev.portalblocks.docs.model.FolderRenamed;
import dev.portalblocks.docs.model.MoveDocument;
import dev.portalblocks.docs.model.RemoveDocument;
import dev.portalblocks.docs.model.RenameDocument;
import dev.portalblocks.docs.model.RestoreVersion;
import dev.portalblocks.docs.model.UploadDocument;
import dev.portalblocks.docs.spi.VaultStorage;
import dev.portalblocks.docs.types.ByteTypes;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The documents of customers: each customer reaches their own, staff who serve them all of their tenant's.
 *
 * <p>Each method throws {@link PortalException.AccessDenied} where the permission is missing,
 * {@link PortalException.NotFound} {@code document.not-found} for what is not within the actor's reach,
 * {@link PortalException.Conflict} {@code document.version-conflict} where the command names a version that is not the
 * current one, and {@link PortalException.InvalidInput} with every violated field. What changes nothing makes no version
 * and no event.
 *
 * <p>Thread-safe.
 */
public final class Vault {
    /** To see and open documents. */
    public static final Permission READ = VaultPermissions.READ;
    /** To hand in, change and remove documents. */
    public static final Permission WRITE = VaultPermissions.WRITE;
    /** How many versions a document has at most. */
    public static final int MAX_VERSIONS = DocumentRows.MAX_VERSIONS;
    /** How many bytes a document has at most unless the builder says otherwise: 5 GiB. */
    public static final long MAX_BYTES = 5L * 1024 * 1024 * 1024;

    private final Folders folders;
    private final DocumentIntake intake;
    private final DocumentChanges changes;
    private final DocumentReading reading;

    private Vault(Builder builder) {
        Portal portal = builder.portal;
        VaultStorage storage = builder.storage;
        folders = new Folders(portal.operations(), storage);
        intake = new DocumentIntake(portal, storage, builder.terms());
        changes = new DocumentChanges(portal.operations(), portal.contents(), storage);
        reading = new DocumentReading(portal.operations(), portal.contents(), storage);
    }

    /** Returns the vault of this portal, kept in this storage. */
    public static Vault of(Portal portal, VaultStorage storage) {
        return builder(portal, storage).build();
    }

    /** Begins a vault with other settings. */
    public static Builder builder(Portal portal, VaultStorage storage) {
        return new Builder(portal, storage);
    }

    /** Returns the folders that documents stand in. */
    public Folders folders() {
        return folders;
    }

    /**
     * Takes a document in; with a key, once. Reads the bytes to their end, in pieces of 64 KiB at most, and does not close
     * them. A call that fails leaves nothing of them.
     *
     * @throws PortalException.NotFound {@code customer.not-found}, {@code folder.not-found}
     * @throws PortalException.ContentRejected {@code content.size-mismatch} or {@code content.hash-mismatch} when the bytes
     *     are not those that were declared, {@code content.source-failed} when they break off
     * @throws PortalException.LimitExceeded {@code content.too-large}
     * @throws PortalException.Conflict {@code upload.in-transaction} inside a transaction of the host's
     */
    public Document upload(Actor actor, UploadDocument command, InputStream bytes) {
        return intake.upload(actor, command, bytes);
    }

    /**
     * Gives a document other bytes, as its next version; with a key, once. Takes them in as {@link #upload} does.
     *
     * @throws PortalException.LimitExceeded {@code document-version.limit} when {@value #MAX_VERSIONS} versions are there,
     *     {@code content.too-large}
     */
    public Document addVersion(Actor actor, AddVersion command, InputStream bytes) {
        return intake.addVersion(actor, command, bytes);
    }

    /**
     * Makes an earlier version the current one again, as a new version with the same bytes; with a key, once.
     *
     * @throws PortalException.NotFound {@code document-version.not-found}
     * @throws PortalException.LimitExceeded {@code document-version.limit} when {@value #MAX_VERSIONS} versions are there
     */
    public Document restore(Actor actor, RestoreVersion command) {
        return changes.restore(actor, command);
    }

    /** Gives a document another name; several documents may have the same. */
    public Document rename(Actor actor, RenameDocument command) {
        return changes.rename(actor, command);
    }

    /** Puts a document into another folder of the same customer; {@code folder.not-found} for any other. */
    public Document move(Actor actor, MoveDocument command) {
        return changes.move(actor, command);
    }

    /** Removes a document with all of its versions; bytes that nothing else uses are removed a day later. */
    public void remove(Actor actor, RemoveDocument command) {
        changes.remove(actor, command);
    }

    /** Returns one document. */
    public Document read(Actor actor, DocumentId id) {
        return reading.read(actor, id);
    }

    /**
     * Returns the documents of a customer that stand in one folder, the latest added first; none for a customer beyond the
     * actor's reach, {@code folder.not-found} for a folder that is not the customer's.
     *
     * @param folder which folder; null for the top
     */
    public Page<Document> inFolder(Actor actor, CustomerId customer, @Nullable FolderId folder, PageRequest page) {
        return reading.inFolder(actor, customer, folder, page);
    }

    /**
     * Returns all documents of a customer, wherever they stand, the latest added first; none for a customer beyond the
     * actor's reach.
     */
    public Page<Document> list(Actor actor, CustomerId customer, PageRequest page) {
        return reading.list(actor, customer, page);
    }

    /** Returns the versions of a document, the latest first. */
    public Page<DocumentVersion> versions(Actor actor, DocumentId id, PageRequest page) {
        return reading.versions(actor, id, page);
    }

    /**
     * Opens the bytes of a document's current version; the caller closes them. The last read throws
     * {@link PortalException.StorageFailure} {@code content.damaged} when they are not those that were taken in.
     */
    public InputStream open(Actor actor, DocumentId id) {
        return reading.open(actor, id);
    }

    /**
     * Opens the bytes of one version, as {@link #open(Actor, DocumentId)} does; {@code document-version.not-found} when
     * the document has none of this number.
     */
    public InputStream open(Actor actor, DocumentId id, int number) {
        return reading.open(actor, id, number);
    }

    private static BlockContribution contribution() {
        return BlockContribution.of("docs")
                .and(Folders.OPERATIONS)
                .and(DocumentIntake.OPERATIONS)
                .and(DocumentChanges.OPERATIONS)
                .and(DocumentReading.OPERATIONS)
                .emitting(
                        DocumentAdded.TYPE,
                        DocumentVersionAdded.TYPE,
                        DocumentRenamed.TYPE,
                        DocumentMoved.TYPE,
                        DocumentRemoved.TYPE,
                        FolderCreated.TYPE,
                        FolderRenamed.TYPE,
                        FolderMoved.TYPE,
                        FolderRemoved.TYPE);
    }

    /** Collects what a vault is built from. */
    public static final class Builder {
        private final Portal portal;
        private final VaultStorage storage;
        private long maxBytes = MAX_BYTES;
        private MediaTypeDetector types = new ByteTypes();

        private Builder(Portal portal, VaultStorage storage) {
            this.portal = portal;
            this.storage = storage;
        }

        /** Takes documents of so many bytes at most; {@link Vault#MAX_BYTES} by default. */
        public Builder maxBytes(long bytes) {
            if (bytes < 0) {
                throw new IllegalArgumentException("No document has fewer than no bytes");
            }
            maxBytes = bytes;
            return this;
        }

        /** Tells types by this; {@link ByteTypes} by default. */
        public Builder types(MediaTypeDetector detector) {
            types = detector;
            return this;
        }

        /** Returns the vault. */
        public Vault build() {
            portal.requireDomain(storage.domain(), "docs");
            portal.register(contribution());
            return new Vault(this);
        }

        private Upload.Terms terms() {
            return Upload.Terms.upTo(maxBytes).typedBy(types);
        }
    }
}
