// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import static dev.portalblocks.tck.search.SynonymRows.ALL;
import static dev.portalblocks.tck.search.SynonymRows.ALL_OF_OTHER;
import static dev.portalblocks.tck.search.SynonymRows.OTHER;
import static dev.portalblocks.tck.search.SynonymRows.find;
import static dev.portalblocks.tck.search.SynonymRows.insert;
import static dev.portalblocks.tck.search.SynonymRows.list;
import static dev.portalblocks.tck.search.SynonymRows.matching;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.search.model.SynonymRuleId;
import dev.portalblocks.search.model.SynonymTerms;
import dev.portalblocks.search.spi.StoredSynonymRule;
import dev.portalblocks.search.spi.SynonymStore;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Promises 1, 4, 5, 8 and 9 of {@link SynonymStore}, about one at a time; part of {@link SynonymStoreContract}. */
@ContractOf(SynonymStore.class)
public interface SynonymWritingContract {
    /** Returns a store without rules, and its domain; asked once, at the beginning of each test. */
    StoreFixture<SynonymStore> fixture();

    /** Terms that are mixed up easily, one way and both ways, the largest numbers, instants of all kinds. */
    @Test
    @Promise(1)
    default void findReturnsWhatWasWritten() {
        StoreFixture<SynonymStore> store = fixture();
        SplittableRandom random = Seed.random();
        for (String term : Awkward.texts()) {
            Instant at =
                    Awkward.instants().get(random.nextInt(Awkward.instants().size()));
            SynonymTerms terms = SynonymTerms.of(LanguageTag.of("de-CH"), term, term + " und " + term);
            SynonymTerms content = random.nextBoolean() ? terms : terms.finding("x " + term, term + "x");
            StoredSynonymRule rule = SynonymRows.rule(SynonymRows.id(random), content, at);
            insert(store, rule);

            assertThat(find(store, rule.id())).contains(rule);
        }
        assertThat(find(store, SynonymRows.id(random))).isEmpty();
    }

    /** As many terms as there may be, as long as they may be. */
    @Test
    @Promise(1)
    default void findReturnsTheLargestRule() {
        StoreFixture<SynonymStore> store = fixture();
        String[] terms = new String[20];
        String[] finds = new String[20];
        for (int i = 0; i < 20; i++) {
            terms[i] = (char) ('a' + i) + "\uFDFA".repeat(99);
            finds[i] = (char) ('a' + i) + "\u20AC".repeat(99);
        }
        StoredSynonymRule rule = SynonymRows.rule(
                SynonymRows.ACME,
                SynonymRows.id(Seed.random()),
                SynonymTerms.of(LanguageTag.GERMAN, terms).finding(finds));
        insert(store, rule);

        assertThat(find(store, rule.id())).contains(rule);
    }

    /** With all its components, and in the transaction that wrote it as well. */
    @Test
    @Promise(1)
    default void findReturnsTheLastWrite() {
        StoreFixture<SynonymStore> store = fixture();
        StoredSynonymRule first = SynonymRows.rule(SynonymRows.id(Seed.random()), "eins", "zwei");
        StoredSynonymRule second = SynonymRows.changed(first);
        insert(store, first);
        store.change((tx, rules) -> {
            rules.update(tx, second, 1);
            assertThat(rules.find(tx, ALL, first.id())).contains(second);
        });
        assertThat(find(store, first.id())).contains(second);
    }

    /** Neither an older one nor one that is yet to come, nor of a rule that is not there. */
    @Test
    @Promise(4)
    default void anUpdateOfAnotherVersionChangesNothing() {
        StoreFixture<SynonymStore> store = fixture();
        SplittableRandom random = Seed.random();
        StoredSynonymRule first = SynonymRows.rule(SynonymRows.id(random), "eins", "zwei");
        StoredSynonymRule second = SynonymRows.changed(first);
        insert(store, first);
        store.change((tx, rules) ->
                assertThat(rules.update(tx, second, first.version())).isTrue());

        for (long expected : new long[] {0, 1, 3}) {
            boolean updated = store.write((tx, rules) -> rules.update(tx, SynonymRows.changed(second), expected));
            assertThat(updated).as("update of version %d", expected).isFalse();
        }
        StoredSynonymRule missing = SynonymRows.rule(SynonymRows.id(random), "drei", "vier");
        boolean updatedMissing = store.write((tx, rules) -> rules.update(tx, missing, 1));

        assertThat(updatedMissing).isFalse();
        assertThat(find(store, first.id())).contains(second);
        assertThat(find(store, missing.id())).isEmpty();
        assertThat(matching(store, ALL, "drei")).isEmpty();
    }

