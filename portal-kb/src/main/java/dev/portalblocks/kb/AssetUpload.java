// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.content.ContentStore;
import dev.portalblocks.core.content.StoredBytes;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.PortalException.AccessDenied;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.model.UploadAsset;
import dev.portalblocks.kb.spi.AssetStore;
import dev.portalblocks.kb.spi.StoredAsset;
import java.io.InputStream;

/** Takes bytes in: asks for leave, writes them, then makes them known, in two short transactions. */
final class AssetUpload {
    private final Operation ask;
    private final Operation upload;
    private final Operations operations;
    private final ContentStore content;
    private final AssetStore assets;

    /** Carries the upload out as this operation. */
    AssetUpload(Operation upload, Operations operations, ContentStore content, AssetStore assets) {
        this.ask = Operation.reading(upload.name(), upload.permission());
        this.upload = upload;
        this.operations = operations;
        this.content = content;
        this.assets = assets;
    }

    Asset upload(Actor actor, UploadAsset command, InputStream bytes) {
        ContentRef reference = operations.perform(ask, actor, command, context -> ContentRef.of(context.newId()));
        try {
            StoredBytes stored = content.write(actor.tenant(), reference, bytes, UploadAsset.MAX_BYTES);
            Asset asset = new Asset(command.path(), reference, command.mediaType(), stored.size(), stored.sha256());
            return operations.perform(upload, actor, command, context -> makeKnown(context, asset));
        } catch (RuntimeException | Error failure) {
            discard(actor, reference, failure);
            throw failure;
        }
    }

    /** A commit may have succeeded although it was reported as failed: bytes that are known by now stay. */
    private void discard(Actor actor, ContentRef reference, Throwable failure) {
        try {
            boolean known = !(failure instanceof AccessDenied)
                    && operations.perform(
                            ask,
                            actor,
                            reference,
                            context -> assets.find(context.tx(), context.scope(), reference)
                                    .isPresent());
            if (!known) {
                content.delete(actor.tenant(), reference);
            }
        } catch (RuntimeException | Error further) {
            failure.addSuppressed(further);
        }
    }

    private Asset makeKnown(OperationContext context, Asset asset) {
        StoredAsset stored = new StoredAsset(context.actor().tenant(), asset, context.now());
        if (!assets.insert(context.tx(), stored)) {
            throw new PortalException.Conflict("asset.exists");
        }
        context.about(ObjectRef.of("asset", asset.content()));
        return asset;
    }
}
