// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.faq.FaqOutline;
import dev.portalblocks.faq.model.AddFaqSection;
import dev.portalblocks.faq.model.EditedFaqSection;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.model.OrderFaqEntries;
import dev.portalblocks.faq.model.OrderFaqSections;
import dev.portalblocks.faq.model.RemoveFaqSection;
import dev.portalblocks.faq.model.RenameFaqSection;
import java.util.List;
import java.util.function.Function;

/** Steps with sections of the FAQ, and with its order. */
final class FaqOutlineSteps {
    static final List<Function<Draw, Step>> ALL = List.of(
            FaqOutlineSteps::add,
            FaqOutlineSteps::add,
            FaqOutlineSteps::rename,
            FaqOutlineSteps::remove,
            FaqOutlineSteps::order,
            FaqOutlineSteps::orderEntries,
            FaqOutlineSteps::sections,
            FaqOutlineSteps::entries);

    private FaqOutlineSteps() {}

    private static FaqOutline outline(Session session) {
        return session.blocks().faq().outline();
    }

    private static FaqSectionId section(Session session, String name) {
        return FaqSectionId.of(session.id(name));
    }

    private static Step add(Draw draw) {
        Who who = draw.dice().asEditor();
        String title = draw.dice().of("Schaden", "Beitrag");
        String key = draw.dice().key();
        return new Step(
                who,
                "add section " + title + " once " + key,
                model -> model.faq.addSection(who, title, key),
                session -> view(
                        session,
                        outline(session)
                                .add(
                                        session.actor(who),
                                        new AddFaqSection(
                                                LocalizedText.german(title).texts(), Session.key(key)))));
    }

    private static Step rename(Draw draw) {
        Who who = draw.dice().asEditor();
        String name = draw.dice().any("s");
        String title = draw.dice().of("Schaden", "Beitrag");
        Long expected = draw.dice().expecting(draw.model(who).faq.version(name));
        return new Step(
                who,
                "rename " + name + " " + title + " at " + expected,
                model -> model.faq.renameSection(who, name, title, expected),
                session -> view(
                        session,
                        outline(session)
                                .rename(
                                        session.actor(who),
                                        new RenameFaqSection(
                                                section(session, name),
                                                LocalizedText.german(title).texts(),
                                                expected))));
    }

    private static Step remove(Draw draw) {
        Who who = draw.dice().asEditor();
        String name = draw.dice().any("s");
        Long expected = draw.dice().expecting(draw.model(who).faq.version(name));
        return new Step(
                who,
                "remove " + name + " at " + expected,
                model -> model.faq.removeSection(who, name, expected),
                session -> {
                    outline(session).remove(session.actor(who), new RemoveFaqSection(section(session, name), expected));
                    return "gone";
                });
    }

    private static Step order(Draw draw) {
        Who who = draw.dice().asEditor();
        List<String> wanted = draw.dice().shuffled(draw.model(who).faq.sectionNames());
        return new Step(
                who,
                "order sections " + wanted,
                model -> model.faq.orderSections(who, wanted),
                session -> Lines.list(outline(session)
                        .order(
                                session.actor(who),
                                new OrderFaqSections(wanted.stream()
                                        .map(name -> section(session, name))
                                        .toList()))
                        .stream()
                        .map(found -> view(session, found))
                        .toList()));
    }

    private static Step orderEntries(Draw draw) {
        Who who = draw.dice().asEditor();
        String name = draw.dice().any("s");
        List<String> wanted = draw.dice().shuffled(draw.model(who).faq.entryNames(name));
        return new Step(
                who,
                "order entries of " + name + " " + wanted,
                model -> model.faq.orderEntries(who, name, wanted),
                session -> Lines.list(outline(session)
                        .orderEntries(
                                session.actor(who),
                                new OrderFaqEntries(
                                        section(session, name),
                                        wanted.stream()
                                                .map(one -> FaqEntryId.of(session.id(one)))
                                                .toList()))
                        .stream()
                        .map(found -> FaqSteps.view(session, found))
                        .toList()));
    }

    private static Step sections(Draw draw) {
        Who who = draw.dice().asEditor();
        return new Step(
                who,
                "list all sections",
                model -> model.faq.listSections(who),
                session -> Lines.list(outline(session).sections(session.actor(who)).stream()
                        .map(found -> view(session, found))
                        .toList()));
    }

    private static Step entries(Draw draw) {
        Who who = draw.dice().asEditor();
        String name = draw.dice().any("s");
        return new Step(
                who,
                "list entries of " + name,
                model -> model.faq.listEntries(who, name),
                session -> Lines.list(outline(session).entries(session.actor(who), section(session, name)).stream()
                        .map(found -> FaqSteps.view(session, found))
                        .toList()));
    }

    private static String view(Session session, EditedFaqSection found) {
        return Lines.of(
                session.made("s", found.id().value()),
                String.join(",", found.title().texts().values()),
                found.version(),
                found.changedAt());
    }
}
