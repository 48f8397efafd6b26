// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import static dev.portalblocks.core.model.LanguageTag.ENGLISH;
import static dev.portalblocks.core.model.LanguageTag.GERMAN;
import static dev.portalblocks.tck.search.SynonymRows.ALL;
import static dev.portalblocks.tck.search.SynonymRows.insert;
import static dev.portalblocks.tck.search.SynonymRows.list;
import static dev.portalblocks.tck.search.SynonymRows.lookup;
import static dev.portalblocks.tck.search.SynonymRows.matching;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.search.model.SynonymTerms;
import dev.portalblocks.search.spi.StoredSynonymRule;
import dev.portalblocks.search.spi.SynonymLookup;
import dev.portalblocks.search.spi.SynonymStore;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Promises 6 and 7 of {@link SynonymStore}, about lists; part of {@link SynonymStoreContract}. */
@ContractOf(SynonymStore.class)
public interface SynonymLookupContract {
    /** Returns a store without rules, and its domain; asked once, at the beginning of each test. */
    StoreFixture<SynonymStore> fixture();

    /** By the text of the ids, in pages of every size, also behind one that is gone. */
    @Test
    @Promise(6)
    default void allAreListedInPages() {
        StoreFixture<SynonymStore> store = fixture();
        List<StoredSynonymRule> sorted = rules(store, 9);

        assertThat(list(store, ALL)).isEqualTo(sorted);
        for (int size = 1; size <= 10; size++) {
            List<StoredSynonymRule> paged = new ArrayList<>();
            for (List<StoredSynonymRule> page = page(store, null, size);
                    !page.isEmpty();
                    page = page(store, paged.get(paged.size() - 1), size)) {
                paged.addAll(page);
            }
            assertThat(paged).isEqualTo(sorted);
        }
        store.change((tx, rules) -> rules.delete(tx, ALL, sorted.get(3).id()));
        assertThat(page(store, sorted.get(3), 2)).isEqualTo(sorted.subList(4, 6));
    }

    /** Also what the transaction itself has written. */
    @Test
    @Promise(6)
    default void countSaysHowManyThereAre() {
        StoreFixture<SynonymStore> store = fixture();
        List<StoredSynonymRule> rules = rules(store, 3);
        store.change((tx, own) -> {
            own.delete(tx, ALL, rules.get(0).id());
            assertThat(own.count(tx, ALL)).isEqualTo(2);
        });
        int left = store.read((tx, own) -> own.count(tx, ALL));

        assertThat(left).isEqualTo(2);
    }

    /** Case, umlauts, endings, hyphens, and a letter that is wrong; a word of a term is not the term. */
    @Test
    @Promise(7)
    default void aRuleIsFoundByItsKeys() {
        StoreFixture<SynonymStore> store = fixture();
        SplittableRandom random = Seed.random();
        StoredSynonymRule one = SynonymRows.rule(SynonymRows.id(random), "Überschuss", "Gewinn");
        StoredSynonymRule several =
                SynonymRows.rule(SynonymRows.id(random), "Schutz der Wohnungseinrichtung", "Hausrat");
        insert(store, one);
        insert(store, several);

        assertThat(matching(store, ALL, "mein UEBERSCHUSS?")).containsExactly(one);
        assertThat(matching(store, ALL, "Gewinne")).containsExactly(one);
        assertThat(matching(store, ALL, "Überschsus")).containsExactly(one);
        assertThat(matching(store, ALL, "der Schutz der Wohnungseinrichtungen")).containsExactly(several);
        assertThat(matching(store, ALL, "Haus-Rat")).containsExactly(several);
        assertThat(matching(store, ALL, "Schutz")).isEmpty();
        assertThat(matching(store, ALL, "Wohnungseinrichtung")).isEmpty();
        assertThat(matching(store, ALL, "Haus")).isEmpty();
    }

    /** What is only found by a term is no key. */
    @Test
    @Promise(7)
    default void whatIsFoundIsNotAskedFor() {
        StoreFixture<SynonymStore> store = fixture();
        StoredSynonymRule oneWay = SynonymRows.rule(
                SynonymRows.ACME,
                SynonymRows.id(Seed.random()),
                SynonymTerms.of(GERMAN, "Handyschutz").finding("Elektronikversicherung"));
        insert(store, oneWay);

        assertThat(matching(store, ALL, "Handyschutz")).containsExactly(oneWay);
        assertThat(matching(store, ALL, "Elektronikversicherung")).isEmpty();
    }

