// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.examples.quickstart;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.docs.Vault;
import dev.portalblocks.docs.model.CreateFolder;
import dev.portalblocks.docs.model.Document;
import dev.portalblocks.docs.model.FolderId;
import dev.portalblocks.docs.model.UploadDocument;
import dev.portalblocks.messaging.Desk;
import dev.portalblocks.messaging.Inbox;
import dev.portalblocks.messaging.model.AddNote;
import dev.portalblocks.messaging.model.Attachment;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.DeskConversation;
import dev.portalblocks.messaging.model.MarkRead;
import dev.portalblocks.messaging.model.Message;
import dev.portalblocks.messaging.model.MessageOrder;
import dev.portalblocks.messaging.model.OpenConversation;
import dev.portalblocks.messaging.model.SendMessage;
import dev.portalblocks.messaging.model.Unread;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The customer and the company write to each other, with documents; then strangers try to read it. */
final class Correspondence {
    /** The team that takes what is written about contracts. */
    static final String TEAM = "vertrag";
    /** A member of that team. */
    static final String AGENT = "jonas";

    private static final PageRequest ALL = PageRequest.first(100);

    private final Inbox inbox;
    private final Desk desk;
    private final Vault vault;
    private final Actor erika;
    private final CustomerId number;
    private final Actor jonas;
    private final Path documents;
    private final Console console;

    Correspondence(Blocks blocks, Actor erika, Path documents, Console console) {
        this.inbox = blocks.inbox();
        this.desk = blocks.inbox().desk();
        this.vault = blocks.vault();
        this.erika = erika;
        this.number = CustomerId.of(erika.identity());
        this.jonas = Actor.agent(erika.tenant(), AGENT, "service");
        this.documents = documents;
        this.console = console;
    }

    void play() throws IOException {
        Document policy = deliver();
        ConversationId conversation = ask(policy);
        answer(conversation);
        Document confirmation = handIn(conversation);
        finish(conversation, confirmation);
        lookFromOutside(conversation, confirmation);
    }

    private Document deliver() throws IOException {
        console.heading("In ihrem Tresor liegt Post");
        Actor printShop = Actor.system(erika.tenant(), "druckstrasse");
        upload(printShop, null, "Versicherungsschein 2027.pdf", "versicherungsschein.pdf");
        Document policy = vault.list(erika, number, ALL).items().get(0);
        console.line(described(policy) + ", SHA-256 " + policy.current().sha256().substring(0, 16) + "…");
        return policy;
    }

    private ConversationId ask(Document policy) {
        console.heading("Sie schreibt der Versicherung, der Versicherungsschein hängt an");
        ConversationId conversation = inbox.open(
                        erika,
                        OpenConversation.about(TEAM)
                                .subject("Umzug nach Bonn")
                                .text("Im neuen Versicherungsschein steht noch die alte Adresse. Was brauchen Sie?")
                                .attaching(policy.current().content(), policy.name())
                                .build())
                .id();
        show(inbox.messages(erika, conversation, MessageOrder.OLDEST_FIRST, ALL).items());
        return conversation;
    }

    private void answer(ConversationId conversation) throws IOException {
        console.heading("Jonas vom Team „" + TEAM + "“ antwortet");
        DeskConversation waiting = desk.conversations(jonas, ALL).items().get(0);
        console.line("„" + waiting.subject() + "“ von Kundin " + waiting.customer() + ", ungelesen: " + waiting.unread());
        Message question = last(desk.messages(jonas, conversation, MessageOrder.NEWEST_FIRST, ALL).items());
        for (Attachment attachment : question.attachments()) {
            try (InputStream bytes = desk.openAttachment(jonas, question.id(), attachment.content())) {
                console.line("Er öffnet „" + attachment.name() + "“: " + bytes.readAllBytes().length + " Bytes");
            }
        }
        desk.markRead(jonas, MarkRead.upTo(question));
        desk.addNote(jonas, AddNote.of(conversation, "Adresse im Bestand noch alt, nach Eingang der Meldung ändern."));
        desk.send(jonas, SendMessage.of(conversation, "Eine Meldebestätigung genügt, legen Sie sie einfach in den Tresor."));
        console.line("Dazu eine interne Notiz, die Erika auf keinem Weg sieht.");
    }