    /** The second delete finds nothing; others stay, and the id is free again. */
    @Test
    @Promise(5)
    default void deleteTellsWhetherSomethingWasThere() {
        StoreFixture<SynonymStore> store = fixture();
        SplittableRandom random = Seed.random();
        StoredSynonymRule gone = SynonymRows.rule(SynonymRows.id(random), "eins", "zwei");
        StoredSynonymRule stays = SynonymRows.rule(SynonymRows.id(random), "eins", "zwei");
        insert(store, gone);
        insert(store, stays);

        assertThat(delete(store, ALL, gone.id())).isTrue();
        assertThat(delete(store, ALL, gone.id())).isFalse();

        assertThat(find(store, gone.id())).isEmpty();
        assertThat(list(store, ALL)).containsExactly(stays);
        insert(store, gone);
        assertThat(find(store, gone.id())).contains(gone);
    }

    /** The same id in both, one of which is changed and deleted. */
    @Test
    @Promise(8)
    default void tenantsNeverMeet() {
        StoreFixture<SynonymStore> store = fixture();
        SynonymRuleId id = SynonymRows.id(Seed.random());
        StoredSynonymRule own = SynonymRows.rule(id, "eins", "zwei");
        StoredSynonymRule foreign = SynonymRows.rule(OTHER, id, own.content());
        insert(store, foreign);
        assertThat(find(store, id)).isEmpty();
        assertThat(list(store, ALL)).isEmpty();
        assertThat(count(store, ALL)).isZero();
        assertThat(matching(store, ALL, "eins")).isEmpty();
        assertThat(delete(store, ALL, id)).isFalse();
        Optional<StoredSynonymRule> locked = store.write((tx, rules) -> rules.findForUpdate(tx, ALL, id));
        assertThat(locked).isEmpty();

        insert(store, own);
        store.change((tx, rules) -> rules.update(tx, SynonymRows.changed(own), 1));
        assertThat(list(store, ALL)).containsExactly(SynonymRows.changed(own));
        assertThat(count(store, ALL)).isEqualTo(1);
        assertThat(delete(store, ALL, id)).isTrue();

        assertThat(list(store, ALL_OF_OTHER)).containsExactly(foreign);
        assertThat(matching(store, ALL_OF_OTHER, "eins")).containsExactly(foreign);
        assertThat(matching(store, ALL_OF_OTHER, "anders")).isEmpty();
    }

    /** An insert, an update and a delete that are taken back. */
    @Test
    @Promise(9)
    default void aRollbackLeavesNothing() {
        StoreFixture<SynonymStore> store = fixture();
        SplittableRandom random = Seed.random();
        StoredSynonymRule changed = SynonymRows.rule(SynonymRows.id(random), "eins", "zwei");
        StoredSynonymRule deleted = SynonymRows.rule(SynonymRows.id(random), "drei", "vier");
        StoredSynonymRule inserted = SynonymRows.rule(SynonymRows.id(random), "sechs", "sieben");
        insert(store, changed);
        insert(store, deleted);

        store.rollBack((tx, rules) -> {
            rules.update(tx, SynonymRows.changed(changed), 1);
            rules.delete(tx, ALL, deleted.id());
            rules.insert(tx, inserted);
        });

        assertThat(list(store, ALL)).containsExactlyInAnyOrder(changed, deleted);
        assertThat(matching(store, ALL, "eins drei sechs anders")).containsExactlyInAnyOrder(changed, deleted);
        assertThat(find(store, inserted.id())).isEmpty();
    }

    private static boolean delete(StoreFixture<SynonymStore> store, Scope scope, SynonymRuleId id) {
        return store.write((tx, rules) -> rules.delete(tx, scope, id));
    }

    private static int count(StoreFixture<SynonymStore> store, Scope scope) {
        return store.read((tx, rules) -> rules.count(tx, scope));
    }
}
