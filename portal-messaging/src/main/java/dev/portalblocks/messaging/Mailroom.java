// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.content.MediaTypeDetector;
import dev.portalblocks.core.model.DeclaredBytes;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.core.operation.Upload;
import dev.portalblocks.messaging.model.UploadedAttachment;
import dev.portalblocks.messaging.spi.MessagingStorage;
import dev.portalblocks.messaging.spi.Routing;
import org.jspecify.annotations.Nullable;

/** What both sides of the inbox work with. */
final class Mailroom {
    final Operations operations;
    final MessagingStorage storage;
    final Conversations conversations;
    final Attachments attachments;
    final Messages messages;
    private final Upload.Terms terms;

    Mailroom(Portal portal, MessagingStorage storage, Routing routing, MediaTypeDetector types) {
        this.operations = portal.operations();
        this.storage = storage;
        Teams teams = new Teams(portal.teams(), routing);
        this.conversations = new Conversations(storage, teams);
        this.attachments = new Attachments(portal);
        this.messages = new Messages(storage.messages(), conversations, attachments, teams);
        this.terms = Upload.Terms.upTo(UploadedAttachment.MAX_BYTES).typedBy(types);
    }

    Upload.Terms terms(@Nullable DeclaredBytes declared) {
        return terms.declared(declared);
    }
}
