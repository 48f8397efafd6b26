// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.faq.model.PublishFaqEntry;
import dev.portalblocks.kb.model.AskForNeedy;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.ViewPeriod;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.MessageOrder;
import dev.portalblocks.search.model.SearchQuery;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The lists that come in pages, each of which has at least two items in {@link #prepared}'s world. */
final class Lists {
    private Lists() {}

    /**
     * A list.
     *
     * @param name what is listed
     * @param read reads a page of it
     * @param other reads a page of another query of the same operation; the same as {@code read} where there is none
     */
    record Listed(String name, Read read, Read other) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Reads a page. */
    @FunctionalInterface
    interface Read {
        Page<?> page(SampleWorld world, Actor actor, PageRequest request);
    }

    /** Returns a world in which every list has a second page of one item. */
    static SampleWorld prepared(SampleWorld world) {
        Invokers.of("kb.import.put").invoke(world.portal, world.program(), world.target);
        Invokers.of("docs.version.add").invoke(world.portal, world.program(), world.target);
        Invokers.of("kb.article.edit").invoke(world.portal, world.program(), world.target);
        world.portal
                .knowledge
                .editor()
                .publish(
                        world.program(),
                        PublishArticle.of(world.target.articles().published()));
        Invokers.of("faq.entry.change").invoke(world.portal, world.program(), world.target);
        world.portal
                .faq
                .editor()
                .publish(
                        world.program(),
                        PublishFaqEntry.of(world.target.entries().published()));
        Invokers.of("synonyms.rule.add").invoke(world.portal, world.program(), world.target);
        ImportInvokers.all().get(0).invoke(world.portal, world.program(), world.target);
        world.portal.time.forward(Duration.ofDays(2)); // nobody changed an article since
        world.index();
        return world;
    }

    static List<Listed> all() {
        return List.of(
                same(
                        "audit entries",
                        (world, actor, request) ->
                                world.portal.portal.auditTrail().list(actor, request)),
                new Listed(
                        "mandates of a holder",
                        (world, actor, request) ->
                                world.portal.portal.mandates().held(actor, SampleWorld.ANNA, request),
                        (world, actor, request) ->
                                world.portal.portal.mandates().held(actor, SampleWorld.OTTO, request)),
                new Listed(
                        "mandates of a principal",
                        (world, actor, request) ->
                                world.portal.portal.mandates().given(actor, SampleWorld.ERIKA, request),
                        (world, actor, request) ->
                                world.portal.portal.mandates().given(actor, SampleWorld.OTTO, request)),
                new Listed(
                        "dead letters",
                        (world, actor, request) ->
                                world.portal.portal.subscriptions().deadLetters(actor, Undelivered.NAME, request),
                        (world, actor, request) ->
                                world.portal.portal.subscriptions().deadLetters(actor, "archive", request)),
                new Listed(
                        "changes of a profile",
                        (world, actor, request) -> world.portal.profiles.changes(actor, SampleWorld.ERIKA, request),
                        (world, actor, request) -> world.portal.profiles.changes(actor, SampleWorld.OTTO, request)),
                new Listed(
                        "articles",
                        (world, actor, request) -> world.portal.knowledge.list(actor, null, null, request),
                        (world, actor, request) ->
                                world.portal.knowledge.list(actor, CategoryId.of(new UUID(1, 1)), null, request)),
                same(
                        "articles for editors",
                        (world, actor, request) ->
                                world.portal.knowledge.editor().list(actor, request)),
                new Listed(
                        "revisions",
                        (world, actor, request) -> world.portal
                                .knowledge
                                .editor()
                                .revisions(actor, world.target.articles().published(), request),
                        (world, actor, request) -> world.portal
                                .knowledge
                                .editor()
                                .revisions(actor, world.target.articles().draft(), request)),
                new Listed(
                        "revisions of entries",
                        (world, actor, request) -> world.portal
                                .faq
                                .editor()
                                .revisions(actor, world.target.entries().published(), request),
                        (world, actor, request) -> world.portal
                                .faq
                                .editor()
                                .revisions(actor, world.target.entries().draft(), request)),
                new Listed(
                        "imported articles",
                        (world, actor, request) ->
                                world.portal.knowledge.intake().list(actor, "tree", request),
                        (world, actor, request) ->
                                world.portal.knowledge.intake().list(actor, "handbuch", request)),
                new Listed(
                        "what needs care",
                        (world, actor, request) -> world.portal
                                .knowledge
                                .health()
                                .needy(actor, AskForNeedy.ofAll(HealthInvokers.MEASURES), request),
                        (world, actor, request) -> world.portal
                                .knowledge
                                .health()
                                .needy(
                                        actor,
                                        AskForNeedy.ofAll(HealthInvokers.MEASURES)
                                                .of("lena"),
                                        request)),
                new Listed(
                        "what is seen most",
                        (world, actor, request) ->
                                world.portal.knowledge.views().most(actor, days(2020), request),
                        (world, actor, request) ->
                                world.portal.knowledge.views().most(actor, days(2021), request)),
                same(
                        "exported articles",
                        (world, actor, request) ->
                                world.portal.knowledge.export().list(actor, request)),
                same(
                        "entries for editors",
                        (world, actor, request) -> world.portal.faq.editor().list(actor, request)),
                same("synonym rules", (world, actor, request) -> world.portal.synonyms.list(actor, request)),
                same("conversations", (world, actor, request) -> world.portal.inbox.conversations(actor, request)),
                new Listed(
                        "messages",
                        (world, actor, request) -> world.portal.inbox.messages(
                                actor, conversation(world), MessageOrder.OLDEST_FIRST, request),
                        (world, actor, request) -> world.portal.inbox.messages(
                                actor, conversation(world), MessageOrder.NEWEST_FIRST, request)),
                same(
                        "conversations for staff",
                        (world, actor, request) -> world.portal.inbox.desk().conversations(actor, request)),
                new Listed(
                        "messages for staff",
                        (world, actor, request) -> world.portal
                                .inbox
                                .desk()
                                .messages(actor, conversation(world), MessageOrder.NEWEST_FIRST, request),
                        (world, actor, request) -> world.portal
                                .inbox
                                .desk()
                                .messages(
                                        actor,
                                        world.target
                                                .of(SampleWorld.OTTO)
                                                .letters()
                                                .conversation(),
                                        MessageOrder.NEWEST_FIRST,
                                        request)),
                new Listed(
                        "notes",
                        (world, actor, request) -> world.portal.inbox.desk().notes(actor, conversation(world), request),
                        (world, actor, request) -> world.portal
                                .inbox
                                .desk()
                                .notes(
                                        actor,
                                        world.target
                                                .of(SampleWorld.OTTO)
                                                .letters()
                                                .conversation(),
                                        request)),
                new Listed(
                        "documents",
                        (world, actor, request) -> world.portal.vault.list(actor, SampleWorld.ERIKA, request),
                        (world, actor, request) -> world.portal.vault.list(actor, SampleWorld.OTTO, request)),
                new Listed(
                        "documents of a folder",
                        (world, actor, request) -> world.portal.vault.inFolder(
                                actor, SampleWorld.ERIKA, world.target.papers().folder(), request),
                        (world, actor, request) ->
                                world.portal.vault.inFolder(actor, SampleWorld.ERIKA, null, request)),
                new Listed(
                        "versions of a document",
                        (world, actor, request) -> world.portal.vault.versions(
                                actor, world.target.papers().document(), request),
                        (world, actor, request) -> world.portal.vault.versions(
                                actor,
                                world.target.of(SampleWorld.OTTO).papers().document(),
                                request)),
                new Listed(
                        "hits",
                        (world, actor, request) -> world.portal
                                .search
                                .find(actor, SearchQuery.of(SampleWorld.WORD), request)
                                .hits(),
                        (world, actor, request) -> world.portal
                                .search
                                .find(actor, SearchQuery.of("Sturm"), request)
                                .hits()));
    }

    /** From this year on. */
    private static ViewPeriod days(int year) {
        return new ViewPeriod(LocalDate.of(year, 1, 1), LocalDate.of(2999, 1, 1));
    }

    private static ConversationId conversation(SampleWorld world) {
        return world.target.letters().conversation();
    }

    private static Listed same(String name, Read read) {
        return new Listed(name, read, read);
    }
}
