// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.search.model.SearchDocument.SearchFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Why somebody does not see a text, and the word that stands in such a text alone. */
enum Hidden {
    /** An article that was never published. */
    DRAFT("Quastenfrunz"),
    /** An article that was withdrawn behind what the index knows. */
    WITHDRAWN("Zwirbelmoos"),
    /** Published with a start in the future. */
    EMBARGOED("Plinkerwuchs"),
    /** Its time is over. */
    OVER("Dromelkatz"),
    /** Another customer's own. */
    OWN("Schnurfelbock"),
    /** That of a customer who may act for another one. */
    HOLDERS("Trallerquint"),
    /** Another tenant's. */
    FOREIGN("Glumpertrist"),
    /** For those who have signed in. */
    SIGNED_IN("Wespenkringel"),
    /** For a segment of customers. */
    SEGMENT("Hupfdrossel"),
    /** For whoever owns a product. */
    OWNED("Brimselkorb"),
    /** For those who write. */
    EDITORS("Knarzvogelei");

    private static final String OF_SEGMENT = "gold";
    private static final ObjectRef PRODUCT = ObjectRef.of("product", "hausrat");
    /** Is in the segment, as the holder is. */
    static final CustomerId MEMBER = CustomerId.of("4715");

    static final CustomerId OWNER = CustomerId.of("4712");
    /** Has a mandate of the owner. */
    static final CustomerId HOLDER = CustomerId.of("4713");
    /** Had one. */
    static final CustomerId FORMER_HOLDER = CustomerId.of("4714");

    final String word;

    Hidden(String word) {
        this.word = word;
    }

    /** Whether the actor may see such a text, by what the library promises; not by asking it. */
    boolean isSeenBy(Actor actor) {
        return switch (this) {
            case DRAFT, WITHDRAWN, EMBARGOED, OVER, FOREIGN -> false;
            case OWN -> speaksFor(OWNER, actor) && (actor.isCustomer(OWNER) || actor.isCustomer(HOLDER));
            case HOLDERS -> speaksFor(HOLDER, actor);
            case SIGNED_IN -> actor.isSignedIn();
            case SEGMENT -> speaksFor(MEMBER, actor) || speaksFor(HOLDER, actor);
            case OWNED -> speaksFor(OWNER, actor) && (actor.isCustomer(OWNER) || actor.isCustomer(HOLDER));
            case EDITORS -> actor.roles().contains("editor");
        };
    }

    /** In whose name somebody asks, they are; who asks in another's has nothing of their own. */
    private static boolean speaksFor(CustomerId customer, Actor actor) {
        return actor.findPrincipal().filter(customer::equals).isPresent();
    }

    /** Whether such a text is written into the index itself; the others are articles. */
    boolean isIndexed() {
        return this != DRAFT && this != WITHDRAWN;
    }

    Audience audience() {
        return switch (this) {
            case SIGNED_IN -> Audience.SIGNED_IN;
            case SEGMENT -> Audience.segment(OF_SEGMENT);
            case OWNED -> Audience.owners(PRODUCT);
            case EDITORS -> Audience.role("editor");
            default -> Audience.PUBLIC;
        };
    }

    /** What the host says of its customers' segments. */
    static Set<String> segments(Tx tx, TenantId tenant, CustomerId customer) {
        return customer.equals(MEMBER) || customer.equals(HOLDER) ? Set.of(OF_SEGMENT) : Set.of();
    }

    /** What the host says of what its customers own. */
    static Set<ObjectRef> holdings(Tx tx, TenantId tenant, CustomerId customer) {
        return customer.equals(OWNER) ? Set.of(PRODUCT) : Set.of();
    }

    SearchFacts facts(SearchFacts facts, Instant now) {
        Duration day = Duration.ofDays(1);
        return switch (this) {
            case EMBARGOED -> facts.shown(now.plus(day), null);
            case OVER -> facts.shown(null, now.minus(day));
            case OWN -> facts.of(OWNER);
            case HOLDERS -> facts.of(HOLDER);
            default -> facts;
        };
    }
}
