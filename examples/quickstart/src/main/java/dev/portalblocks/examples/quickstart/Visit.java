// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.examples.quickstart;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.kb.model.Article;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.Profile;
import dev.portalblocks.profile.model.ProfileChange;
import dev.portalblocks.profile.model.ProfilePatch;
import dev.portalblocks.search.model.SearchHit;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A customer comes by: signs in, changes her address, is refused what does not go, and asks. */
final class Visit {
    private final Blocks blocks;
    private final Actor erika;
    private final CustomerId number;
    private final Answers answers;
    private final Console console;

    Visit(Blocks blocks, Actor erika, Console console) {
        this.blocks = blocks;
        this.erika = erika;
        this.number = CustomerId.of(erika.identity());
        this.answers = new Answers(blocks.search(), LanguageTag.GERMAN, console);
        this.console = console;
    }

    void play() throws IOException {
        signIn();
        Profile stale = changeAddress();
        refuse(stale);
        ask();
    }

    private void signIn() {
        console.heading("Erika meldet sich an");
        console.line("Wer sie ist, hat die Anwendung geprüft; für die Blöcke ist sie der Actor " + erika);
        ProfilePatch known = ProfilePatch.builder()
                .givenName("Erika")
                .familyName("Mustermann")
                .street("Lindenweg 3")
                .city("51147", "Köln")
                .build();
        blocks.profiles().change(Actor.system(erika.tenant(), "crm"), ChangeProfile.of(number, known));
        console.line("Ihr Profil hat das CRM schon angelegt, es handelt als Programm.");
    }

    private Profile changeAddress() {
        console.heading("Sie ist umgezogen");
        Profile before = blocks.profiles().read(erika, number);
        ProfilePatch moved = ProfilePatch.builder()
                .street("Am Markt 12")
                .city("53111", "Bonn")
                .build();
        blocks.profiles().change(erika, ChangeProfile.of(number, moved).expecting(before.version()));
        for (ProfileChange change :
                blocks.profiles().changes(erika, number, PageRequest.first(10)).items()) {
            console.line("Version " + change.version() + ", geändert von " + change.by());
            change.fields()
                    .forEach(field -> console.line("    " + field.name() + ": " + orNothing(field.before()) + " → "
                            + orNothing(field.after())));
        }
        return before;
    }

    private void refuse(Profile stale) {
        console.heading("Was nicht geht, sagt warum");
        ChangeProfile fromOldTab = ChangeProfile.of(
                        number, ProfilePatch.builder().phone("0228 123456").build())
                .expecting(stale.version());
        console.line("In einem alten Fenster sieht sie noch Version " + stale.version() + " und ändert die:");
        console.refused(() -> blocks.profiles().change(erika, fromOldTab));
        ProfilePatch wrong =
                ProfilePatch.builder().email("erika@").country("Deutschland").build();
        console.line("Sie vertippt sich:");
        console.refused(() -> blocks.profiles().change(erika, ChangeProfile.of(number, wrong)));
    }

    private void ask() throws IOException {
        List<SearchHit> hits = answers.show(erika, "Frist für die Kündigung", 3);
        for (SearchHit hit : hits) {
            if (hit.object().type().equals("article")) {
                readOn(blocks.knowledge().read(erika, Answers.article(hit), hit.language()));
                break;
            }
        }
        answers.show(erika, "Keller nach Gewitter vollgelaufen", 2);
        answers.show(erika, "Quittung ist weg", 2);
    }

    private void readOn(Article article) throws IOException {
        console.line("Sie öffnet „" + article.text().title() + "“ mit allem, was dazugehört:");
        for (Asset asset : article.assets()) {
            try (InputStream file = blocks.knowledge().openAsset(erika, article.id(), asset.path())) {
                int bytes = file.readAllBytes().length;
                console.line("    " + asset.path() + ", " + asset.mediaType() + ", " + bytes + " Bytes");
            }
        }
    }

    private static String orNothing(String value) {
        return value == null ? "(leer)" : value;
    }
}
