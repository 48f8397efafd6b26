// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import dev.portalblocks.faq.FaqEditor;
import dev.portalblocks.faq.model.AddFaqEntry;
import dev.portalblocks.faq.model.ChangeFaqEntry;
import dev.portalblocks.faq.model.EditedFaqEntry;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqEntry;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.model.MoveFaqEntry;
import dev.portalblocks.faq.model.PublishFaqEntry;
import dev.portalblocks.faq.model.RemoveFaqEntry;
import dev.portalblocks.faq.model.WithdrawFaqEntry;
import dev.portalblocks.publishing.model.Revision;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Steps with entries of the FAQ. */
final class FaqSteps {
    static final List<Function<Draw, Step>> ALL = List.of(
            FaqSteps::add,
            FaqSteps::add,
            FaqSteps::change,
            FaqSteps::move,
            FaqSteps::remove,
            FaqSteps::publish,
            FaqSteps::publish,
            FaqSteps::withdraw,
            FaqSteps::find,
            FaqSteps::revisions,
            FaqSteps::list,
            FaqSteps::read,
            FaqSteps::sections);

    private FaqSteps() {}

    private static FaqEditor editor(Session session) {
        return session.blocks().faq().editor();
    }

    private static FaqEntryId entry(Session session, String name) {
        return FaqEntryId.of(session.id(name));
    }

    private static Step add(Draw draw) {
        Who who = draw.dice().asEditor();
        String section = draw.dice().any("s");
        Content content = draw.content();
        String key = draw.dice().key();
        return new Step(
                who,
                "add entry to " + section + " " + content + " once " + key,
                model -> model.faq.add(who, section, content, key),
                session -> view(
                        session,
                        editor(session)
                                .add(
                                        session.actor(who),
                                        new AddFaqEntry(
                                                FaqSectionId.of(session.id(section)),
                                                Contents.entry(content),
                                                Session.key(key)))));
    }

    private static Step change(Draw draw) {
        Who who = draw.dice().asEditor();
        String name = draw.dice().any("e");
        Content content = draw.content();
        Long expected = draw.dice().expecting(draw.model(who).faq.version(name));
        return new Step(
                who,
                "change " + name + " " + content + " at " + expected,
                model -> model.faq.change(who, name, content, expected),
                session -> view(
                        session,
                        editor(session)
                                .change(
                                        session.actor(who),
                                        new ChangeFaqEntry(entry(session, name), Contents.entry(content), expected))));
    }

    private static Step move(Draw draw) {
        Who who = draw.dice().asEditor();
        String name = draw.dice().any("e");
        String section = draw.dice().any("s");
        return new Step(
                who,
                "move " + name + " to " + section,
                model -> model.faq.move(who, name, section),
                session -> view(
                        session,
                        editor(session)
                                .move(
                                        session.actor(who),
                                        new MoveFaqEntry(entry(session, name), FaqSectionId.of(session.id(section))))));
    }

    private static Step remove(Draw draw) {
        Who who = draw.dice().asEditor();
        String name = draw.dice().any("e");
        Long expected = draw.dice().expecting(draw.model(who).faq.version(name));
        return new Step(
                who, "remove " + name + " at " + expected, model -> model.faq.remove(who, name, expected), session -> {
                    editor(session).remove(session.actor(who), new RemoveFaqEntry(entry(session, name), expected));
                    return "gone";
                });
    }

    private static Step publish(Draw draw) {
        Who who = draw.dice().asEditor();
        String name = draw.dice().any("e");
        Long expected = draw.dice().expecting(draw.model(who).faq.version(name));
        return new Step(
                who,
                "publish " + name + " at " + expected,
                model -> model.faq.publish(who, name, expected),
                session -> view(
                        session,
                        editor(session)
                                .publish(
                                        session.actor(who),
                                        new PublishFaqEntry(entry(session, name), null, null, null, expected))));
    }

    private static Step withdraw(Draw draw) {
        Who who = draw.dice().asEditor();
        String name = draw.dice().any("e");
        Long expected = draw.dice().expecting(draw.model(who).faq.version(name));
        return new Step(
                who,
                "withdraw " + name + " at " + expected,
                model -> model.faq.withdraw(who, name, expected),
                session -> view(
                        session,
                        editor(session)
                                .withdraw(
                                        session.actor(who),
                                        new WithdrawFaqEntry(entry(session, name), null, null, expected))));
    }

    private static Step find(Draw draw) {
        Who who = draw.dice().asEditor();
        String name = draw.dice().any("e");
        return new Step(
                who,
                "find " + name,
                model -> model.faq.find(who, name),
                session -> view(session, editor(session).read(session.actor(who), entry(session, name))));
    }

    private static Step revisions(Draw draw) {
        Who who = draw.dice().asEditor();
        String name = draw.dice().any("e");
        int size = draw.dice().upTo(3);
        return new Step(
                who,
                "list revisions of " + name,
                model -> model.faq.revisions(who, name),
                session -> Session.pages(
                        size,
                        page -> editor(session).revisions(session.actor(who), entry(session, name), page),
                        FaqSteps::view));
    }

    private static Step list(Draw draw) {
        Who who = draw.dice().asEditor();
        int size = draw.dice().upTo(3);
        return new Step(
                who,
                "list entries",
                model -> model.faq.list(who),
                session -> Session.pages(
                        size, page -> editor(session).list(session.actor(who), page), found -> view(session, found)));
    }

    private static Step read(Draw draw) {
        Who who = draw.dice().asReader();
        String name = draw.dice().any("e");
        String language = draw.dice().of("de", "en", "fr");
        return new Step(
                who,
                "read " + name + " in " + language,
                model -> model.faq.read(who, name, language),
                session -> view(
                        session,
                        session.blocks()
                                .faq()
                                .read(session.actor(who), entry(session, name), Contents.language(language))));
    }

    private static Step sections(Draw draw) {
        Who who = draw.dice().asReader();
        String language = draw.dice().of("de", "en", "fr");
        return new Step(
                who,
                "list sections in " + language,
                model -> model.faq.sections(who, language),
                session -> Lines.list(
                        session.blocks().faq().sections(session.actor(who), Contents.language(language)).stream()
                                .map(found -> Lines.of(
                                        session.name(found.id().value()),
                                        found.language(),
                                        found.title(),
                                        found.entries().stream()
                                                .map(entry -> view(session, entry))
                                                .toList()))
                                .toList()));
    }

    private static String view(Session session, FaqEntry found) {
        return Lines.of(
                session.name(found.id().value()),
                session.name(found.section().value()),
                found.language(),
                Contents.languages(found.languages()),
                Contents.intact(found.question(), found.answer()));
    }

    static String view(Session session, EditedFaqEntry found) {
        return Lines.of(
                session.made("e", found.id().value()),
                session.name(found.section().value()),
                found.state(),
                Contents.of(found.draft()),
                view(found.published()),
                found.version(),
                found.changedAt());
    }

    private static @Nullable String view(@Nullable Revision<FaqContent> found) {
        return found == null ? null : Lines.of(found.number(), Contents.of(found.content()), found.publishedAt());
    }
}
