// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Makes scopes, and what labels are made of, from a few words each, so that they often meet. Not for several threads.
 */
public final class RandomScopes {
    private static final List<CustomerId> CUSTOMERS =
            List.of(CustomerId.of("4711"), CustomerId.of("4712"), CustomerId.of("a"), CustomerId.of("A"));
    private static final List<String> TEAMS = List.of("claims", "Claims", "sales");
    private static final List<Audience> AUDIENCES = List.of(
            Audience.PUBLIC,
            Audience.SIGNED_IN,
            Audience.role("broker"),
            Audience.role("Broker"),
            Audience.role("signed-in"),
            Audience.role("_' %"),
            Audience.segment("broker"),
            Audience.owners(ObjectRef.of("product", "hausrat")),
            Audience.owners(ObjectRef.of("contract", "hausrat")));
    private static final List<String> STATES = List.of("draft", "published", "archived");

    private final SplittableRandom random;

    /** Takes its decisions from this source. */
    public RandomScopes(SplittableRandom random) {
        this.random = random;
    }

    /** Returns a scope of the tenant that bounds some of the dimensions, often to little, sometimes to nothing. */
    public Scope scope(TenantId tenant) {
        return new Scope(tenant, bound(CUSTOMERS), bound(TEAMS), bound(AUDIENCES), bound(STATES));
    }

    /** Returns the customers that scopes speak of. */
    public List<CustomerId> customers() {
        return CUSTOMERS;
    }

    /** Returns one of the customers that scopes speak of. */
    public CustomerId customer() {
        return CUSTOMERS.get(random.nextInt(CUSTOMERS.size()));
    }

    /** Returns one of the teams that scopes speak of. */
    public String team() {
        return TEAMS.get(random.nextInt(TEAMS.size()));
    }

    /** Returns some of the audiences that scopes speak of, at least one. */
    public Set<Audience> audiences() {
        Set<Audience> some = some(AUDIENCES);
        return some.isEmpty() ? Set.of(AUDIENCES.get(random.nextInt(AUDIENCES.size()))) : some;
    }

    private <T> Bound<T> bound(List<T> values) {
        return random.nextInt(3) == 0 ? Bound.only(some(values)) : Bound.all();
    }

    private <T> Set<T> some(List<T> values) {
        Set<T> some = new HashSet<>();
        for (T value : values) {
            if (random.nextInt(3) == 0) {
                some.add(value);
            }
        }
        return some;
    }
}
