// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.Transcript;
import dev.portalblocks.core.operation.Creation;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.core.operation.Upload;
import dev.portalblocks.messaging.model.AddNote;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.DeskConversation;
import dev.portalblocks.messaging.model.HandOver;
import dev.portalblocks.messaging.model.InternalNote;
import dev.portalblocks.messaging.model.MarkRead;
import dev.portalblocks.messaging.model.Message;
import dev.portalblocks.messaging.model.MessageId;
import dev.portalblocks.messaging.model.MessageOrder;
import dev.portalblocks.messaging.model.NoteId;
import dev.portalblocks.messaging.model.SendMessage;
import dev.portalblocks.messaging.model.Side;
import dev.portalblocks.messaging.model.Unread;
import dev.portalblocks.messaging.model.UploadForCustomer;
import dev.portalblocks.messaging.model.UploadedAttachment;
import dev.portalblocks.messaging.model.WriteToCustomer;
import dev.portalblocks.messaging.spi.MessageStore;
import dev.portalblocks.messaging.spi.MessagingStorage;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * The company's side of the inbox: staff with the role {@code service} reach the conversations of their teams, programs
 * those of the tenant. Who is in which team is asked of the directory in each operation, so a change counts at once.
 * Whatever a host's policy says, customers and visitors are refused here.
 *
 * <p>What is not within the actor's reach is {@link PortalException.NotFound} {@code conversation.not-found}, {@code
 * message.not-found} or {@code note.not-found}, like what is not there; a command that does not fit is {@link
 * PortalException.InvalidInput} with every violated field.
 *
 * <p>Thread-safe. Nobody waits for work in another conversation.
 */
public final class Desk {
    /** To read a team's conversations and their notes. */
    public static final Permission READ = Permission.forTeams("desk.read", "service");
    /** To write to customers, to add notes, to hand over and to say what was read. */
    public static final Permission WRITE = Permission.forTeams("desk.write", "service");

    /** How many messages a transcript has at most. */
    public static final int MOST_LINES = 500;

    private static final Operation OPEN = Operation.writing("desk.open", WRITE);
    private static final Operation SEND = Operation.writing("desk.send", WRITE);
    private static final Operation MARK_READ = Operation.writing("desk.mark-read", WRITE);
    private static final Operation ADD_NOTE = Operation.writing("desk.note.add", WRITE);
    private static final Operation HAND_OVER = Operation.writing("desk.hand-over", WRITE);
    private static final Operation FIND = Operation.reading("desk.read", READ);
    private static final Operation LIST = Operation.reading("desk.conversations", READ);
    private static final Operation LIST_MESSAGES = Operation.reading("desk.messages", READ);
    private static final Operation TRANSCRIBE = Operation.reading("desk.transcript", READ);
    private static final Operation LIST_NOTES = Operation.reading("desk.notes", READ);
    private static final Operation UPLOAD = Operation.writing("desk.attachment.upload", WRITE);
    private static final Operation OPEN_ATTACHMENT = Operation.reading("desk.attachment.open", READ);
    private static final Operation COUNT = Operation.reading("desk.unread", READ);

    /** All operations, for the block's contribution. */
    static final List<Operation> OPERATIONS = List.of(
            OPEN,
            SEND,
            MARK_READ,
            ADD_NOTE,
            HAND_OVER,
            FIND,
            LIST,
            LIST_MESSAGES,
            TRANSCRIBE,
            LIST_NOTES,
            COUNT,
            UPLOAD,
            OPEN_ATTACHMENT);

    private final Operations operations;
    private final MessagingStorage storage;
    private final Lists lists;
    private final Conversations conversations;
    private final Messages messages;
    private final Notes notes;
    private final Mailroom mailroom;

    Desk(Mailroom mailroom) {
        this.mailroom = mailroom;
        operations = mailroom.operations;
        storage = mailroom.storage;
        lists = new Lists(operations, storage, Desk::requireStaff);
        conversations = mailroom.conversations;
        messages = mailroom.messages;
        notes = new Notes(storage.notes(), conversations);
    }

    /**
     * Opens a conversation with a customer.
     *
     * @throws PortalException.InvalidInput {@code conversation.topic-unknown} when no team takes the topic
     * @throws PortalException.AccessDenied {@code conversation.beyond-scope} when a team takes it that is not the agent's
     */
    public DeskConversation open(Actor actor, WriteToCustomer command) {
        return operations.create(
                OPEN,
                actor,
                command,
                new Creation<>(
                        command.idempotencyKey(),
                        (context, id) -> {
                            requireStaff(context);
                            Messages.Opening opening = new Messages.Opening(
                                    command.customer(),
                                    Side.COMPANY,
                                    command.topic(),
                                    command.subject(),
                                    command.message());
                            return Views.forStaff(messages.open(context, ConversationId.of(id), opening));
                        },
                        (context, id) -> Views.forStaff(conversations.find(context, ConversationId.of(id)))));
    }

    /**
     * Sends a message in a conversation. It marks nothing as read: {@link #markRead} the last message that the agent saw. Who
     * of the staff wrote it is in the audit trail.
     *
     * @throws PortalException.NotFound {@code content.not-found} for an attachment that is unknown, gone, or not the
     *     customer's of the conversation
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
                            requireStaff(context);
                            return Views.message(messages.send(context, MessageId.of(id), command, Side.COMPANY));
                        },
                        (context, id) -> Views.message(messages.find(context, MessageId.of(id)))));
    }

    /** Returns the conversations, the one with the latest message first. */
    public Page<DeskConversation> conversations(Actor actor, PageRequest page) {
        return lists.conversations(LIST, actor, page).map(Views::forStaff);
    }

