// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.ContentCare;
import dev.portalblocks.core.event.EndSubscription;
import dev.portalblocks.core.event.EventStore;
import dev.portalblocks.core.event.Subscription;
import dev.portalblocks.core.event.SubscriptionStore;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.messaging.model.UploadAttachment;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.ProfilePatch;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Operations that take another way through the stores once something else has happened.
 *
 * @param invoker calls the operation
 * @param before what has happened
 */
record PreparedCalls(Invoker invoker, Consumer<SampleWorld> before) {
    private static final int ALL = 10_000;
    private static final String ALONE = "ledger";

    /** Returns the operation as it is in a world that nobody has touched. */
    static PreparedCalls unprepared(Invoker invoker) {
        return new PreparedCalls(invoker, world -> {});
    }

    static List<PreparedCalls> all() {
        return List.of(
                again("mandates.grant"),
                again("desk.note.add"),
                unprepared(new Invoker("Profiles.change(Actor, ChangeProfile)", "profile.change", FIRST_CHANGE)),
                unprepared(new Invoker("KnowledgeEditor.edit(Actor, EditArticle)", "kb.article.edit", EDIT)),
                new PreparedCalls(Invokers.of("core.event.expire"), PreparedCalls::delivered),
                new PreparedCalls(Invokers.of("core.content.sweep"), PreparedCalls::unused),
                new PreparedCalls(
                        new Invoker("Subscriptions.end(Actor, EndSubscription)", "subscriptions.end", END_ALONE),
                        PreparedCalls::alone),
                new PreparedCalls(
                        StoreInvokers.writing(
                                "SubscriptionStore.take",
                                (core, tx, tenant) -> core.subscriptions().take(tx, crm(tenant))),
                        PreparedCalls::ended));
    }

    private static Subscription crm(TenantId tenant) {
        return new Subscription(tenant, Undelivered.NAME);
    }

    /** No other tenant has it. */
    private static void alone(SampleWorld world) {
        Undelivered.in(world.portal, new Subscription(world.here, ALONE), SampleWorld.ERIKA);
    }

    /** Others still have it. */
    private static void ended(SampleWorld world) {
        world.portal.core.domain().write(tx -> world.portal.core.subscriptions().end(tx, crm(world.here)));
    }

    private static final Invoker.Call END_ALONE = (portal, actor, target) -> {
        portal.portal.subscriptions().end(actor, EndSubscription.of(ALONE));
        return true;
    };

    /** Of somebody who has no profile yet. */
    private static final Invoker.Call FIRST_CHANGE = (portal, actor, target) -> {
        CustomerId fresh = CustomerId.of("4798");
        ProfilePatch patch = ProfilePatch.builder().email("neu@example.org").build();
        return portal.profiles
                .change(actor, ChangeProfile.of(fresh, patch))
                .customer()
                .equals(fresh);
    };

    /** Of an article with a picture, which has to be there. */
    private static final Invoker.Call EDIT = (portal, actor, target) -> {
        ArticleId pictured = target.articles().ofState().get("draft");
        var editor = portal.knowledge.editor();
        return editor.edit(
                                actor,
                                EditArticle.of(
                                        pictured, editor.find(actor, pictured).draft()))
                        .version()
                > 1;
    };

    /** The same was done before, with the same key. */
    private static PreparedCalls again(String operation) {
        Invoker invoker = Invokers.of(operation);
        return new PreparedCalls(invoker, world -> invoker.invoke(world.portal, world.program(), world.target));
    }

    /** All events have their place, and the subscriber has had them. */
    private static void delivered(SampleWorld world) {
        EventStore events = world.portal.core.events();
        SubscriptionStore subscriptions = world.portal.core.subscriptions();
        Subscription crm = crm(world.here);
        world.portal.core.domain().write(tx -> events.settle(tx, world.here, ALL));
        world.portal.core.domain().write((Tx tx) -> {
            subscriptions.take(tx, crm);
            subscriptions.feed(tx, crm, List.of(), events.end(tx, world.here), Instant.EPOCH);
            return true;
        });
    }

    /** No other ones, which would be kept once. */
    private static ByteArrayInputStream bytes() {
        return new ByteArrayInputStream("never sent".getBytes(StandardCharsets.UTF_8));
    }

    /** Somebody uploaded, and never sent. */
    private static void unused(SampleWorld world) {
        world.portal.inbox.uploadAttachment(
                Actor.customer(world.here, SampleWorld.ERIKA), UploadAttachment.undeclared(), bytes());
        world.portal.time.forward(ContentCare.UNUSED.plus(Duration.ofMinutes(1)));
    }
}
