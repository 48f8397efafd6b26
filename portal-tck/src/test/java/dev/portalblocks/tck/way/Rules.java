// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.operation.Operation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rule file. */
record Rules(List<Rule> all) {
    /** Of permissions that reach so far, the objects belong to customers. */
    private static final Set<Permission.Reach> OWNED =
            Set.of(Permission.Reach.OWNERS, Permission.Reach.CUSTOMERS, Permission.Reach.TEAMS);

    /** What makes something of the actor's own and is aimed at nothing. */
    private static final Set<String> MAKING = Set.of("inbox.open", "inbox.attachment.upload");

    private static final String FILE = "access-rules.csv";

    /** Returns what stands in the file. */
    static Rules checkedIn() {
        try (InputStream file = Objects.requireNonNull(Rules.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return new Rules(lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(Rule::of)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Rule> of(String operation) {
        return all.stream().filter(rule -> rule.operation().equals(operation)).toList();
    }

    /** Returns what is missing or too much in the file, for the operations that there are. */
    List<String> complaints(Collection<Operation> operations) {
        List<String> complaints = new ArrayList<>();
        Set<String> known = operations.stream().map(Operation::name).collect(Collectors.toSet());
        Set<String> ruled = all.stream().map(Rule::operation).collect(Collectors.toCollection(TreeSet::new));
        ruled.removeAll(known);
        ruled.forEach(name -> complaints.add(name + ": has rules and is no operation"));
        operations.forEach(operation -> complaints.addAll(complaints(operation)));
        Set<Rule> seen = new HashSet<>();
        all.stream()
                .map(rule ->
                        new Rule(rule.operation(), rule.actor(), rule.customer(), rule.tenant(), Rule.Outcome.ALLOWED))
                .filter(rule -> !seen.add(rule))
                .forEach(rule -> complaints.add(rule.operation() + ": is ruled twice for " + describe(rule)));
        return complaints;
    }

    private List<String> complaints(Operation operation) {
        List<Rule> rules = of(operation.name());
        Set<String> there = rules.stream().map(Rules::describe).collect(Collectors.toSet());
        List<String> complaints = new ArrayList<>();
        for (String needed : needed(operation, role(operation, rules))) {
            if (!there.remove(needed)) {
                complaints.add(operation.name() + ": no rule for " + needed);
            }
        }
        there.forEach(more -> complaints.add(operation.name() + ": a rule that means nothing, for " + more));
        return complaints;
    }

    /** Every kind of actor, on an object of every kind of owner. */
    private static List<String> needed(Operation operation, String role) {
        boolean owned = !MAKING.contains(operation.name())
                && OWNED.contains(operation.permission().reach());
        List<String> needed = new ArrayList<>();
        for (Rule.Who who : List.of(
                new Rule.Who(Actor.Kind.CUSTOMER, "", false),
                new Rule.Who(Actor.Kind.AGENT, role, true),
                new Rule.Who(Actor.Kind.AGENT, role, false),
                new Rule.Who(Actor.Kind.SYSTEM, "", false),
                new Rule.Who(Actor.Kind.ANONYMOUS, "", false))) {
            for (Rule.Customer customer : owners(owned, who.kind())) {
                for (Rule.Tenant tenant : Rule.Tenant.values()) {
                    needed.add(describe(new Rule(operation.name(), who, customer, tenant, Rule.Outcome.ALLOWED)));
                }
            }
        }
        return needed;
    }

    private static List<Rule.Customer> owners(boolean owned, Actor.Kind kind) {
        if (kind != Actor.Kind.CUSTOMER) {
            return List.of(owned ? Rule.Customer.FOREIGN : Rule.Customer.NONE);
        }
        return owned
                ? List.of(Rule.Customer.OWN, Rule.Customer.FOREIGN, Rule.Customer.MANDATED)
                : List.of(Rule.Customer.NONE, Rule.Customer.MANDATED);
    }

    /** The role that the rules speak of; agents are to be told apart by one role only. */
    private static String role(Operation operation, List<Rule> rules) {
        return rules.stream()
                .map(rule -> rule.actor().role())
                .filter(role -> !role.isEmpty())
                .findFirst()
                .orElse(operation.permission().roles().stream()
                        .sorted()
                        .findFirst()
                        .orElse("editor"));
    }

    private static String describe(Rule rule) {
        return rule.actor() + ", " + rule.customer() + " customer, " + rule.tenant() + " tenant";
    }
}
