// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging;

import static dev.portalblocks.messaging.MessagingHouse.ALL;
import static dev.portalblocks.messaging.MessagingHouse.ERIKA;
import static dev.portalblocks.messaging.MessagingHouse.ERIKA_NUMBER;
import static dev.portalblocks.messaging.MessagingHouse.SABINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.PortalException.InvalidInput;
import dev.portalblocks.messaging.model.AddNote;
import dev.portalblocks.messaging.model.Attachment;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.Message;
import dev.portalblocks.messaging.model.MessageText;
import dev.portalblocks.messaging.model.NewAttachment;
import dev.portalblocks.messaging.model.OpenConversation;
import dev.portalblocks.messaging.model.SendMessage;
import dev.portalblocks.messaging.model.WriteToCustomer;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not fit is refused with its field, and leaves nothing. */
class InboxInputTest {
    private final MessagingHouse house = new MessagingHouse();
    private final ConversationId asked = house.asked(ERIKA, "Warum?").id();

    static Stream<String> badBodies() {
        return Stream.of(
                "",
                " \t\n ",
                "x".repeat(20_001),
                "x".repeat(2 * 1024 * 1024),
                "\u0000",
                "\u0001\u0002\u0003",
                "vorn\u0007hinten",
                "\u001B[31mrot",
                "\u0085",
                "\uD800 allein");
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void aBodyThatDoesNotFitIsRefusedAndNothingIsSent(String body) {
        OpenConversation opening =
                OpenConversation.about("contract").subject("Da").text(body).build();
        WriteToCustomer writing = WriteToCustomer.of(ERIKA_NUMBER, "contract")
                .subject("Da")
                .text(body)
                .build();
        assertThat(fields(() -> house.inbox.send(ERIKA, SendMessage.of(asked, body))))
                .contains("message.text");
        assertThat(fields(() -> house.desk.send(SABINE, SendMessage.of(asked, body))))
                .contains("message.text");
        assertThat(fields(() -> house.inbox.open(ERIKA, opening))).contains("message.text");
        assertThat(fields(() -> house.desk.open(SABINE, writing))).contains("message.text");
        assertThat(fields(() -> house.desk.addNote(SABINE, AddNote.of(asked, body))))
                .contains("text");
        assertThat(house.seenBy(ERIKA, asked)).hasSize(1);
        assertThat(house.inbox.conversations(ERIKA, ALL).items()).hasSize(1);
        assertThat(house.desk.notes(SABINE, asked, ALL).items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "Zeile\r\nund\tTab\n", "\uD83D\uDE00", "\u05D0\u202E"})
    void aBodyThatFitsIsKeptAsItIs(String body) {
        house.says(ERIKA, asked, body);
        String longest = body.repeat(20_000 / body.length());
        house.says(ERIKA, asked, longest);
        assertThat(house.seenBy(ERIKA, asked).get(1).text()).isEqualTo(body);
        assertThat(house.seenBy(ERIKA, asked).get(2).text()).isEqualTo(longest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\u2028b", "\u0000"})
    void aSubjectIsOneLine(String subject) {
        assertThat(fields(() -> house.inbox.open(
                        ERIKA,
                        OpenConversation.about("contract")
                                .subject(subject)
                                .text("!")
                                .build())))
                .contains("subject");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000b", "umgedreht\u202Efdp.exe", "\u2066", "a\nb", "\uDC00"})
    void aNameThatDeceivesIsRefused(String name) {
        ContentRef content = house.uploaded(ERIKA, "x");
        assertThat(fields(() ->
                        house.inbox.send(ERIKA, SendMessage.of(asked, "Da").attaching(content, name))))
                .contains("message.attachments[0].name");
        assertThat(house.seenBy(ERIKA, asked)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "CON", "caf\u00E9.pdf", "cafe\u0301.pdf", "\u05D0\u05D1.pdf"})
    void aNameIsKeptAsItWasWritten(String name) {
        ContentRef content = house.uploaded(ERIKA, "x");
        house.inbox.send(ERIKA, SendMessage.of(asked, "Da").attaching(content, name));
        assertThat(house.seenBy(ERIKA, asked).get(1).attachments().get(0).name())
                .isEqualTo(name);
    }

    @Test
    void aNameIsNotTooLong() {
        ContentRef content = house.uploaded(ERIKA, "x");
        house.inbox.send(ERIKA, SendMessage.of(asked, "Da").attaching(content, "n".repeat(255)));
        assertThat(fields(() ->
                        house.inbox.send(ERIKA, SendMessage.of(asked, "Da").attaching(content, "n".repeat(256)))))
                .contains("message.attachments[0].name");
    }

    @Test
    void elevenAttachmentsAreTooMany() {
        List<NewAttachment> eleven = LongStream.range(0, 11)
                .mapToObj(number -> new NewAttachment(ContentRef.of(new UUID(1, number)), "a"))
                .toList();
        assertThat(fields(() -> house.inbox.send(ERIKA, new SendMessage(asked, new MessageText("Da", eleven), null))))
                .contains("message.attachments");
    }

    @Test
    void theSameContentHangsOnAMessageUnderTwoNamesInTheirOrder() {
        ContentRef content = house.uploaded(ERIKA, "x");
        ContentRef other = house.uploaded(ERIKA, "y");
        Message sent = house.inbox.send(
                ERIKA,
                SendMessage.of(asked, "Da")
                        .attaching(content, "a")
                        .attaching(other, "b")
                        .attaching(content, "c"));
        assertThat(sent.attachments()).extracting(Attachment::name).containsExactly("a", "b", "c");
    }

    @Test
    void anAttachmentThatIsMissingInTheListIsNamed() {
        List<NewAttachment> hole = Collections.singletonList(null);
        assertThat(fields(() -> house.inbox.send(ERIKA, new SendMessage(asked, new MessageText("Da", hole), null))))
                .contains("message.attachments[0].<list element>");
    }

    private static List<String> fields(ThrowingCallable call) {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, call);
        assertThat(refused.code()).isEqualTo("command.invalid");
        return refused.violations().stream()
                .map(PortalException.Violation::field)
                .toList();
    }
}
