// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.AccessLabel;
import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.model.SearchDocument;
import dev.portalblocks.search.model.TextSection;
import dev.portalblocks.search.spi.RankedHit;
import dev.portalblocks.search.spi.SearchChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A reader finds exactly what the scope covers, in the language that they get it in, and scores tell of nothing else. */
class ReadersTest {
    private static final List<Audience> AUDIENCES =
            List.of(Audience.PUBLIC, Audience.SIGNED_IN, Audience.role("broker"), Audience.role("staff"));
    private static final List<LanguageTag> LANGUAGES =
            Stream.of("de", "de-CH", "en", "fr", "pl").map(LanguageTag::of).toList();

    @Test
    void exactlyWhatTheScopeCoversIsFound() {
        SplittableRandom random = new SplittableRandom(Seeds.value());
        List<SearchDocument> documents = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            documents.add(Samples.document("d" + i, LanguageTag.GERMAN, some(random), "Beitrag", "Der Beitrag " + i));
        }
        try (LuceneSearchIndex index =
                Samples.holding(documents.stream().map(Samples::change).toArray(SearchChange[]::new))) {
            for (Scope scope : scopes(random)) {
                assertThat(Samples.ids(
                                index.search(Samples.ACME, Samples.within(scope, Samples.german("Beitrag")), null, 100)
                                        .hits()))
                        .as("seed %d, %s", Seeds.value(), scope)
                        .containsExactlyInAnyOrderElementsOf(documents.stream()
                                .filter(document -> scope.covers(label(document)))
                                .map(document -> document.object().id())
                                .toList());
            }
        }
    }

    @Test
    void eachObjectIsFoundInTheLanguageThatTheReaderGetsAndInNoOther() {
        SplittableRandom random = new SplittableRandom(Seeds.value());
        List<SearchChange> objects = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            objects.add(inLanguages("o" + i, shuffled(random, LANGUAGES).subList(0, random.nextInt(1, 5))));
        }
        try (LuceneSearchIndex index = Samples.holding(objects.toArray(SearchChange[]::new))) {
            for (int i = 0; i < 40; i++) {
                List<LanguageTag> chain = shuffled(random, LANGUAGES).subList(0, random.nextInt(0, 6));
                List<RankedHit> hits = Samples.hits(index, Samples.asked("Beitrag", chain));

                assertThat(hits)
                        .hasSameSizeAs(objects)
                        .allSatisfy(hit -> assertThat(hit.hit().language())
                                .as(
                                        "seed %d, %s for %s",
                                        Seeds.value(), hit.hit().object(), chain)
                                .isEqualTo(served(chain, objects, hit)));
            }
        }
    }

    @Test
    void objectsOfOtherTypesAreLeftOut() {
        SearchDocument faq = new SearchDocument(
                dev.portalblocks.core.model.ObjectRef.of("faq", "1"),
                LanguageTag.GERMAN,
                List.of(LanguageTag.GERMAN),
                Set.of(Audience.PUBLIC),
                "Beitrag",
                SearchDocument.SearchText.of(""),
                SearchDocument.SearchFacts.none());
        try (LuceneSearchIndex index = Samples.holding(Samples.german("a", "Beitrag", ""), Samples.change(faq))) {
            assertThat(Samples.found(index, Samples.asked("Beitrag", List.of(), "faq")))
                    .containsExactly("1");
            assertThat(Samples.found(index, Samples.asked("Beitrag", List.of(), "faq", "article")))
                    .hasSize(2);
            assertThat(Samples.found(index, Samples.asked("Beitrag", List.of(), "other")))
                    .isEmpty();
        }
    }

    @Test
    void scoresAreTheSameWhateverAReaderMayNotSee() {
        SearchChange[] visible = {
            Samples.german("a", "Beitrag", "Der Beitrag steigt jedes Jahr, die Rechnung auch."),
            Samples.german("b", "Rechnung", "Die Rechnung kommt mit der Post."),
            Samples.german("c", "Post", "Ein Beitrag zur Post und zur Rechnung und zum Jahr.")
        };
        try (LuceneSearchIndex index = Samples.holding(visible)) {
            List<RankedHit> before = Samples.hits(index, Samples.german("Beitrag Rechnung Jahr Ausdruck"));
            for (int i = 0; i < 30; i++) {
                index.update(
                        Samples.ACME,
                        List.of(
                                Samples.forAudience("x" + i, Audience.SIGNED_IN, "Beitrag", "Jahr Ausdruck Jahr"),
                                Samples.change(Samples.document(
                                        "y" + i, LanguageTag.of("fr"), Set.of(Audience.SIGNED_IN), "Beitrag", "Jahr"))),
                        Samples.at(i + 2));
            }
            assertThat(Samples.hits(index, Samples.german("Beitrag Rechnung Jahr Ausdruck")))
                    .isEqualTo(before);
        }
    }

    /** Headings, tags, and titles with words in them: a field of which a reader sees no text at all. */
    @Test
    void aFieldThatOnlyTextsForOthersHaveIsNoneToTheReader() {
        SearchChange visible = Samples.german("a", "\uD83D\uDE00", "Der Beitrag steigt.");
        try (LuceneSearchIndex alone = Samples.holding(visible);
                LuceneSearchIndex index = Samples.holding(visible, withEverything("x", Audience.SIGNED_IN))) {
            List<RankedHit> expected = Samples.hits(alone, Samples.german("Beitrag \uD83D\uDE00"));
            assertThat(expected).hasSize(1);
            assertThat(Samples.hits(index, Samples.german("Beitrag \uD83D\uDE00")))
                    .isEqualTo(expected);
            assertThat(Samples.found(index, Samples.german("Zweitbeitrag"))).containsExactly("a");
            assertThat(Samples.found(index, Samples.german("Rechnung"))).isEmpty();

            index.update(
                    Samples.ACME, List.of(withEverything("y", Audience.PUBLIC), gone("x"), gone("y")), Samples.at(2));
            assertThat(Samples.hits(index, Samples.german("Beitrag \uD83D\uDE00")))
                    .isEqualTo(expected);
        }
    }

    private static SearchChange withEverything(String id, Audience audience) {
        String words = "Beitrag Rechnung Zweitbeitrag \uD83D\uDE00";
        return Samples.change(new SearchDocument(
                Samples.article(id),
                LanguageTag.GERMAN,
                List.of(LanguageTag.GERMAN),
                Set.of(audience),
                words,
                new SearchDocument.SearchText(words, List.of(new TextSection(words, words, 0)), List.of(words)),
                SearchDocument.SearchFacts.none()));
    }

    private static SearchChange gone(String id) {
        return new SearchChange(Samples.article(id), List.of());
    }

    @Test
    void scoresAreTheSameWhenAChangeIsTakenAgain() {
        SearchChange[] changes = IntStream.range(0, 20) // so many that what is deleted is not merged away at once
                .mapToObj(i -> Samples.german("a" + i, "Beitrag", "Der Beitrag steigt " + "sehr ".repeat(i)))
                .toArray(SearchChange[]::new);
        try (LuceneSearchIndex index = Samples.holding(changes)) {
            List<RankedHit> before = Samples.hits(index, Samples.german("Beitrag"));
            index.update(Samples.ACME, List.of(changes[3], changes[4]), Samples.at(2));

            assertThat(Samples.hits(index, Samples.german("Beitrag"))).isEqualTo(before);
        }
    }

    private static List<Scope> scopes(SplittableRandom random) {
        Scope all = Scope.wholeTenant(Samples.ACME);
        List<Scope> scopes = new ArrayList<>(List.of(
                all,
                Scope.wholeTenant(TenantId.of("other")),
                all.ofAudiences(Bound.only(Set.of())),
                all.inStates(Bound.only(Set.of("draft"))),
                all.inStates(Bound.only(Set.of("published"))),
                all.ofCustomers(Bound.only(Set.of(CustomerId.of("1"))))));
        for (int i = 0; i < 20; i++) {
            scopes.add(all.ofAudiences(Bound.only(some(random))));
        }
        return scopes;
    }

    private static AccessLabel label(SearchDocument document) {
        return AccessLabel.of(Samples.ACME).forAudiences(document.audiences()).inState("published");
    }

    private static Set<Audience> some(SplittableRandom random) {
        return Set.copyOf(shuffled(random, AUDIENCES).subList(0, random.nextInt(1, AUDIENCES.size())));
    }

    private static <T> List<T> shuffled(SplittableRandom random, List<T> items) {
        List<T> rest = new ArrayList<>(items);
        List<T> shuffled = new ArrayList<>();
        while (!rest.isEmpty()) {
            shuffled.add(rest.remove(random.nextInt(rest.size())));
        }
        return shuffled;
    }

    private static SearchChange inLanguages(String id, List<LanguageTag> languages) {
        return new SearchChange(
                Samples.article(id),
                languages.stream()
                        .map(language -> new SearchDocument(
                                Samples.article(id),
                                language,
                                languages,
                                Set.of(Audience.PUBLIC),
                                "Beitrag",
                                SearchDocument.SearchText.of(""),
                                SearchDocument.SearchFacts.none()))
                        .toList());
    }

    private static LanguageTag served(List<LanguageTag> chain, List<SearchChange> objects, RankedHit hit) {
        SearchChange object = objects.stream()
                .filter(change -> change.object().equals(hit.hit().object()))
                .findFirst()
                .orElseThrow();
        List<LanguageTag> languages = object.documents().get(0).languages();
        return LanguageTag.firstAvailable(chain, languages).orElse(languages.get(0));
    }
}
