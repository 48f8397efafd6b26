// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.messaging.model.AddNote;
import dev.portalblocks.messaging.model.HandOver;
import dev.portalblocks.messaging.model.MarkRead;
import dev.portalblocks.messaging.model.MessageText;
import dev.portalblocks.messaging.model.NewAttachment;
import dev.portalblocks.messaging.model.OpenConversation;
import dev.portalblocks.messaging.model.SendMessage;
import dev.portalblocks.messaging.model.UploadForCustomer;
import dev.portalblocks.messaging.model.WriteToCustomer;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the commands of the inbox can't be. */
final class MessagingMisfits {
    private static final MessageText GOOD = MessageText.of("Da");

    private MessagingMisfits() {}

    static List<Misfit> all() {
        return Stream.of(texts(), attachments(), openings(), writings(), others())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Misfit> texts() {
        return List.of(
                text("not-blank", " "),
                text("size", Misfit.text(20_001)),
                text("pattern", Misfit.PRIVATE + "\u0007"),
                note("not-blank", " "),
                note("size", Misfit.text(20_001)),
                note("pattern", Misfit.PRIVATE + "\u0000"));
    }

    private static List<Misfit> attachments() {
        List<NewAttachment> eleven = LongStream.range(0, 11)
                .mapToObj(number -> new NewAttachment(ref(number), Misfit.PRIVATE))
                .toList();
        return List.of(
                message("MessageText.attachments", "message.attachments", "size", new MessageText("Da", eleven)),
                attachment("content", "not-null", new NewAttachment(null, Misfit.PRIVATE)),
                attachment("name", "not-null", new NewAttachment(ref(1), null)),
                attachment("name", "size", new NewAttachment(ref(1), Misfit.text(256))),
                attachment("name", "pattern", new NewAttachment(ref(1), Misfit.PRIVATE + "\u202E")));
    }

    private static List<Misfit> openings() {
        return List.of(
                opening("topic", "not-blank", new OpenConversation(" ", "Da", GOOD, null)),
                opening("topic", "size", new OpenConversation(Misfit.text(101), "Da", GOOD, null)),
                opening("topic", "pattern", new OpenConversation(Misfit.PRIVATE + "\n", "Da", GOOD, null)),
                opening("subject", "not-blank", new OpenConversation("contract", " ", GOOD, null)),
                opening("subject", "size", new OpenConversation("contract", Misfit.text(201), GOOD, null)),
                opening("subject", "pattern", new OpenConversation("contract", Misfit.PRIVATE + "\n", GOOD, null)),
                opening("message", "not-null", new OpenConversation("contract", "Da", null, null)));
    }

    private static List<Misfit> writings() {
        CustomerId erika = SampleWorld.ERIKA;
        return List.of(
                writing("customer", "not-null", new WriteToCustomer(null, "contract", "Da", GOOD, null)),
                writing("topic", "not-blank", new WriteToCustomer(erika, " ", "Da", GOOD, null)),
                writing("topic", "size", new WriteToCustomer(erika, Misfit.text(101), "Da", GOOD, null)),
                writing("topic", "pattern", new WriteToCustomer(erika, Misfit.PRIVATE + "\n", "Da", GOOD, null)),
                writing("subject", "not-blank", new WriteToCustomer(erika, "contract", " ", GOOD, null)),
                writing("subject", "size", new WriteToCustomer(erika, "contract", Misfit.text(201), GOOD, null)),
                writing("subject", "pattern", new WriteToCustomer(erika, "contract", "a\u2028b", GOOD, null)),
                writing("message", "not-null", new WriteToCustomer(erika, "contract", "Da", null, null)));
    }

    private static List<Misfit> others() {
        return List.of(
                new Misfit(
                        "SendMessage.conversation",
                        "conversation",
                        "not-null",
                        (portal, actor, target) -> portal.inbox.send(actor, new SendMessage(null, GOOD, null)) != null),
                message("SendMessage.message", "message", "not-null", null),
                new Misfit(
                        "MarkRead.conversation",
                        "conversation",
                        "not-null",
                        (portal, actor, target) -> portal.inbox.markRead(actor, new MarkRead(null, 1)) != null),
                new Misfit(
                        "MarkRead.upTo",
                        "upTo",
                        "positive",
                        (portal, actor, target) -> portal.inbox
                                        .desk()
                                        .markRead(
                                                actor,
                                                new MarkRead(target.letters().conversation(), 0))
                                != null),
                new Misfit(
                        "AddNote.conversation",
                        "conversation",
                        "not-null",
                        (portal, actor, target) ->
                                portal.inbox.desk().addNote(actor, new AddNote(null, "Da", null)) != null),
                handOver("conversation", "not-null", null, "claims"),
                handOver("team", "not-blank", true, " "),
                handOver("team", "size", true, Misfit.text(101)),
                handOver("team", "pattern", true, Misfit.PRIVATE + "\n"),
                new Misfit(
                        "UploadForCustomer.customer",
                        "customer",
                        "not-null",
                        (portal, actor, target) -> portal.inbox
                                        .desk()
                                        .uploadAttachment(actor, UploadForCustomer.of(null), SampleWorld.picture())
                                != null));
    }

    private static Misfit text(String code, String text) {
        return message("MessageText.text", "message.text", code, MessageText.of(text));
    }

    private static Misfit attachment(String field, String code, NewAttachment attachment) {
        return message(
                "NewAttachment." + field,
                "message.attachments[0]." + field,
                code,
                new MessageText("Da", List.of(attachment)));
    }

    private static Misfit message(String field, String path, String code, @Nullable MessageText message) {
        return new Misfit(
                field,
                path,
                code,
                (portal, actor, target) -> portal.inbox
                                .desk()
                                .send(actor, new SendMessage(target.letters().conversation(), message, null))
                        != null);
    }

    private static Misfit note(String code, String text) {
        return new Misfit(
                "AddNote.text",
                "text",
                code,
                (portal, actor, target) -> portal.inbox
                                .desk()
                                .addNote(actor, AddNote.of(target.letters().conversation(), text))
                        != null);
    }

    private static Misfit opening(String field, String code, OpenConversation command) {
        return new Misfit(
                "OpenConversation." + field,
                field,
                code,
                (portal, actor, target) -> portal.inbox.open(actor, command) != null);
    }

    private static Misfit writing(String field, String code, WriteToCustomer command) {
        return new Misfit(
                "WriteToCustomer." + field,
                field,
                code,
                (portal, actor, target) -> portal.inbox.desk().open(actor, command) != null);
    }

    private static Misfit handOver(String field, String code, @Nullable Object somewhere, String team) {
        return new Misfit(
                "HandOver." + field,
                field,
                code,
                (portal, actor, target) -> portal.inbox
                                .desk()
                                .handOver(
                                        actor,
                                        HandOver.of(
                                                somewhere == null
                                                        ? null
                                                        : target.letters().conversation(),
                                                team))
                        != null);
    }

    private static ContentRef ref(long number) {
        return ContentRef.of(new UUID(1, number));
    }
}
