// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.search.model.SearchDocument;
import dev.portalblocks.search.model.SearchDocument.SearchFacts;
import dev.portalblocks.search.model.SearchDocument.SearchText;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.tck.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts that a visitor does not see, made of the words of those that one does. */
final class Unseen {
    /** Of this many questions one is asked. */
    static final int EACH = 4;

    private static final int OF_EACH = 8;

    private final List<SearchDocument> seen;
    private final SplittableRandom random = Seed.random();

    Unseen(List<SearchDocument> seen) {
        this.seen = seen;
    }

    /** Returns what adds texts of each sort; those of {@link #removed} are still seen. */
    List<SearchChange> here() {
        SearchFacts none = SearchFacts.none();
        Duration day = Duration.ofDays(1);
        List<SearchChange> all = new ArrayList<>();
        for (int i = 0; i < OF_EACH; i++) {
            all.add(text(ObjectRef.of(GoldenSet.TYPE, "for-others-" + i), Audience.SIGNED_IN, none));
            all.add(text(ObjectRef.of("internal", "of-another-kind-" + i), Audience.PUBLIC, none));
            all.add(text(article("soon-" + i), Audience.PUBLIC, none.shown(Articles.NOON.plus(day), null)));
            all.add(text(article("over-" + i), Audience.PUBLIC, none.shown(null, Articles.NOON.minus(day))));
            all.add(text(article("own-" + i), Audience.PUBLIC, none.of(CustomerId.of("4711"))));
            all.add(text(article("removed-" + i), Audience.PUBLIC, none));
        }
        all.add(text(GoldenIndex.WITHDRAWN, Audience.PUBLIC, none));
        return all;
    }

    /** Returns what removes those that were to be removed. */
    List<SearchChange> removed() {
        return IntStream.range(0, OF_EACH)
                .mapToObj(i -> new SearchChange(article("removed-" + i), List.of()))
                .toList();
    }

    /** Returns a way on which a text gets to where it is: at once, with other words first, or removed and written again. */
    static List<SearchChange> detour(SearchDocument document, SearchDocument other, int way) {
        SearchChange last = GoldenSet.change(document);
        SearchDocument wrong = new SearchDocument(
                document.object(),
                document.language(),
                document.languages(),
                document.audiences(),
                other.title(),
                other.text(),
                document.facts());
        return switch (way) {
            case 0 -> List.of(last);
            case 1 -> List.of(GoldenSet.change(wrong), last);
            default -> List.of(last, new SearchChange(document.object(), List.of()), last);
        };
    }

    private SearchChange text(ObjectRef object, Audience audience, SearchFacts facts) {
        SearchDocument like = seen.get(random.nextInt(seen.size()));
        String words = IntStream.range(0, 20)
                .mapToObj(i -> seen.get(random.nextInt(seen.size())).title())
                .collect(Collectors.joining(" "));
        return GoldenSet.change(new SearchDocument(
                object,
                like.language(),
                like.languages(),
                Set.of(audience),
                like.title(),
                SearchText.of(words + " " + like.text().body() + " Zählerstände Kreditkrate gestolen"),
                facts));
    }

    private static ObjectRef article(String id) {
        return ObjectRef.of(GoldenSet.TYPE, id);
    }
}
