// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging;

import dev.portalblocks.core.BlockContribution;
import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.content.MediaTypeDetector;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.Creation;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.core.operation.Upload;
import dev.portalblocks.messaging.model.Conversation;
import dev.portalblocks.messaging.model.ConversationHandedOver;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.ConversationOpened;
import dev.portalblocks.messaging.model.ConversationRead;
import dev.portalblocks.messaging.model.MarkRead;
import dev.portalblocks.messaging.model.Message;
import dev.portalblocks.messaging.model.MessageId;
import dev.portalblocks.messaging.model.MessageOrder;
import dev.portalblocks.messaging.model.MessageSent;
import dev.portalblocks.messaging.model.NoteAdded;
import dev.portalblocks.messaging.model.OpenConversation;
import dev.portalblocks.messaging.model.SendMessage;
import dev.portalblocks.messaging.model.Side;
import dev.portalblocks.messaging.model.Unread;
import dev.portalblocks.messaging.model.UploadAttachment;
import dev.portalblocks.messaging.model.UploadedAttachment;
import dev.portalblocks.messaging.spi.MessagingStorage;
import dev.portalblocks.messaging.spi.Routing;
import java.io.InputStream;
import java.util.Optional;

/**
 * The customer's side of the inbox: writes to the company, reads what it wrote. Customers reach their own conversations;
 * programs read those of the tenant and write none, as nobody but a customer speaks in the customer's name. What staff
 * does is on the {@link Desk}.
 *
 * <p>What is not within the actor's reach is {@link PortalException.NotFound} {@code conversation.not-found} or {@code
 * message.not-found}, like what is not there; a command that does not fit is {@link PortalException.InvalidInput} with
 * every violated field. Messages never change once they are sent.
 *
 * <p>Thread-safe. Nobody waits for work in another conversation.
 */
public final class Inbox {
    /** To read one's conversations. */
    public static final Permission READ = Permission.forOwners("inbox.read");
    /** To write to the company, and to say what one has read. */
    public static final Permission WRITE = Permission.forCustomers("inbox.write");

    private static final Operation OPEN = Operation.writing("inbox.open", WRITE);
    private static final Operation SEND = Operation.writing("inbox.send", WRITE);
    private static final Operation MARK_READ = Operation.writing("inbox.mark-read", WRITE);
    private static final Operation FIND = Operation.reading("inbox.read", READ);
    private static final Operation LIST = Operation.reading("inbox.conversations", READ);
    private static final Operation LIST_MESSAGES = Operation.reading("inbox.messages", READ);
    private static final Operation UPLOAD = Operation.writing("inbox.attachment.upload", WRITE);
    private static final Operation OPEN_ATTACHMENT = Operation.reading("inbox.attachment.open", READ);
    private static final Operation COUNT = Operation.reading("inbox.unread", READ);

    private final Operations operations;
    private final MessagingStorage storage;
    private final Lists lists;
    private final Conversations conversations;
    private final Messages messages;
    private final Mailroom mailroom;
    private final Desk desk;

    private Inbox(Builder builder) {
        operations = builder.portal.operations();
        storage = builder.storage;
        mailroom = new Mailroom(builder.portal, storage, builder.routing, builder.types);
        conversations = mailroom.conversations;
        messages = mailroom.messages;
        lists = new Lists(operations, storage, context -> {});
        desk = new Desk(mailroom);
    }

    /**
     * Returns the inbox of this portal, kept in this storage; the topic of a conversation is the team that takes it.
     * So a customer can write to each team whose name they know: where some are not for customers, bring a {@link
     * Builder#routing}.
     */
    public static Inbox of(Portal portal, MessagingStorage storage) {
        return builder(portal, storage).build();
    }

    /** Begins an inbox of this portal, kept in this storage. */
    public static Builder builder(Portal portal, MessagingStorage storage) {
        return new Builder(portal, storage);
    }

    /** Returns what staff does. */
    public Desk desk() {
        return desk;
    }

    /**
     * Opens a conversation with its first message.
     *
     * @throws PortalException.InvalidInput {@code conversation.topic-unknown} when no team takes the topic
     */
    public Conversation open(Actor actor, OpenConversation command) {
        return operations.create(
                OPEN,
                actor,
                command,
                new Creation<>(
                        command.idempotencyKey(),
                        (context, id) -> Views.forCustomer(messages.open(
                                context,
                                ConversationId.of(id),
                                new Messages.Opening(
                                        speaker(context),
                                        Side.CUSTOMER,
                                        command.topic(),
                                        command.subject(),
                                        command.message()))),
                        (context, id) -> Views.forCustomer(conversations.find(context, ConversationId.of(id)))));
    }

    /**
     * Sends a message in a conversation.
     *
     * @throws PortalException.NotFound {@code content.not-found} for an attachment that is unknown, gone (what is not sent
     *     within a day), or not the customer's
     * @throws PortalException.Conflict {@code idempotency-key.reused} when the key named another command
     */
    public Message send(Actor actor, SendMessage command) {
        return operations.create(
                SEND,
                actor,
                command,
                new Creation<>(
                        command.idempotencyKey(),
                        (context, id) -> {
                            speaker(context);
                            return Views.message(messages.send(context, MessageId.of(id), command, Side.CUSTOMER));
                        },
                        (context, id) -> Views.message(messages.find(context, MessageId.of(id)))));
    }

