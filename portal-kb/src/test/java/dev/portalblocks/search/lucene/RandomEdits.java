// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.search.model.Facet;
import dev.portalblocks.search.model.SearchDocument;
import dev.portalblocks.search.model.SearchDocument.SearchFacts;
import dev.portalblocks.search.model.SearchDocument.SearchText;
import dev.portalblocks.search.spi.IndexAnswer;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchIndex;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What editors do, drawn from a seed: number n is the same for everybody. It is told to an index, and what the index answers
 * after it is compared with one that was built from what is there then.
 */
final class RandomEdits {
    private static final String[] WORDS = {
        "Beitrag",
        "Haftpflichtversicherung",
        "Rechnung",
        "Zählerstand",
        "Abschlag",
        "Kündigung",
        "Umzug",
        "melden",
        "ändern",
        "jährlich",
        "Schaden",
        "Konto",
        "Überweisung",
        "zahlen",
        "Vertrag",
        "Stromtarif"
    };
    private static final int OBJECTS = 40;
    private static final List<String> QUESTIONS = List.of(
            "Beitrag", "haftpflicht zahlen", "Zählerstnd melden", "Wie ändere ich den Abschlag?", "Strom Vertrag");

    private final long seed;

    RandomEdits(long seed) {
        this.seed = seed;
    }

    /** Returns the changes of one edit, from one to five objects. */
    List<SearchChange> edit(int number) {
        Random random = new Random(seed * 1_000_003 + number);
        random.nextInt(); // numbers beside one another begin alike
        List<SearchChange> changes = new ArrayList<>();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            changes.add(change(random));
        }
        return changes;
    }

    /** Tells an index of one edit. */
    void tell(SearchIndex index, int number) {
        index.update(Samples.ACME, edit(number), Samples.at(number));
    }

    /** Builds an index from what is there after an edit. */
    void build(SearchIndex index, int number) {
        index.rebuild(Samples.ACME, after(number), Samples.at(number));
    }

    /** Returns what hands over all that is there after an edit. */
    Consumer<Consumer<SearchChange>> after(int number) {
        Map<String, SearchChange> there = new TreeMap<>();
        for (int i = 1; i <= number; i++) {
            for (SearchChange change : edit(i)) {
                there.put(change.object().toString(), change);
            }
        }
        there.values().removeIf(change -> change.documents().isEmpty());
        return target -> there.values().forEach(target);
    }

    /** Returns all that an index answers, to several readers. */
    static List<IndexAnswer> answers(SearchIndex index) {
        List<IndexAnswer> answers = new ArrayList<>();
        for (Scope reader : List.of(Samples.EVERYBODY, member(), erika())) {
            for (String question : QUESTIONS) {
                IndexQuery query =
                        Samples.within(reader, Samples.german(question)).counting(Facet.values());
                answers.add(index.search(Samples.ACME, query, null, 100));
            }
        }
        return answers;
    }

    private static Scope member() {
        return reader(List.of(Audience.PUBLIC, Audience.SIGNED_IN), List.of());
    }

    private static Scope erika() {
        return reader(List.of(Audience.PUBLIC, Audience.SIGNED_IN), List.of(CustomerId.of("1")));
    }

    private static Scope reader(List<Audience> audiences, List<CustomerId> customers) {
        return new Scope(
                Samples.ACME,
                Bound.only(customers),
                Bound.only(List.of()),
                Bound.only(audiences),
                Bound.only(List.of(Permission.PUBLISHED)));
    }

    private static SearchChange change(Random random) {
        ObjectRef object = Samples.article("d" + random.nextInt(OBJECTS));
        if (random.nextInt(5) == 0) {
            return new SearchChange(object, List.of());
        }
        List<LanguageTag> languages =
                random.nextInt(4) == 0 ? List.of(LanguageTag.GERMAN, LanguageTag.ENGLISH) : List.of(LanguageTag.GERMAN);
        Audience audience = random.nextInt(4) == 0 ? Audience.SIGNED_IN : Audience.PUBLIC;
        SearchFacts facts = facts(random);
        String title = words(random, 3);
        String body = words(random, 2 + random.nextInt(40));
        List<SearchDocument> documents = languages.stream()
                .map(language -> new SearchDocument(
                        object,
                        language,
                        languages,
                        Set.of(audience),
                        title,
                        new SearchText(body, List.of(), List.of("tag" + body.length() % 3)),
                        facts))
                .toList();
        return new SearchChange(object, documents);
    }

    private static SearchFacts facts(Random random) {
        SearchFacts facts = SearchFacts.in(Set.of("c" + random.nextInt(4)));
        return switch (random.nextInt(6)) {
            case 0 -> facts.of(CustomerId.of(String.valueOf(random.nextInt(3))));
            case 1 -> facts.shown(Samples.NOBODY.now().plus(Duration.ofHours(random.nextInt(3) - 1)), null);
            default -> facts;
        };
    }

    private static String words(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(i % 9 == 8 ? ".\n" : " ");
        }
        return text.toString().strip();
    }
}
