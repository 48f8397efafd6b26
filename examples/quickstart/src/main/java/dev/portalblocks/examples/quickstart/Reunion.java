// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.examples.quickstart;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.docs.model.Document;
import dev.portalblocks.messaging.model.Conversation;
import dev.portalblocks.messaging.model.MessageOrder;
import dev.portalblocks.profile.model.Profile;
import dev.portalblocks.profile.model.ProfileData;
import java.io.IOException;
import java.io.InputStream;

/** The customer comes back after a restart, and everything is as she left it. */
final class Reunion {
    private static final PageRequest ALL = PageRequest.first(100);

    private final Blocks blocks;
    private final Actor erika;
    private final CustomerId number;
    private final Console console;

    Reunion(Blocks blocks, Actor erika, Console console) {
        this.blocks = blocks;
        this.erika = erika;
        this.number = CustomerId.of(erika.identity());
        this.console = console;
    }

    /** Returns whether she was here before. */
    boolean isDue() {
        try {
            return blocks.profiles().read(erika, number).version() > 0;
        } catch (PortalException.NotFound e) {
            return false;
        }
    }

    void celebrate() throws IOException {
        console.heading("Erika war schon da: was noch da ist");
        Profile profile = blocks.profiles().read(erika, number);
        ProfileData data = profile.data();
        console.line("Profil Version " + profile.version() + ": " + data.givenName() + " " + data.familyName() + ", "
                + data.street() + ", " + data.postalCode() + " " + data.city());
        for (Conversation conversation :
                blocks.inbox().conversations(erika, ALL).items()) {
            console.line("Gespräch „" + conversation.subject() + "“, ungelesen: " + conversation.unread());
            blocks.inbox()
                    .messages(erika, conversation.id(), MessageOrder.OLDEST_FIRST, ALL)
                    .items()
                    .forEach(message ->
                            console.line("    " + message.sequence() + ". " + message.from() + ": " + message.text()));
        }
        for (Document document : blocks.vault().list(erika, number, ALL).items()) {
            try (InputStream bytes = blocks.vault().open(erika, document.id())) {
                console.line("Dokument „" + document.name() + "“: " + bytes.readAllBytes().length
                        + " Bytes, Prüfsumme stimmt");
            }
        }
    }
}
