// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.model.UploadAsset;
import dev.portalblocks.messaging.model.UploadAttachment;
import dev.portalblocks.messaging.model.UploadForCustomer;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who may call which method, and what has to be there so that the call can come to its end. */
final class Callers {
    private static final Rules RULES = Rules.checkedIn();
    private static final Map<String, String> OPERATIONS =
            Invokers.all().stream().collect(Collectors.toMap(Invoker::method, Invoker::operation));
    private static final int MAX_TEAM = 100;

    private Callers() {}

    /** Returns somebody whom the rules let carry out the operation. */
    static Actor of(String operation, SampleWorld world) {
        return RULES.of(operation).stream()
                .filter(rule -> rule.tenant() == Rule.Tenant.OWN && rule.outcome() == Rule.Outcome.ALLOWED)
                .filter(rule -> rule.customer() != Rule.Customer.MANDATED)
                .map(Rule::actor)
                .findFirst()
                .orElse(new Rule.Who(Actor.Kind.SYSTEM, "", false))
                .in(world.here);
    }

    static Actor of(Method method, SampleWorld world) {
        return of(operation(method), world);
    }

    /** Returns the name of the operation that the method is. */
    static String operation(Method method) {
        return Objects.requireNonNull(OPERATIONS.get(Ways.signature(method)), () -> method + " has no invoker");
    }

    /** Returns a picture of the knowledge base's. */
    static Asset picture(SampleWorld world) {
        return world.portal
                .knowledge
                .editor()
                .upload(world.program(), new UploadAsset(SampleArticles.PICTURE, "image/png"), SampleWorld.picture());
    }

    /** Returns something that the method's actor may attach; where nothing is attached, what was attached before. */
    static ContentRef attachment(SampleWorld world, Method method) {
        if (Places.of(method).stream().noneMatch(place -> place.path().contains("attachments"))) {
            return world.target.letters().attachment();
        }
        Actor actor = of(method, world);
        return actor.kind() == Actor.Kind.CUSTOMER
                ? world.portal
                        .inbox
                        .uploadAttachment(actor, UploadAttachment.undeclared(), SampleWorld.picture())
                        .content()
                : world.portal
                        .inbox
                        .desk()
                        .uploadAttachment(actor, UploadForCustomer.of(world.target.customer()), SampleWorld.picture())
                        .content();
    }

    /** Returns the text, which a team has got as its name where it is one's, or a topic: the host knows its teams. */
    static @Nullable String known(SampleWorld world, Place place, @Nullable String text) {
        boolean isTeam = place.endsWith("team") || place.endsWith("topic");
        if (isTeam
                && text != null
                && text.length() <= MAX_TEAM
                && text.codePoints().noneMatch(Callers::isUnstorable)) {
            world.portal.team(world.here, text, Set.of("agent", "one"));
        }
        return text;
    }

    private static boolean isUnstorable(int point) {
        return point == 0 || Character.getType(point) == Character.SURROGATE;
    }
}