    /** Returns one conversation. */
    public DeskConversation read(Actor actor, ConversationId conversation) {
        return operations.perform(FIND, actor, conversation, context -> {
            requireStaff(context);
            return Views.forStaff(conversations.find(context, conversation));
        });
    }

    /** Returns the messages of a conversation by their sequence. */
    public Page<Message> messages(Actor actor, ConversationId conversation, MessageOrder order, PageRequest page) {
        return lists.messages(LIST_MESSAGES, actor, new Lists.Sought(conversation, order), page);
    }

    /**
     * Returns what was said in a conversation, for a draft of an answer that others need, too: the first {@value #MOST_LINES} messages,
     * without attachments and notes. It is personal: {@link Transcript#redacted} takes away what looks so.
     */
    public Transcript transcript(Actor actor, ConversationId conversation) {
        return operations.perform(TRANSCRIBE, actor, conversation, context -> {
            requireStaff(context);
            String subject = conversations.find(context, conversation).subject();
            MessageStore.Slice first =
                    new MessageStore.Slice(conversation, MessageOrder.OLDEST_FIRST, null, MOST_LINES);
            return new Transcript(
                    subject,
                    storage.messages().list(context.tx(), context.scope(), first).stream()
                            .map(Views::line)
                            .toList());
        });
    }

    /** Marks as read what stands up to a message, for all of the company. Returns the conversation as it is then. */
    public DeskConversation markRead(Actor actor, MarkRead command) {
        return operations.perform(MARK_READ, actor, command, context -> {
            requireStaff(context);
            return Views.forStaff(conversations.markRead(context, command, Side.COMPANY));
        });
    }

    /** Returns how many of the customers' messages wait in all of the conversations together. */
    public Unread unread(Actor actor) {
        return operations.perform(COUNT, actor, "", context -> {
            requireStaff(context);
            return storage.conversations().unread(context.tx(), context.scope(), Side.COMPANY);
        });
    }

    /** Adds an internal note, which the customer never learns of. */
    public InternalNote addNote(Actor actor, AddNote command) {
        return operations.create(
                ADD_NOTE,
                actor,
                command,
                new Creation<>(
                        command.idempotencyKey(),
                        (context, id) -> {
                            requireStaff(context);
                            return Views.note(notes.add(context, NoteId.of(id), command));
                        },
                        (context, id) -> Views.note(notes.find(context, NoteId.of(id)))));
    }

    /** Returns the internal notes of a conversation, the oldest first. */
    public Page<InternalNote> notes(Actor actor, ConversationId conversation, PageRequest page) {
        return lists.notes(LIST_NOTES, actor, conversation, page);
    }

    /**
     * Gives a conversation to another team, with its messages and notes. Returns it as it is then, although the agent may
     * no longer reach it.
     *
     * @throws PortalException.InvalidInput {@code conversation.team-unknown} when there is no such team
     * @throws PortalException.Conflict {@code conversation.version-conflict} when it is not at the expected version
     */
    public DeskConversation handOver(Actor actor, HandOver command) {
        return operations.perform(HAND_OVER, actor, command, context -> {
            requireStaff(context);
            return Views.forStaff(conversations.handOver(context, command));
        });
    }

    /**
     * Takes in what will hang on a message to a customer, at most {@link UploadedAttachment#MAX_BYTES}; reads the bytes to
     * their end and does not close them. What is not sent within a day is removed.
     *
     * @throws PortalException.ContentRejected {@code content.size-mismatch} or {@code content.hash-mismatch} when the bytes
     *     are not those that were declared, {@code content.source-failed} when they break off
     * @throws PortalException.LimitExceeded {@code content.too-large}
     * @throws PortalException.Conflict {@code upload.in-transaction} within a transaction of the host's
     * @throws PortalException.AccessDenied {@code desk.no-team} for an agent whose scope holds no team
     */
    public UploadedAttachment uploadAttachment(Actor actor, UploadForCustomer command, InputStream bytes) {
        Upload<UploadedAttachment> upload = new Upload<>(
                UPLOAD,
                command,
                mailroom.terms(command.declared()),
                context -> {
                    requireStaff(context);
                    requireTeam(context);
                    return Optional.of(command.customer());
                },
                Upload.Making.each((context, id, content) -> Attachments.taken(context, content)));
        return mailroom.attachments.take(actor, upload, bytes);
    }

    /**
     * Opens an attachment of a message; the caller closes it. Reading it checks its bytes: damaged ones end with {@link
     * PortalException.StorageFailure} {@code content.damaged}.
     */
    public InputStream openAttachment(Actor actor, MessageId message, ContentRef content) {
        return mailroom.attachments.open(operations.perform(OPEN_ATTACHMENT, actor, message, context -> {
            requireStaff(context);
            return mailroom.attachments.show(context, messages.find(context, message), content);
        }));
    }

    /** Who is in no team writes to nobody, and has nothing to attach. */
    private static void requireTeam(OperationContext context) {
        if (context.scope().teams() instanceof Bound.Only<String> only
                && only.values().isEmpty()) {
            throw new PortalException.AccessDenied("desk.no-team");
        }
    }

    private static void requireStaff(OperationContext context) {
        switch (context.actor().kind()) {
            case AGENT, SYSTEM -> {}
            case CUSTOMER, ANONYMOUS -> throw new PortalException.AccessDenied("desk.staff-only");
        }
    }
}
