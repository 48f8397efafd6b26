// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.access;

import dev.portalblocks.core.access.AccessRule.Condition;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.tx.Tx;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The policy that is data: a list of {@linkplain AccessRule rules}. What no rule grants is denied; where several do, the
 * one that reaches furthest counts. It applies when the host brings none, with each permission's own rules.
 *
 * <p>Immutable.
 */
public final class RolePolicy implements SettledPolicy {
    private static final List<Condition> FURTHEST_FIRST =
            List.of(Condition.TENANT, Condition.TEAM, Condition.OWN, Condition.ACTS_FOR, Condition.PUBLISHED);

    private final Map<String, List<AccessRule>> named;
    private final boolean standard;
    private final @Nullable Directories directories;
    private final Map<Permission, List<AccessRule>> furthestFirst = new ConcurrentHashMap<>(); // each decision asks

    private RolePolicy(Map<String, List<AccessRule>> named, boolean standard, @Nullable Directories directories) {
        this.named = named;
        this.standard = standard;
        this.directories = directories;
    }

    /** Returns the policy in which every permission has the rules that its block declares. */
    public static RolePolicy standard() {
        return new RolePolicy(Map.of(), true, null);
    }

    /** Returns the policy of these rules and no other: a permission of which they say nothing is nobody's. */
    public static RolePolicy of(Collection<AccessRule> rules) {
        return new RolePolicy(
                rules.stream().collect(Collectors.groupingBy(AccessRule::permission, Collectors.toUnmodifiableList())),
                false,
                null);
    }

    /** Returns this policy as rules, for these permissions, by their names: {@link #of} makes the same policy of them. */
    public List<AccessRule> rules(Collection<Permission> permissions) {
        return permissions.stream()
                .distinct()
                .sorted(Comparator.comparing(Permission::name))
                .flatMap(permission -> rules(permission).stream())
                .toList();
    }

    /** Returns the rules that grant nothing: of a permission that is none of these, or on a condition it does not admit. */
    public List<AccessRule> misfits(Collection<Permission> permissions) {
        return named.values().stream()
                .flatMap(List::stream)
                .filter(rule -> permissions.stream().noneMatch(permission -> fits(rule, permission)))
                .toList();
    }

    /**
     * Returns this policy with one permission given to these roles, too, each for what its reach says; those that have it
     * keep it.
     *
     * @throws IllegalArgumentException for a permission of readers, which asks for audiences and not for roles, and for one
     *     that is the customers' alone
     */
    public RolePolicy grant(Permission permission, String... roles) {
        return with(permission, Stream.concat(rules(permission).stream(), ofRoles(permission, roles)));
    }

    /**
     * Returns this policy with one permission for these roles only, for no staff when there are none. Customers keep what
     * is theirs, and programs the whole tenant.
     *
     * @throws IllegalArgumentException as {@link #grant}
     */
    public RolePolicy restrict(Permission permission, String... roles) {
        Stream<AccessRule> others = rules(permission).stream().filter(rule -> rule.kind() != Actor.Kind.AGENT);
        return with(permission, Stream.concat(others, ofRoles(permission, roles)));
    }

    /**
     * Returns this policy with one permission given to these roles, {@code supervisor}, for what any team handles.
     *
     * @throws IllegalArgumentException for a permission that does not reach by teams
     */
    public RolePolicy acrossTeams(Permission permission, String... roles) {
        if (permission.reach() != Permission.Reach.TEAMS) {
            throw new IllegalArgumentException("Not bounded by teams: " + permission.name());
        }
        Stream<AccessRule> more =
                Arrays.stream(roles).map(role -> AccessRule.ofRole(role, permission.name(), Condition.TENANT));
        return with(permission, Stream.concat(rules(permission).stream(), more));
    }

    /**
     * Returns this policy without what it grants of a permission on one condition: without {@link Condition#ACTS_FOR} nobody
     * uses it in another's name, whatever a mandate says.
     */
    public RolePolicy without(Permission permission, Condition condition) {
        Predicate<AccessRule> stays = rule -> rule.condition() != condition;
        return with(permission, rules(permission).stream().filter(stays));
    }

    /**
     * Returns this policy with where to ask for an agent's teams and a customer's segments and holdings; without it nobody is in
     * any or owns anything. What it was told first stays: a portal tells its own to a policy that knows none yet.
     */
    @Override
    public RolePolicy knowing(Directories known) {
        return directories != null ? this : new RolePolicy(named, standard, known);
    }

    @Override
    public Decision decide(Tx tx, Actor actor, Permission permission) {
        Condition furthest = furthest(furthestFirst(permission), actor);
        return furthest == null ? Decision.deny() : Decision.allow(scope(tx, actor, furthest));
    }

