// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.event.Delivery;
import dev.portalblocks.core.event.EventSubscriber;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.EventRelay;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.search.Search;
import dev.portalblocks.tck.Seed;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Calls public methods with a marker in every text of the command, and of the actor: so that the call comes to its end, and
 * in every way so that it does not.
 */
final class MarkedCalls {
    private static final boolean DEEP = Boolean.getBoolean("portal.deep");
    /** Texts that may be longer are not made too long in an ordinary build. */
    private static final int LONG = DEEP ? Integer.MAX_VALUE : 100_000;

    private final MarkedGround ground;
    private final Markers markers;
    private final Services services;
    private final Set<String> marked = new TreeSet<>();
    private final List<String> refused = new ArrayList<>();
    private final List<SampleWorld> worlds = new ArrayList<>();
    private int calls;
    private SampleWorld world;
    private Asset picture;

    MarkedCalls(MarkedGround ground, Markers markers) {
        this.ground = ground;
        this.markers = markers;
        services = new Services(ground.portal);
        nextWorld();
    }

    /** Returns the places whose markers were in a call that came to its end. */
    Set<String> marked() {
        return marked;
    }

    /** Returns the calls that should have come to their end and did not. */
    List<String> refused() {
        return refused;
    }

    int calls() {
        return calls;
    }

    void nextWorld() {
        world = new SampleWorld(ground.portal);
        worlds.add(world);
        picture = Callers.picture(world);
    }

    /** Calls every method with marks on its actor alone: as somebody who may, as nobody, and under a policy that fails. */
    void markActorOf(Invoker invoker) {
        Actor actor = marked(Callers.of(invoker.operation(), world));
        marked.add("Actor roles[]");
        marked.add("Actor attributes{}");
        marked.add("Actor attributes[]");
        run(invoker + " by " + actor.kind(), () -> invoker.invoke(world.portal, actor, world.target));
        if (DEEP) {
            for (Actor other : List.of(marked(Actor.anonymous(world.here)), marked(mandated()))) {
                run(invoker + " by " + other.kind(), () -> invoker.invoke(world.portal, other, world.target));
            }
            run(invoker + " at nothing", () -> invoker.invoke(world.portal, actor, Target.absent()));
        }
        world.portal.policy.follow((tx, asking, permission) -> {
            throw new IllegalStateException("no rule for " + asking.roles() + asking.attributes());
        });
        run(invoker + " under a policy that fails", () -> invoker.invoke(world.portal, actor, world.target));
        world.portal.policy.follow(dev.portalblocks.core.access.RolePolicy.standard());
    }

    private Actor mandated() {
        return world.mandated(world.here, SampleWorld.ERIKA);
    }

    /** Brings the index up to date with all that was marked, and searches in it. */
    void index() {
        worlds.forEach(SampleWorld::index);
        Places.methods().stream()
                .filter(method -> method.getDeclaringClass() == Search.class
                        && !Places.of(method).isEmpty())
                .forEach(this::mark);
    }

    /** Brings every event to somebody who refuses it and says in which words. */
    void deliver() {
        EventRelay relay = ground.portal.portal.relay(new EventSubscriber() {
            @Override
            public String name() {
                return "refuses";
            }

            @Override
            public void receive(Delivery delivery) {
                throw new IllegalStateException("not " + delivery.event());
            }
        });
        run("a relay", relay::run);
        run("the relay's next run", relay::run);
    }

    /** Calls a method in every way. */
    void mark(Method method) {
        Actor actor = marked(Callers.of(method, world));
        Markers.Texts fitting = markers.texts(Markers.Fit.FITTING);
        Throwable thrown = call(method, actor, world.target, fitting, false);
        if (thrown == null) {
            marked.addAll(fitting.given().keySet());
        } else {
            refused.add(Ways.signature(method) + ": " + thrown);
        }
        call(method, actor, world.target, fitting, false);
        call(method, actor, world.target, withTheKeyOf(fitting), false);
        callUnprepared(method, actor, markers.texts(Markers.Fit.EVERYWHERE));
        call(method, actor, world.target, markers.texts(Markers.Fit.FITTING), true);
        call(method, actor, Target.absent(), markers.texts(Markers.Fit.FITTING), false);
        Actor nobody = marked(Actor.anonymous(world.here));
        call(method, nobody, world.target, markers.texts(Markers.Fit.FITTING), false);
        spoil(method, actor);
        failBeneath(method, actor);
        ground.traces.lookAtNames(Ways.signature(method));
    }

