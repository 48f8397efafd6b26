// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.model.SynonymRuleId;
import dev.portalblocks.search.model.SynonymTerms;
import dev.portalblocks.search.spi.StoredSynonymRule;
import dev.portalblocks.search.spi.SynonymKeys;
import dev.portalblocks.search.spi.SynonymLookup;
import dev.portalblocks.search.spi.SynonymStore;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Synonym rules to test with. */
final class SynonymRows {
    static final TenantId ACME = TenantId.of("acme");
    /** Another tenant, to the eye of whoever ignores case the same. */
    static final TenantId OTHER = TenantId.of("ACME");

    static final Scope ALL = Scope.wholeTenant(ACME);
    static final Scope ALL_OF_OTHER = Scope.wholeTenant(OTHER);

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private SynonymRows() {}

    static SynonymRuleId id(SplittableRandom random) {
        return SynonymRuleId.of(Seed.uuid(random));
    }

    /** Returns the first version of a rule of German terms. */
    static StoredSynonymRule rule(SynonymRuleId id, String... terms) {
        return rule(ACME, id, SynonymTerms.of(LanguageTag.GERMAN, terms));
    }

    static StoredSynonymRule rule(TenantId tenant, SynonymRuleId id, SynonymTerms content) {
        return new StoredSynonymRule(tenant, id, content, 1, NOW);
    }

    static StoredSynonymRule rule(SynonymRuleId id, SynonymTerms content, Instant changedAt) {
        return new StoredSynonymRule(ACME, id, content, Long.MAX_VALUE, changedAt);
    }

    /** Returns the next version of a rule, with other terms. */
    static StoredSynonymRule changed(StoredSynonymRule rule) {
        return rule.saying(SynonymTerms.of(LanguageTag.GERMAN, "anders", "verschieden"), NOW.plusSeconds(1));
    }

    static void insert(StoreFixture<SynonymStore> store, StoredSynonymRule rule) {
        boolean inserted = store.write((tx, rules) -> rules.insert(tx, rule));
        if (!inserted) {
            throw new AssertionError("The id is free: " + rule.id());
        }
    }

    static Optional<StoredSynonymRule> find(StoreFixture<SynonymStore> store, SynonymRuleId id) {
        return store.read((tx, rules) -> rules.find(tx, ALL, id));
    }

    static List<StoredSynonymRule> list(StoreFixture<SynonymStore> store, Scope scope) {
        return store.read((tx, rules) -> rules.list(tx, scope, null, 1000));
    }

    /** Returns the German rules that this text asks for. */
    static List<StoredSynonymRule> matching(StoreFixture<SynonymStore> store, Scope scope, String text) {
        return matching(store, scope, lookup(text, LanguageTag.GERMAN));
    }

    static List<StoredSynonymRule> matching(StoreFixture<SynonymStore> store, Scope scope, SynonymLookup lookup) {
        return store.read((tx, rules) -> rules.matching(tx, scope, lookup));
    }

    static SynonymLookup lookup(String text, LanguageTag... languages) {
        return new SynonymLookup(Set.of(languages), SynonymKeys.in(text), null, 100);
    }
}
