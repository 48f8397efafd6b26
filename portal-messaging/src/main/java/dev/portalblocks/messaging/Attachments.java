// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.content.StoredContent;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.Contents;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.Upload;
import dev.portalblocks.core.operation.Uploads;
import dev.portalblocks.messaging.model.Attachment;
import dev.portalblocks.messaging.model.MessageId;
import dev.portalblocks.messaging.model.NewAttachment;
import dev.portalblocks.messaging.model.UploadedAttachment;
import dev.portalblocks.messaging.spi.StoredMessage;
import java.io.InputStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What hangs on messages: taken in before, held by the message, shown to whoever may see the message. */
final class Attachments {
    private final Contents contents;
    private final Uploads uploads;

    Attachments(Portal portal) {
        this.contents = portal.contents();
        this.uploads = portal.uploads();
    }

    /** Locks the contents in one order for all, so that two messages with the same ones can't wait for each other. */
    List<Attachment> attach(
            OperationContext context, CustomerId customer, MessageId message, List<NewAttachment> wanted) {
        ObjectRef user = ObjectRef.of("message", message);
        Map<ContentRef, StoredContent> held = new HashMap<>();
        wanted.stream()
                .map(NewAttachment::content)
                .distinct()
                .sorted(Comparator.comparing(ContentRef::toString))
                .forEach(ref -> held.put(ref, contents.attach(context, ref, customer, user)));
        return wanted.stream()
                .map(one -> attachment(one.name(), Objects.requireNonNull(held.get(one.content()))))
                .toList();
    }

    /** Nothing uses the bytes before they are sent; the sweep that comes for them is core's. */
    UploadedAttachment take(Actor actor, Upload<UploadedAttachment> upload, InputStream bytes) {
        return uploads.carryOut(actor, upload, bytes);
    }

    static UploadedAttachment taken(OperationContext context, StoredContent content) {
        context.about(ObjectRef.of("content", content.ref()), Objects.requireNonNull(content.customer()));
        return new UploadedAttachment(
                content.ref(),
                content.mediaType(),
                content.bytes().size(),
                content.bytes().sha256());
    }

    /** Says that an operation has decided to show this attachment of the message. */
    Contents.Shown show(OperationContext context, StoredMessage message, ContentRef content) {
        return message.attachments().stream()
                .map(Attachment::content)
                .filter(content::equals)
                .findFirst()
                .map(found -> contents.show(context, found))
                .orElseThrow(() -> new PortalException.NotFound("content"));
    }

    InputStream open(Contents.Shown decided) {
        return contents.open(decided);
    }

    private static Attachment attachment(String name, StoredContent content) {
        return new Attachment(
                content.ref(), name, content.mediaType(), content.bytes().size());
    }
}