    /** Teams, segments, holdings and mandates are asked for; all else follows from the actor. */
    @Override
    public Settled settled(Permission permission) {
        Map<Actor.Kind, List<AccessRule>> rules = new EnumMap<>(Actor.Kind.class);
        furthestFirst(permission)
                .forEach(rule -> rules.computeIfAbsent(rule.kind(), kind -> new ArrayList<>())
                        .add(rule));
        return new SettledByRules(rules);
    }

    /** What follows of one permission from the actor alone. */
    private static final class SettledByRules implements Settled {
        private final Map<Actor.Kind, List<AccessRule>> furthestFirst;

        SettledByRules(Map<Actor.Kind, List<AccessRule>> furthestFirst) {
            this.furthestFirst = furthestFirst;
        }

        @Override
        public boolean admits(Actor actor, AccessLabel object) {
            Condition furthest = condition(actor, object);
            if (furthest == null) {
                return false;
            }
            return switch (furthest) {
                case TENANT -> true;
                case OWN -> object.customer() == null || actor.isCustomer(object.customer());
                case PUBLISHED -> asReader(actor, Readership.known(actor)).covers(object);
                case TEAM, ACTS_FOR -> false;
            };
        }

        /** A host that is asked about a customer could name any audience that it can be asked about. */
        @Override
        public boolean excludes(Actor actor, AccessLabel object) {
            return condition(actor, object) == Condition.PUBLISHED
                    && !admits(actor, object)
                    && (actor.findPrincipal().isEmpty() || !Readership.isAsked(object.audiences()));
        }

        private @Nullable Condition condition(Actor actor, AccessLabel object) {
            return actor.tenant().equals(object.tenant())
                    ? furthest(furthestFirst.getOrDefault(actor.kind(), List.of()), actor)
                    : null;
        }
    }

    private List<AccessRule> furthestFirst(Permission permission) {
        return furthestFirst.computeIfAbsent(permission, this::sorted);
    }

    private List<AccessRule> sorted(Permission permission) {
        return rules(permission).stream()
                .filter(rule -> fits(rule, permission))
                .sorted(Comparator.comparing(rule -> FURTHEST_FIRST.indexOf(rule.condition())))
                .toList();
    }

    private static @Nullable Condition furthest(List<AccessRule> furthestFirst, Actor actor) {
        for (AccessRule rule : furthestFirst) {
            if (rule.isAbout(actor)) {
                return rule.condition();
            }
        }
        return null;
    }

    private List<AccessRule> rules(Permission permission) {
        List<AccessRule> none = standard ? permission.rules() : List.of();
        return named.getOrDefault(permission.name(), none);
    }

    private static boolean fits(AccessRule rule, Permission permission) {
        return rule.permission().equals(permission.name()) && permission.reach().admits(rule.condition());
    }

    private static Stream<AccessRule> ofRoles(Permission permission, String... roles) {
        Condition condition = switch (permission.reach()) {
            case READERS -> throw new IllegalArgumentException("Readers need no role for " + permission.name());
            case CUSTOMERS ->
                throw new IllegalArgumentException("No role speaks in a customer's name: " + permission.name());
            case TEAMS -> Condition.TEAM;
            case OWNERS, STAFF -> Condition.TENANT;
        };
        return Arrays.stream(roles).map(role -> AccessRule.ofRole(role, permission.name(), condition));
    }

    private RolePolicy with(Permission permission, Stream<AccessRule> rules) {
        Map<String, List<AccessRule>> more = new HashMap<>(named);
        more.put(permission.name(), rules.distinct().toList());
        return new RolePolicy(Map.copyOf(more), standard, directories);
    }

    /** Teams, segments and holdings are asked for anew in each transaction, so that who left one is out of it at once. */
    private Scope scope(Tx tx, Actor actor, Condition condition) {
        Scope all = Scope.wholeTenant(actor.tenant());
        return switch (condition) {
            case PUBLISHED -> asReader(actor, Readership.asked(tx, actor, directories));
            case OWN, ACTS_FOR -> all.ofCustomers(Bound.only(principal(actor)));
            case TEAM -> all.ofTeams(Bound.only(teams(tx, actor)));
            case TENANT -> all;
        };
    }

    private Set<String> teams(Tx tx, Actor actor) {
        return directories == null ? Set.of() : directories.teams().teamsOf(tx, actor.tenant(), actor.identity());
    }

    private static Scope asReader(Actor actor, Set<Audience> audiences) {
        return Scope.wholeTenant(actor.tenant())
                .ofCustomers(Bound.only(principal(actor)))
                .ofAudiences(Bound.only(audiences))
                .inStates(Bound.only(Set.of(Permission.PUBLISHED)));
    }

    private static Set<CustomerId> principal(Actor actor) {
        return actor.findPrincipal().map(Set::of).orElse(Set.of());
    }
}
