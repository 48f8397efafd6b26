// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.examples.quickstart;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.kb.model.CategorySummary;
import dev.portalblocks.search.model.SearchHit;
import java.util.ArrayList;
import java.util.List;

/** Others try to see what a customer sees: a visitor who has not signed in, another customer, a clerk. */
final class Others {
    private static final String FOR_CUSTOMERS_ONLY = "Muss mein Auto in die Partnerwerkstatt?";

    private final Blocks blocks;
    private final Actor customer;
    private final Actor visitor;
    private final Console console;

    Others(Blocks blocks, Actor customer, Console console) {
        this.blocks = blocks;
        this.customer = customer;
        this.console = console;
        visitor = Actor.anonymous(customer.tenant());
    }

    void look() {
        Answers answers = new Answers(blocks.search(), LanguageTag.GERMAN, console);
        List<SearchHit> hidden = new ArrayList<>(answers.show(customer, FOR_CUSTOMERS_ONLY, 2));
        List<ObjectRef> seen = answers.show(visitor, FOR_CUSTOMERS_ONLY, 2).stream()
                .map(SearchHit::object)
                .toList();
        hidden.removeIf(hit -> seen.contains(hit.object()));

        console.heading("Was andere nicht sehen");
        console.line("Erika hat " + articles(customer) + " Artikel, ohne Anmeldung sind es " + articles(visitor) + ".");
        console.line("Auch wer die Nummer eines Artikels für Kunden kennt, bekommt ihn ohne Anmeldung nicht:");
        hidden.forEach(
                hit -> console.refused(() -> blocks.knowledge().read(visitor, Answers.article(hit), hit.language())));
        lookAtProfile(Actor.customer(customer.tenant(), CustomerId.of("4712")));
        console.line("Ein Mitarbeiter, dem die Rolle fehlt, will die Entwürfe der Redaktion sehen:");
        Actor clerk = Actor.agent(customer.tenant(), "karl");
        console.refused(() -> blocks.knowledge().editor().list(clerk, PageRequest.first(1)));
    }

    private void lookAtProfile(Actor neighbour) {
        console.line("Für einen anderen Kunden ist Erikas Profil so wenig da wie eines, das es nie gab:");
        CustomerId hers = CustomerId.of(customer.identity());
        console.refused(() -> blocks.profiles().read(neighbour, hers));
        console.refused(() -> blocks.profiles().read(neighbour, CustomerId.of("0815")));
    }

    private int articles(Actor reader) {
        return blocks.knowledge().categories(reader, null).stream()
                .mapToInt(CategorySummary::articles)
                .sum();
    }
}