    /** Returns the conversations, the one with the latest message first. */
    public Page<Conversation> conversations(Actor actor, PageRequest page) {
        return lists.conversations(LIST, actor, page).map(Views::forCustomer);
    }

    /** Returns one conversation. */
    public Conversation read(Actor actor, ConversationId conversation) {
        return operations.perform(
                FIND, actor, conversation, context -> Views.forCustomer(conversations.find(context, conversation)));
    }

    /** Returns the messages of a conversation by their sequence. */
    public Page<Message> messages(Actor actor, ConversationId conversation, MessageOrder order, PageRequest page) {
        return lists.messages(LIST_MESSAGES, actor, new Lists.Sought(conversation, order), page);
    }

    /** Marks as read what stands up to a message; what is marked stays marked. Returns the conversation as it is then. */
    public Conversation markRead(Actor actor, MarkRead command) {
        return operations.perform(MARK_READ, actor, command, context -> {
            speaker(context);
            return Views.forCustomer(conversations.markRead(context, command, Side.CUSTOMER));
        });
    }

    /** Returns how many of the company's messages wait in all of the conversations together. */
    public Unread unread(Actor actor) {
        return operations.perform(
                COUNT,
                actor,
                "",
                context -> storage.conversations().unread(context.tx(), context.scope(), Side.CUSTOMER));
    }

    /**
     * Takes in what will hang on a message, at most {@link UploadedAttachment#MAX_BYTES}; reads the bytes to their end and
     * does not close them. What is not sent within a day is removed.
     *
     * @throws PortalException.ContentRejected {@code content.size-mismatch} or {@code content.hash-mismatch} when the bytes
     *     are not those that were declared, {@code content.source-failed} when they break off
     * @throws PortalException.LimitExceeded {@code content.too-large}
     * @throws PortalException.Conflict {@code upload.in-transaction} within a transaction of the host's
     */
    public UploadedAttachment uploadAttachment(Actor actor, UploadAttachment command, InputStream bytes) {
        Upload<UploadedAttachment> upload = new Upload<>(
                UPLOAD,
                command,
                mailroom.terms(command.declared()),
                context -> Optional.of(speaker(context)),
                Upload.Making.each((context, id, content) -> Attachments.taken(context, content)));
        return mailroom.attachments.take(actor, upload, bytes);
    }

    /**
     * Opens an attachment of a message; the caller closes it. Reading it checks its bytes: damaged ones end with {@link
     * PortalException.StorageFailure} {@code content.damaged}.
     */
    public InputStream openAttachment(Actor actor, MessageId message, ContentRef content) {
        return mailroom.attachments.open(operations.perform(
                OPEN_ATTACHMENT,
                actor,
                message,
                context -> mailroom.attachments.show(context, messages.find(context, message), content)));
    }

    /**
     * Whatever a host's policy allows: what stands there as the customer's word is the customer's, or was said by somebody
     * with their mandate.
     */
    private static CustomerId speaker(OperationContext context) {
        return context.findPrincipal().orElseThrow(() -> new PortalException.AccessDenied("inbox.customers-only"));
    }

    private static BlockContribution contribution() {
        return BlockContribution.of(
                        "messaging", OPEN, SEND, MARK_READ, FIND, LIST, LIST_MESSAGES, COUNT, UPLOAD, OPEN_ATTACHMENT)
                .and(Desk.OPERATIONS)
                .emitting(
                        ConversationOpened.TYPE,
                        MessageSent.TYPE,
                        ConversationRead.TYPE,
                        ConversationHandedOver.TYPE,
                        NoteAdded.TYPE);
    }

    /** Collects what an inbox is built from. */
    public static final class Builder {
        private final Portal portal;
        private final MessagingStorage storage;
        private Routing routing = (tx, tenant, topic) -> topic;
        private MediaTypeDetector types = MediaTypeDetector.none();

        private Builder(Portal portal, MessagingStorage storage) {
            this.portal = portal;
            this.storage = storage;
        }

        /** Asks this which team takes a topic; by default the team of the same name does. */
        public Builder routing(Routing rule) {
            routing = rule;
            return this;
        }

        /**
         * Asks this what attachments are. By default every one is {@link MediaTypeDetector#UNKNOWN}, which no browser shows:
         * bring the {@code ByteTypes} of {@code portal-docs}, as the vault does, or one of yours.
         */
        public Builder types(MediaTypeDetector detector) {
            types = detector;
            return this;
        }

        /**
         * Returns the inbox.
         *
         * @throws IllegalArgumentException if the storage commits elsewhere than the portal
         * @throws IllegalStateException if the portal has an inbox already
         */
        public Inbox build() {
            portal.requireDomain(storage.domain(), "messaging");
            portal.register(contribution());
            return new Inbox(this);
        }
    }
}
