// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.content.StoredContent;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.operation.Contents;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.Upload;
import dev.portalblocks.core.operation.Uploads;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.model.UploadAsset;
import dev.portalblocks.kb.spi.AssetStore;
import dev.portalblocks.kb.spi.StoredAsset;
import java.io.InputStream;
import java.util.Optional;

/** Takes pictures and files in, for the company; equal bytes are kept once, under as many paths as there are. */
final class AssetUpload {
    private final Operation operation;
    private final Uploads uploads;
    private final Contents contents;
    private final AssetStore assets;

    /** Carries the upload out as this operation. */
    AssetUpload(Operation operation, Uploads uploads, Contents contents, AssetStore assets) {
        this.operation = operation;
        this.uploads = uploads;
        this.contents = contents;
        this.assets = assets;
    }

    Asset upload(Actor actor, UploadAsset command, InputStream bytes) {
        Upload.Making<Asset> making =
                Upload.Making.each((context, id, content) -> makeKnown(context, command, content));
        return uploads.carryOut(
                actor, new Upload<>(operation, command, terms(command), context -> Optional.empty(), making), bytes);
    }

    /** Whoever sees a picture asks the browser for one: what is none would be shown as text, or run. */
    private static Upload.Terms terms(UploadAsset command) {
        Upload.Terms any = Upload.Terms.upTo(UploadAsset.MAX_BYTES);
        return PictureTypes.isKnown(command.mediaType())
                ? any.typedBy(new PictureTypes()).admitting(PictureTypes.ALL)
                : any;
    }

    private Asset makeKnown(OperationContext context, UploadAsset command, StoredContent content) {
        Asset asset = new Asset(
                command.path(),
                content.ref(),
                command.mediaType(),
                content.bytes().size(),
                content.bytes().sha256());
        ObjectRef object = ObjectRef.of("asset", content.ref());
        // False where equal bytes are known already: as long as the content is live, so is the asset.
        if (!assets.insert(context.tx(), new StoredAsset(context.actor().tenant(), asset, context.now()))) {
            context.unchanged();
        }
        contents.hold(context, content.ref(), object);
        context.about(object);
        return asset;
    }
}
