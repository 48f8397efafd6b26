// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.readme;

import dev.portalblocks.core.ContentCheck;
import dev.portalblocks.core.MaintenanceTask;
import dev.portalblocks.core.Portal;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.ProblemDetails;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.docs.Vault;
import dev.portalblocks.docs.memory.MemoryVaultStorage;
import dev.portalblocks.docs.model.Document;
import dev.portalblocks.docs.model.UploadDocument;
import dev.portalblocks.docs.types.ByteTypes;
import dev.portalblocks.messaging.Inbox;
import dev.portalblocks.messaging.memory.MemoryMessagingStorage;
import dev.portalblocks.messaging.model.Attachment;
import dev.portalblocks.messaging.model.Conversation;
import dev.portalblocks.messaging.model.Message;
import dev.portalblocks.messaging.model.OpenConversation;
import dev.portalblocks.messaging.model.SendMessage;
import dev.portalblocks.messaging.model.UploadAttachment;
import dev.portalblocks.messaging.model.UploadedAttachment;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.profile.memory.MemoryProfileStorage;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.ProfilePatch;
import dev.portalblocks.profile.spi.ProfileStore;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.profile.ProfileStoreContract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Set;
import java.util.function.BiConsumer;

/** The lines that the guide to embedding shows, each piece between two marks. */
final class EmbeddingSnippets {
    private EmbeddingSnippets() {}

    /** Runs the pieces one after the other and returns what the refusal said. */
    static String run(
            OutputStream response, BiConsumer<Duration, Runnable> scheduler, BiConsumer<String, Throwable> log)
            throws IOException {
        // guide begins
        Memory memory = new Memory();
        MemoryCoreStorage storage = MemoryCoreStorage.in(memory);
        Portal portal = Portal.builder(storage).build();
        Profiles profiles = Profiles.of(portal, MemoryProfileStorage.in(memory));
        Vault vault = Vault.of(portal, MemoryVaultStorage.in(memory));
        Inbox inbox = Inbox.builder(portal, MemoryMessagingStorage.in(memory))
                .types(new ByteTypes())
                .build();
        // guide ends

        // guide begins
        TenantId acme = TenantId.of("acme"); // whose portal; one value if you have one company
        Actor erika = Actor.customer(acme, CustomerId.of("4711")); // the number under which you know the customer
        Actor jonas = Actor.agent(acme, "jonas", "service"); // staff, with the roles that you give them
        Actor nightly = Actor.system(acme, "nightly-import"); // a program of yours
        Actor visitor = Actor.anonymous(acme);
        // guide ends

        // guide begins
        memory.write(tx -> storage.teams().put(tx, acme, "vertrag", Set.of("jonas")));
        Conversation asked = inbox.open(
                erika,
                OpenConversation.about("vertrag")
                        .subject("Beitrag 2027")
                        .text("Warum ist mein Beitrag gestiegen?")
                        .build());
        // guide ends

        // guide begins
        String answer = "";
        try {
            ProfilePatch mistyped = ProfilePatch.builder().email("erika@").build();
            profiles.change(jonas, ChangeProfile.of(CustomerId.of("4711"), mistyped));
        } catch (PortalException refused) {
            ProblemDetails problem = ProblemDetails.of(refused); // RFC 9457: status, stable code, violated fields
            answer = problem.status() + " " + problem.code();
        }
        // guide ends

        // guide begins
        InputStream upload = new ByteArrayInputStream(new byte[] {'%', 'P', 'D', 'F', '-', '1', '.', '4'});
        Document handedIn = vault.upload(erika, UploadDocument.of(CustomerId.of("4711"), "Rechnung.pdf"), upload);
        try (InputStream bytes = vault.open(erika, handedIn.id())) {
            bytes.transferTo(response); // as handedIn.current().mediaType()
        }
        // guide ends

        byte[] photo = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
        // guide begins
        InputStream picture = new ByteArrayInputStream(photo);
        UploadedAttachment taken = inbox.uploadAttachment(erika, UploadAttachment.undeclared(), picture);
        Message sent = inbox.send(
                erika, SendMessage.of(asked.id(), "So sieht er aus.").attaching(taken.content(), "Schaden.png"));
        Attachment attachment = sent.attachments().get(0); // its name, media type and size
        try (InputStream bytes = inbox.openAttachment(erika, sent.id(), attachment.content())) {
            bytes.transferTo(response); // as attachment.mediaType()
        }
        // guide ends

        // guide begins
        for (MaintenanceTask task : portal.maintenance()) {
            scheduler.accept(task.every(), () -> {
                try {
                    task.work().run();
                } catch (RuntimeException | Error e) {
                    log.accept(task.name(), e);
                }
            });
        }
        // guide ends

        // guide begins
        ContentCheck.Findings found = portal.contentCare().check().compare(Actor.system(acme, "operator"));
        // guide ends
        portal.close();
        return answer + " " + nightly.kind() + " " + visitor.kind() + " " + asked.messages() + " "
                + attachment.mediaType() + " " + found.isSound();
    }

    // guide begins
    static class OurProfileStoreTest implements ProfileStoreContract {
        @Override
        public StoreFixture<ProfileStore> fixture() {
            Memory memory = new Memory();
            return new StoreFixture<>(memory, MemoryProfileStorage.in(memory).profiles());
        }
    }
    // guide ends
}
