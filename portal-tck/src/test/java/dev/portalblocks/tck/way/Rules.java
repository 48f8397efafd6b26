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

    /** What makes, or takes back, something of the actor's own and is aimed at no customer. */
    private static final Set<String> MAKING =
            Set.of("inbox.open", "inbox.attachment.upload", "kb.feedback.vote", "kb.feedback.withdraw");

    private static final Set<String> OF_ARTICLES = Set.of("published", "draft", "archived");
    private static final Set<String> OF_ENTRIES = Set.of("published", "draft");

    /** What is aimed at one article, or shows each as far as its state lets it. */
    private static final Set<String> ON_ARTICLES = Set.of(
            "kb.article.read",
            "kb.article.list",
            "kb.asset.open",
            "kb.article.find",
            "kb.article.list-all",
            "kb.article.edit",
            "kb.article.revisions",
            "kb.article.publish",
            "kb.article.archive",
            "kb.article.read-by-slug",
            "kb.article.related",
            "kb.article.slugs",
            "kb.article.list-owned",
            "kb.article.list-due",
            "kb.article.list-untranslated",
            "kb.article.check",
            "kb.article.report",
            "kb.download.read",
            "kb.export.list",
            "kb.export.open-asset",
            "kb.feedback.vote",
            "kb.feedback.count",
            "kb.feedback.texts",
            "kb.views.record",
            "kb.views.count",
            "kb.views.most",
            "kb.health.needy",
            "kb.index.read",
            "kb.index.read-all",
            "search.find",
            "search.suggest",
            "search.answer");

    /** The same for FAQ entries. */
    private static final Set<String> ON_ENTRIES = Set.of(
            "faq.read",
            "faq.index.read",
            "faq.index.list",
            "faq.entry.read",
            "faq.entry.list",
            "faq.section.entries",
            "faq.entry.change",
            "faq.entry.move",
            "faq.entry.remove",
            "faq.entry.publish",
            "faq.entry.withdraw",
            "faq.entry.revisions");

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
        Set<String> seen = new HashSet<>();
        all.stream()
                .map(rule -> rule.operation() + ": is ruled twice for " + describe(rule))
                .filter(rule -> !seen.add(rule))
                .forEach(complaints::add);
        return complaints;
    }

    private List<String> complaints(Operation operation) {
        List<Rule> rules = of(operation.name());
        Set<String> there = rules.stream().map(Rules::describe).collect(Collectors.toSet());
        List<String> complaints = new ArrayList<>();
        for (String needed : needed(operation)) {
            if (!there.remove(needed)) {
                complaints.add(operation.name() + ": no rule for " + needed);
            }
        }
        there.forEach(more -> complaints.add(operation.name() + ": a rule that means nothing, for " + more));
        return complaints;
    }

    /** Every kind and role of actor, on an object of every kind of owner in every state. */
    private static List<String> needed(Operation operation) {
        boolean owned = !MAKING.contains(operation.name())
                && OWNED.contains(operation.permission().reach());
        List<String> needed = new ArrayList<>();
        for (Rule.Who who : askers(operation)) {
            for (Rule.Customer customer : owners(owned, who.kind())) {
                for (Rule.Tenant tenant : Rule.Tenant.values()) {
                    states(operation)
                            .forEach(state -> needed.add(describe(
                                    new Rule(operation.name(), who, customer, tenant, state, Rule.Outcome.ALLOWED))));
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

    /** Each kind of actor, an agent of each role and one of none; where teams count, one of no team. */
    private static List<Rule.Who> askers(Operation operation) {
        List<Rule.Who> askers = new ArrayList<>();
        for (Actor.Kind kind : Actor.Kind.values()) {
            if (kind != Actor.Kind.AGENT) {
                askers.add(Rule.Who.other(kind));
            }
        }
        Rule.ROLES.forEach(role -> askers.add(new Rule.Who(Actor.Kind.AGENT, role, true)));
        askers.add(new Rule.Who(Actor.Kind.AGENT, "", true));
        if (operation.permission().reach() == Permission.Reach.TEAMS) {
            operation.permission().roles().forEach(role -> askers.add(new Rule.Who(Actor.Kind.AGENT, role, false)));
        }
        return askers;
    }

    private static Set<String> states(Operation operation) {
        if (ON_ARTICLES.contains(operation.name())) {
            return OF_ARTICLES;
        }
        return ON_ENTRIES.contains(operation.name()) ? OF_ENTRIES : Set.of(Rule.NO_STATE);
    }

    private static String describe(Rule rule) {
        return rule.actor() + ", " + rule.customer() + " customer, " + rule.tenant() + " tenant, state " + rule.state();
    }
}
