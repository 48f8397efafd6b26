// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.faq.model.AddFaqEntry;
import dev.portalblocks.faq.model.AddFaqSection;
import dev.portalblocks.faq.model.ChangeFaqEntry;
import dev.portalblocks.faq.model.MoveFaqEntry;
import dev.portalblocks.faq.model.OrderFaqEntries;
import dev.portalblocks.faq.model.OrderFaqSections;
import dev.portalblocks.faq.model.PublishFaqEntry;
import dev.portalblocks.faq.model.RemoveFaqEntry;
import dev.portalblocks.faq.model.RemoveFaqSection;
import dev.portalblocks.faq.model.RenameFaqSection;
import dev.portalblocks.faq.model.WithdrawFaqEntry;
import java.util.List;
import java.util.stream.Stream;

/** How to call the FAQ. */
final class FaqInvokers {
    private static final PageRequest PAGE = PageRequest.first(100);

    private FaqInvokers() {}

    static List<Invoker> all() {
        return Stream.of(reading(), entries(), showing(), FaqWorkflowInvokers.all(), sections(), ordering())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Invoker> reading() {
        return List.of(
                new Invoker(
                        "Faq.sections(Actor, LanguageTag)",
                        "faq.sections",
                        (portal, actor, target) -> portal.faq.sections(actor, null).stream()
                                .anyMatch(section ->
                                        section.id().equals(target.entries().section()))),
                new Invoker(
                        "Faq.read(Actor, FaqEntryId, LanguageTag)",
                        "faq.read",
                        (portal, actor, target) -> portal.faq
                                .read(actor, target.entries().published(), null)
                                .id()
                                .equals(target.entries().published())),
                new Invoker(
                        "FaqEditor.read(Actor, FaqEntryId)",
                        "faq.entry.read",
                        (portal, actor, target) -> portal.faq
                                .editor()
                                .read(actor, target.entries().draft())
                                .id()
                                .equals(target.entries().draft())),
                new Invoker(
                        "FaqEditor.revisions(Actor, FaqEntryId, PageRequest)",
                        "faq.entry.revisions",
                        (portal, actor, target) -> !portal.faq
                                .editor()
                                .revisions(actor, target.entries().published(), PAGE)
                                .items()
                                .isEmpty()),
                new Invoker(
                        "FaqEditor.list(Actor, PageRequest)",
                        "faq.entry.list",
                        (portal, actor, target) -> portal.faq.editor().list(actor, PAGE).items().stream()
                                .anyMatch(entry ->
                                        entry.id().equals(target.entries().draft()))));
    }

    private static List<Invoker> entries() {
        return List.of(
                new Invoker(
                        "FaqEditor.add(Actor, AddFaqEntry)",
                        "faq.entry.add",
                        (portal, actor, target) -> portal.faq
                                .editor()
                                .add(
                                        actor,
                                        AddFaqEntry.of(target.entries().section(), SampleWorld.entry("Neu?"))
                                                .once(IdempotencyKey.of("new")))
                                .section()
                                .equals(target.entries().section())),
                new Invoker(
                        "FaqEditor.change(Actor, ChangeFaqEntry)",
                        "faq.entry.change",
                        (portal, actor, target) -> portal.faq
                                .editor()
                                .change(
                                        actor,
                                        ChangeFaqEntry.of(target.entries().published(), SampleWorld.entry("Anders?")))
                                .id()
                                .equals(target.entries().published())),
                new Invoker(
                        "FaqEditor.move(Actor, MoveFaqEntry)",
                        "faq.entry.move",
                        (portal, actor, target) -> portal.faq
                                .editor()
                                .move(
                                        actor,
                                        new MoveFaqEntry(
                                                target.entries().published(),
                                                target.entries().empty()))
                                .section()
                                .equals(target.entries().empty())),
                new Invoker("FaqEditor.remove(Actor, RemoveFaqEntry)", "faq.entry.remove", (portal, actor, target) -> {
                    portal.faq
                            .editor()
                            .remove(actor, RemoveFaqEntry.of(target.entries().published()));
                    return true;
                }));
    }

    private static List<Invoker> showing() {
        return List.of(
                new Invoker(
                        "FaqEditor.publish(Actor, PublishFaqEntry)",
                        "faq.entry.publish",
                        (portal, actor, target) -> portal.faq
                                .editor()
                                .publish(
                                        actor,
                                        PublishFaqEntry.of(target.entries().draft()))
                                .id()
                                .equals(target.entries().draft())),
                new Invoker(
                        "FaqEditor.withdraw(Actor, WithdrawFaqEntry)",
                        "faq.entry.withdraw",
                        (portal, actor, target) -> portal.faq
                                .editor()
                                .withdraw(
                                        actor,
                                        WithdrawFaqEntry.of(target.entries().published()))
                                .id()
                                .equals(target.entries().published())));
    }

    private static List<Invoker> sections() {
        return List.of(
                new Invoker(
                        "FaqOutline.add(Actor, AddFaqSection)",
                        "faq.section.add",
                        (portal, actor, target) -> portal.faq
                                        .outline()
                                        .add(
                                                actor,
                                                AddFaqSection.of(LocalizedText.german("Neu"))
                                                        .once(IdempotencyKey.of("new")))
                                        .version()
                                == 1),
                new Invoker(
                        "FaqOutline.rename(Actor, RenameFaqSection)",
                        "faq.section.rename",
                        (portal, actor, target) -> portal.faq
                                .outline()
                                .rename(
                                        actor,
                                        RenameFaqSection.of(target.entries().section(), LocalizedText.german("Anders")))
                                .id()
                                .equals(target.entries().section())),
                new Invoker(
                        "FaqOutline.remove(Actor, RemoveFaqSection)", "faq.section.remove", (portal, actor, target) -> {
                            portal.faq
                                    .outline()
                                    .remove(
                                            actor,
                                            RemoveFaqSection.of(target.entries().empty()));
                            return true;
                        }),
                new Invoker(
                        "FaqOutline.sections(Actor)",
                        "faq.section.list",
                        (portal, actor, target) -> portal.faq.outline().sections(actor).stream()
                                .anyMatch(section ->
                                        section.id().equals(target.entries().empty()))),
                new Invoker(
                        "FaqOutline.entries(Actor, FaqSectionId)",
                        "faq.section.entries",
                        (portal, actor, target) ->
                                portal
                                        .faq
                                        .outline()
                                        .entries(actor, target.entries().section())
                                        .stream()
                                        .anyMatch(entry -> entry.id()
                                                .equals(target.entries().draft()))));
    }

    private static List<Invoker> ordering() {
        return List.of(
                new Invoker(
                        "FaqOutline.order(Actor, OrderFaqSections)",
                        "faq.section.order",
                        (portal, actor, target) -> portal.faq
                                .outline()
                                .order(
                                        actor,
                                        OrderFaqSections.of(
                                                target.entries().empty(),
                                                target.entries().section()))
                                .get(0)
                                .id()
                                .equals(target.entries().empty())),
                new Invoker(
                        "FaqOutline.orderEntries(Actor, OrderFaqEntries)",
                        "faq.entry.order",
                        (portal, actor, target) -> portal.faq
                                .outline()
                                .orderEntries(
                                        actor,
                                        OrderFaqEntries.of(
                                                target.entries().section(),
                                                target.entries().draft(),
                                                target.entries().published(),
                                                target.entries().inWork()))
                                .get(0)
                                .id()
                                .equals(target.entries().draft())));
    }
}
