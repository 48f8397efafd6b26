// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.faq.Faq;
import dev.portalblocks.faq.model.AddFaqEntry;
import dev.portalblocks.faq.model.AddFaqSection;
import dev.portalblocks.faq.model.ChangeFaqEntry;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqText;
import dev.portalblocks.faq.model.MoveFaqEntry;
import dev.portalblocks.faq.model.OrderFaqEntries;
import dev.portalblocks.faq.model.OrderFaqSections;
import dev.portalblocks.faq.model.PublishFaqEntry;
import dev.portalblocks.faq.model.RemoveFaqEntry;
import dev.portalblocks.faq.model.RemoveFaqSection;
import dev.portalblocks.faq.model.RenameFaqSection;
import dev.portalblocks.faq.model.WithdrawFaqEntry;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the commands of the FAQ can't be. */
final class FaqMisfits {
    private static final FaqContent GOOD = SampleWorld.entry("Wie?");

    private FaqMisfits() {}

    static List<Misfit> all() {
        return Stream.of(contents(), entries(), FaqWorkflowMisfits.all(), sections())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Misfit> contents() {
        return List.of(
                text("question", "not-blank", " ", "Antwort"),
                text("question", "size", Misfit.text(501), "Antwort"),
                text("question", "pattern", Misfit.PRIVATE + "\n?", "Antwort"),
                text("answer", "not-blank", "Frage?", " "),
                text("answer", "size", "Frage?", Misfit.text(20_001)),
                text("answer", "pattern", "Frage?", Misfit.PRIVATE + "\u0000"),
                text("shortAnswer", "size", FaqText.of("Frage?", "Antwort").inShort(Misfit.text(301))),
                text("shortAnswer", "pattern", FaqText.of("Frage?", "Antwort").inShort(Misfit.PRIVATE + "\n")),
                content("language", "not-null", new FaqContent(null, Map.of(), Set.of(Audience.PUBLIC))),
                content("texts", "not-empty", new FaqContent(LanguageTag.GERMAN, Map.of(), Set.of(Audience.PUBLIC))),
                content(
                        "texts",
                        "size",
                        new FaqContent(
                                LanguageTag.of("aaa"), many(FaqText.of("Frage?", "Antwort")), Set.of(Audience.PUBLIC))),
                content("audiences", "not-empty", GOOD.forAudiences()),
                content(
                        "audiences",
                        "size",
                        GOOD.forAudiences(IntStream.range(0, 51)
                                .mapToObj(number -> Audience.role("r" + number))
                                .toArray(Audience[]::new))));
    }

    private static List<Misfit> entries() {
        return List.of(
                of(
                        "AddFaqEntry.section",
                        "section",
                        "not-null",
                        (faq, actor, target) -> faq.editor().add(actor, AddFaqEntry.of(null, GOOD))),
                of(
                        "AddFaqEntry.content",
                        "content",
                        "not-null",
                        (faq, actor, target) -> faq.editor()
                                .add(actor, AddFaqEntry.of(target.entries().section(), null))),
                of(
                        "ChangeFaqEntry.entry",
                        "entry",
                        "not-null",
                        (faq, actor, target) -> faq.editor().change(actor, ChangeFaqEntry.of(null, GOOD))),
                of(
                        "ChangeFaqEntry.content",
                        "content",
                        "not-null",
                        (faq, actor, target) -> faq.editor()
                                .change(
                                        actor,
                                        ChangeFaqEntry.of(target.entries().draft(), null))),
                of(
                        "MoveFaqEntry.entry",
                        "entry",
                        "not-null",
                        (faq, actor, target) -> faq.editor()
                                .move(
                                        actor,
                                        new MoveFaqEntry(null, target.entries().empty()))),
                of(
                        "MoveFaqEntry.section",
                        "section",
                        "not-null",
                        (faq, actor, target) -> faq.editor()
                                .move(actor, new MoveFaqEntry(target.entries().draft(), null))),
                of("RemoveFaqEntry.entry", "entry", "not-null", (faq, actor, target) -> {
                    faq.editor().remove(actor, RemoveFaqEntry.of(null));
                    return true;
                }),
                of(
                        "PublishFaqEntry.entry",
                        "entry",
                        "not-null",
                        (faq, actor, target) -> faq.editor().publish(actor, PublishFaqEntry.of(null))),
                of(
                        "WithdrawFaqEntry.entry",
                        "entry",
                        "not-null",
                        (faq, actor, target) -> faq.editor().withdraw(actor, WithdrawFaqEntry.of(null))),
                of(
                        "OrderFaqEntries.section",
                        "section",
                        "not-null",
                        (faq, actor, target) ->
                                faq.outline().orderEntries(actor, new OrderFaqEntries(null, List.of()))),
                of(
                        "OrderFaqEntries.entries",
                        "entries",
                        "size",
                        (faq, actor, target) -> faq.outline()
                                .orderEntries(
                                        actor,
                                        new OrderFaqEntries(
                                                target.entries().section(),
                                                Collections.nCopies(
                                                        1_001, target.entries().draft())))));
    }

    private static List<Misfit> sections() {
        return List.of(
                title("title", "not-empty", Map.of()),
                title("title", "size", many("x")),
                title("title[de].<map value>", "not-blank", Map.of(LanguageTag.GERMAN, " ")),
                title("title[de].<map value>", "size", Map.of(LanguageTag.GERMAN, Misfit.text(201))),
                title("title[de].<map value>", "pattern", Map.of(LanguageTag.GERMAN, "a\nb")),
                renamed("title", "not-empty", Map.of()),
                renamed("title", "size", many("x")),
                renamed("title[de].<map value>", "not-blank", Map.of(LanguageTag.GERMAN, " ")),
                renamed("title[de].<map value>", "size", Map.of(LanguageTag.GERMAN, Misfit.text(201))),
                renamed("title[de].<map value>", "pattern", Map.of(LanguageTag.GERMAN, "a\nb")),
                of(
                        "RenameFaqSection.section",
                        "section",
                        "not-null",
                        (faq, actor, target) -> faq.outline()
                                .rename(actor, new RenameFaqSection(null, Map.of(LanguageTag.GERMAN, "a"), null))),
                of("RemoveFaqSection.section", "section", "not-null", (faq, actor, target) -> {
                    faq.outline().remove(actor, RemoveFaqSection.of(null));
                    return true;
                }),
                of(
                        "OrderFaqSections.sections",
                        "sections",
                        "size",
                        (faq, actor, target) -> faq.outline()
                                .order(
                                        actor,
                                        new OrderFaqSections(Collections.nCopies(
                                                1_001, target.entries().empty())))));
    }

    /** Returns the value in one language more than is allowed. */
    private static <T> Map<LanguageTag, T> many(T value) {
        return IntStream.range(0, 51)
                .mapToObj(number -> LanguageTag.of("a" + (char) ('a' + number / 26) + (char) ('a' + number % 26)))
                .collect(Collectors.toMap(language -> language, language -> value));
    }

    private interface Use {
        Object of(Faq faq, Actor actor, Target target);
    }

    private static Misfit of(String field, String path, String code, Use use) {
        return new Misfit(field, path, code, (portal, actor, target) -> use.of(portal.faq, actor, target) != null);
    }

    private static Misfit content(String field, String code, FaqContent content) {
        return of(
                "FaqContent." + field,
                "content." + field,
                code,
                (faq, actor, target) ->
                        faq.editor().add(actor, AddFaqEntry.of(target.entries().section(), content)));
    }

    private static Misfit text(String field, String code, String question, String answer) {
        return text(field, code, FaqText.of(question, answer));
    }

    private static Misfit text(String field, String code, FaqText text) {
        FaqContent content =
                new FaqContent(LanguageTag.GERMAN, Map.of(LanguageTag.GERMAN, text), Set.of(Audience.PUBLIC));
        return of(
                "FaqText." + field,
                "content.texts[de]." + field,
                code,
                (faq, actor, target) -> faq.editor()
                        .change(actor, ChangeFaqEntry.of(target.entries().draft(), content)));
    }

    private static Misfit title(String path, String code, Map<LanguageTag, String> title) {
        return of(
                "AddFaqSection.title",
                path,
                code,
                (faq, actor, target) -> faq.outline().add(actor, new AddFaqSection(title, null)));
    }

    private static Misfit renamed(String path, String code, Map<LanguageTag, String> title) {
        return of(
                "RenameFaqSection.title",
                path,
                code,
                (faq, actor, target) -> faq.outline()
                        .rename(actor, new RenameFaqSection(target.entries().section(), title, null)));
    }
}