    private Document handIn(ConversationId conversation) throws IOException {
        console.heading("Sie sieht die Antwort und reicht ein Dokument ein");
        console.line("Ungelesen: " + counted(inbox.unread(erika)));
        List<Message> messages =
                inbox.messages(erika, conversation, MessageOrder.OLDEST_FIRST, ALL).items();
        show(messages);
        inbox.markRead(erika, MarkRead.upTo(messages.get(messages.size() - 1)));
        console.line("Gelesen; ungelesen: " + counted(inbox.unread(erika)));
        FolderId folder = vault.folders()
                .create(erika, CreateFolder.of(number, "Umzug"))
                .id();
        return upload(erika, folder, "Meldebestätigung: Bonn (final).pdf", "meldebestaetigung.pdf");
    }

    private void finish(ConversationId conversation, Document confirmation) throws IOException {
        console.line(described(confirmation) + "; sicher als Dateiname: " + confirmation.downloadName());
        inbox.send(erika, SendMessage.of(conversation, "Die Bestätigung liegt im Ordner „Umzug“."));
        console.heading("Jonas liest das Dokument");
        console.line("Ungelesen in seinen Teams: " + counted(desk.unread(jonas)));
        try (InputStream bytes = vault.open(jonas, confirmation.id())) {
            console.line("„" + confirmation.name() + "“: " + bytes.readAllBytes().length + " Bytes, Prüfsumme stimmt");
        }
    }

    private void lookFromOutside(ConversationId conversation, Document document) {
        console.heading("Was Fremde davon sehen: nichts");
        Actor neighbour = Actor.customer(erika.tenant(), CustomerId.of("4712"));
        console.line("Ein anderer Kunde kennt die Nummern von Gespräch und Dokument:");
        console.refused(() -> inbox.read(neighbour, conversation));
        console.refused(() -> inbox.send(neighbour, SendMessage.of(conversation, "Hallo?")));
        console.refused(() -> vault.read(neighbour, document.id()));
        console.line("Seine eigenen Listen: " + inbox.conversations(neighbour, ALL).items().size() + " Gespräche, "
                + vault.list(neighbour, number, ALL).items().size() + " Dokumente von Erika");
        console.line("Er hängt Erikas Dokument an eine eigene Nachricht:");
        console.refused(() -> inbox.open(
                neighbour,
                OpenConversation.about(TEAM)
                        .subject("Anbei")
                        .text("Siehe Anlage.")
                        .attaching(document.current().content(), "fremd.pdf")
                        .build()));
        console.line("Eine Mitarbeiterin aus einem anderen Team sieht das Gespräch nicht:");
        Actor karla = Actor.agent(erika.tenant(), "karla", "service");
        console.refused(() -> desk.read(karla, conversation));
    }

    private Document upload(Actor actor, FolderId folder, String name, String file) throws IOException {
        try (InputStream bytes = Files.newInputStream(documents.resolve(file))) {
            return vault.upload(actor, UploadDocument.of(number, name).into(folder), bytes);
        }
    }

    private void show(List<Message> messages) {
        for (Message message : messages) {
            console.line(message.sequence() + ". " + message.from() + ": " + message.text());
            message.attachments()
                    .forEach(attachment -> console.line("    Anlage „" + attachment.name() + "“, "
                            + attachment.mediaType() + ", " + attachment.size() + " Bytes"));
        }
    }

    private static String described(Document document) {
        return "„" + document.name() + "“, " + document.current().mediaType() + ", "
                + document.current().size() + " Bytes";
    }

    private static String counted(Unread unread) {
        return unread.messages() + " in " + unread.conversations() + " Gesprächen";
    }

    private static Message last(List<Message> newestFirst) {
        return newestFirst.get(0);
    }
}