    /** A dialect is a language of its own; who looks for both names both. */
    @Test
    @Promise(7)
    default void aRuleIsFoundInItsLanguage() {
        StoreFixture<SynonymStore> store = fixture();
        SplittableRandom random = Seed.random();
        LanguageTag swiss = LanguageTag.of("de-CH");
        StoredSynonymRule german = SynonymRows.rule(SynonymRows.id(random), "Gift", "Present");
        StoredSynonymRule dialect =
                SynonymRows.rule(SynonymRows.ACME, SynonymRows.id(random), SynonymTerms.of(swiss, "Gift", "Present"));
        insert(store, german);
        insert(store, dialect);

        assertThat(matching(store, ALL, lookup("Gift", GERMAN))).containsExactly(german);
        assertThat(matching(store, ALL, lookup("Gift", swiss, GERMAN))).containsExactlyInAnyOrder(german, dialect);
        assertThat(matching(store, ALL, lookup("Gift", ENGLISH))).isEmpty();
    }

    /** Of what somebody is typing the beginning is enough, and a key that lies beside it is not. */
    @Test
    @Promise(7)
    default void aRuleIsFoundByTheBeginningOfAKey() {
        StoreFixture<SynonymStore> store = fixture();
        SplittableRandom random = Seed.random();
        StoredSynonymRule phone = SynonymRows.rule(SynonymRows.id(random), "Handyschutz", "Elektronik");
        StoredSynonymRule craft = SynonymRows.rule(SynonymRows.id(random), "Handwerk", "Gewerbe");
        insert(store, phone);
        insert(store, craft);

        assertThat(typed(store, "hand")).containsExactlyInAnyOrder(phone, craft);
        assertThat(typed(store, "handy")).containsExactly(phone);
        assertThat(typed(store, "handyschutz")).containsExactly(phone);
        assertThat(typed(store, "hanc")).isEmpty();
        assertThat(typed(store, "hane")).isEmpty();
        assertThat(typed(store, "handyschutzes")).isEmpty();
    }

    /** After a change and a removal as well, to the transaction itself as to all others. */
    @Test
    @Promise(7)
    default void aRuleIsFoundByWhatWasWrittenLast() {
        StoreFixture<SynonymStore> store = fixture();
        StoredSynonymRule rule = SynonymRows.rule(SynonymRows.id(Seed.random()), "eins", "zwei");
        StoredSynonymRule changed = SynonymRows.changed(rule);
        insert(store, rule);

        store.change((tx, rules) -> {
            rules.update(tx, changed, 1);
            assertThat(rules.matching(tx, ALL, lookup("anders", GERMAN))).containsExactly(changed);
            assertThat(rules.matching(tx, ALL, lookup("eins", GERMAN))).isEmpty();
        });
        assertThat(matching(store, ALL, "anders")).containsExactly(changed);
        assertThat(matching(store, ALL, "eins")).isEmpty();

        store.change((tx, rules) -> rules.delete(tx, ALL, rule.id()));
        assertThat(matching(store, ALL, "anders")).isEmpty();
    }

    /** Each once, however many of its keys are asked for. */
    @Test
    @Promise(7)
    default void asManyAreFoundAsAreAskedFor() {
        StoreFixture<SynonymStore> store = fixture();
        List<StoredSynonymRule> sorted = rules(store, 7);
        SynonymLookup all = lookup("gleich wort", GERMAN);

        assertThat(matching(store, ALL, all)).isEqualTo(sorted);
        assertThat(matching(store, ALL, new SynonymLookup(all.languages(), all.keys(), "gleich", 3)))
                .isEqualTo(sorted.subList(0, 3));
    }

    private static List<StoredSynonymRule> rules(StoreFixture<SynonymStore> store, int number) {
        SplittableRandom random = Seed.random();
        List<StoredSynonymRule> rules = IntStream.range(0, number)
                .mapToObj(i -> SynonymRows.rule(SynonymRows.id(random), "gleich", "wort", "wort" + i))
                .sorted(Comparator.comparing(rule -> rule.id().toString()))
                .toList();
        rules.forEach(rule -> insert(store, rule));
        return rules;
    }

    private static List<StoredSynonymRule> page(
            StoreFixture<SynonymStore> store, @Nullable StoredSynonymRule after, int limit) {
        return store.read((tx, rules) -> rules.list(tx, ALL, after == null ? null : Keyset.ofId(after.id()), limit));
    }

    private static List<StoredSynonymRule> typed(StoreFixture<SynonymStore> store, String beginning) {
        return matching(store, ALL, new SynonymLookup(Set.of(GERMAN), Set.of(), beginning, 100));
    }
}