    private static Handed.Texts withTheKeyOf(Markers.Texts before) {
        Markers.Texts others = before.others();
        return place -> place.endsWith("idempotencyKey") ? before.at(place) : others.at(place);
    }

    /** Each text is too long for its place, or holds what no database keeps, or breaks the line. */
    private void spoil(Method method, Actor actor) {
        for (Place spoilt : Places.of(method)) {
            String much = " x".repeat(spoilt.max() > LONG ? 1 : spoilt.max());
            List<String> spoiling = List.of("\u0000", "\n\ud800", much, " ");
            int turn = Math.floorMod(spoilt.name().hashCode() + Seed.value(), spoiling.size());
            for (String more : DEEP ? spoiling : spoiling.subList(turn, turn + 1)) {
                Markers.Texts texts = markers.texts(Markers.Fit.EVERYWHERE);
                call(method, actor, world.target, place -> bad(place, spoilt, texts, more), false);
            }
        }
    }

    private static @Nullable String bad(Place place, Place spoilt, Markers.Texts texts, String more) {
        String text = texts.at(place);
        return place.name().equals(spoilt.name()) ? texts.wordAt(place) + more : text;
    }

    /** The database refuses each statement in turn, and quotes all that it was given. */
    private void failBeneath(Method method, Actor actor) {
        Markers.Texts texts = markers.texts(Markers.Fit.FITTING);
        ContentRef attachment = Callers.attachment(world, method);
        for (int n = 1; ; n += DEEP ? 1 : 10) {
            ground.sql.failAt(n);
            run(
                    Ways.signature(method) + " failing at " + n,
                    () -> services.call(
                            method,
                            new Handed(method, world.target, texts, attachment, picture, false).arguments(actor)));
            boolean failed = ground.sql.hasFailed();
            ground.sql.failAt(0);
            if (!failed) {
                return;
            }
        }
    }

    private @Nullable Throwable call(Method method, Actor actor, Target target, Handed.Texts texts, boolean stale) {
        ContentRef attachment = Callers.attachment(world, method);
        return run(
                Ways.signature(method),
                () -> services.call(
                        method,
                        new Handed(
                                        method,
                                        target,
                                        place -> Callers.known(world, place, texts.at(place)),
                                        attachment,
                                        picture,
                                        stale)
                                .arguments(actor)));
    }

    /** Nobody knows the team or the topic. */
    private void callUnprepared(Method method, Actor actor, Handed.Texts texts) {
        ContentRef attachment = Callers.attachment(world, method);
        run(
                Ways.signature(method),
                () -> services.call(
                        method, new Handed(method, world.target, texts, attachment, picture, false).arguments(actor)));
    }

    private @Nullable Throwable run(String call, Runnable work) {
        calls++;
        Throwable thrown = null;
        try {
            work.run();
        } catch (PortalException e) {
            thrown = e;
        } catch (RuntimeException e) {
            thrown = e;
            refused.add(call + " threw " + e);
        }
        ground.traces.lookAfter(call, thrown);
        return thrown;
    }

    private Actor marked(Actor actor) {
        Set<String> roles = new HashSet<>(actor.roles());
        roles.add(markers.word("Actor roles[]"));
        Map<String, String> attributes = new HashMap<>();
        attributes.put(markers.word("Actor attributes{}"), markers.word("Actor attributes[]"));
        return actor.withRoles(roles.toArray(String[]::new)).withAttributes(attributes);
    }
}
