// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.CustomerId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A way to translate a scope wrongly into a query.
 *
 * @param dimension what is translated wrongly
 * @param slip in which respect
 */
public record ScopeMutation(Dimension dimension, Slip slip) {
    /** What a scope bounds. */
    public enum Dimension {
        TENANT,
        CUSTOMERS,
        TEAMS,
        AUDIENCES,
        STATES
    }

    /** What is wrong. */
    public enum Slip {
        /** The bound is forgotten. */
        FORGOTTEN,
        /** A bound that names values admits none. */
        NOTHING,
        /** Upper and lower case are the same. */
        CASELESS
    }

    /** Returns the scope as a wrong query understands it; the tenant is {@link ScopeMutants}' to mistake. */
    Scope of(Scope scope) {
        return switch (dimension) {
            case TENANT -> scope;
            case CUSTOMERS ->
                new Scope(
                        scope.tenant(),
                        wrong(scope.customers(), id -> CustomerId.of(otherCase(id.value()))),
                        scope.teams(),
                        scope.audiences(),
                        scope.states());
            case TEAMS ->
                new Scope(
                        scope.tenant(),
                        scope.customers(),
                        wrong(scope.teams(), ScopeMutation::otherCase),
                        scope.audiences(),
                        scope.states());
            case AUDIENCES ->
                new Scope(
                        scope.tenant(),
                        scope.customers(),
                        scope.teams(),
                        wrong(scope.audiences(), ScopeMutation::otherCase),
                        scope.states());
            case STATES ->
                new Scope(
                        scope.tenant(),
                        scope.customers(),
                        scope.teams(),
                        scope.audiences(),
                        wrong(scope.states(), UnaryOperator.identity()));
        };
    }

    private <T> Bound<T> wrong(Bound<T> bound, UnaryOperator<T> otherCase) {
        if (!(bound instanceof Bound.Only<T> only)) {
            return bound;
        }
        return switch (slip) {
            case FORGOTTEN -> Bound.all();
            case NOTHING -> Bound.only(Set.of());
            case CASELESS -> {
                Set<T> both = new HashSet<>(only.values());
                only.values().forEach(value -> both.add(otherCase.apply(value)));
                yield Bound.only(both);
            }
        };
    }

    /** Returns the text with its first letter in the other case. */
    private static String otherCase(String text) {
        String first = text.substring(0, 1);
        String upper = first.toUpperCase(Locale.ROOT);
        return (first.equals(upper) ? first.toLowerCase(Locale.ROOT) : upper) + text.substring(1);
    }

    private static Audience otherCase(Audience audience) {
        String role = "role:";
        String token = audience.token();
        return token.startsWith(role) ? Audience.role(otherCase(token.substring(role.length()))) : audience;
    }
}
