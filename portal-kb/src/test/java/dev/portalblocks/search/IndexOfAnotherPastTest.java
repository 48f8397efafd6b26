// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import static dev.portalblocks.kb.Editorial.LENA;
import static dev.portalblocks.kb.Editorial.NOBODY;
import static dev.portalblocks.kb.Editorial.PROGRAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.event.Withdrawals;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.faq.Faq;
import dev.portalblocks.faq.memory.MemoryFaqStorage;
import dev.portalblocks.faq.model.AddFaqEntry;
import dev.portalblocks.faq.model.AddFaqSection;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.PublishFaqEntry;
import dev.portalblocks.kb.Editorial;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.model.SearchQuery;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An index on disk that was built from another log, or of other sources, is built anew. */
class IndexOfAnotherPastTest {
    @TempDir
    private Path directory;

    /** The new log is shorter than the one before, as long, and longer. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 5})
    void anIndexOfALogThatIsGoneIsBuiltAnew(int articles) {
        try (Editorial before = new Editorial();
                LuceneSearchIndex index = LuceneSearchIndex.in(directory)) {
            Search search = Search.of(before.portal, index, before.knowledge.searchSource());
            for (int i = 0; i < 3; i++) {
                before.publish(before.german("Alt " + i, "Beitrag"));
            }
            search.follow(PROGRAM);
            assertThat(titles(search)).hasSize(3);
        }
        try (Editorial after = new Editorial(RolePolicy.standard(), 8);
                LuceneSearchIndex index = LuceneSearchIndex.in(directory)) {
            Search search = Search.of(after.portal, index, after.knowledge.searchSource());
            for (int i = 0; i < articles; i++) {
                after.publish(after.german("Neu " + i, "Beitrag"));
            }
            search.follow(PROGRAM);
            assertThat(titles(search)).hasSize(articles).allMatch(title -> title.startsWith("Neu"));
        }
    }

    @Test
    void whatASourceThatIsAddedHasIsFound() {
        try (Editorial editorial = new Editorial()) {
            Faq faq = Faq.of(editorial.portal, MemoryFaqStorage.in(editorial.memory));
            editorial.publish(editorial.german("Artikel", "Beitrag"));
            publish(faq, "Frage?");
            try (LuceneSearchIndex index = LuceneSearchIndex.in(directory)) {
                new Indexed(editorial, index, editorial.knowledge.searchSource()).follow();
            }
            try (LuceneSearchIndex index = LuceneSearchIndex.in(directory)) {
                Search search =
                        Search.of(editorial.portal, index, editorial.knowledge.searchSource(), faq.searchSource());
                search.follow(PROGRAM);
                assertThat(titles(search)).containsExactlyInAnyOrder("Artikel", "Frage?");
            }
        }
    }

    private static List<String> titles(Search search) {
        return search.find(NOBODY, SearchQuery.of("Beitrag"), PageRequest.first(10)).hits().items().stream()
                .map(hit -> hit.title().text())
                .toList();
    }

    private static void publish(Faq faq, String question) {
        var section = faq.outline()
                .add(LENA, AddFaqSection.of(LocalizedText.german("Allgemeines")))
                .id();
        FaqEntryId id = faq.editor()
                .add(LENA, AddFaqEntry.of(section, FaqContent.of(LanguageTag.GERMAN, question, "Der Beitrag.")))
                .id();
        faq.editor().publish(LENA, PublishFaqEntry.of(id));
    }

    /** A second portal can't be made on the same blocks, so the first index is kept by hand. */
    private record Indexed(
            Editorial editorial, LuceneSearchIndex index, dev.portalblocks.search.spi.SearchSource source) {
        private Indexer indexer() {
            SourceThreads threads = SourceThreads.of(null, SourceWait.timed(), editorial.portal.operations());
            return new Indexer(
                    index,
                    Map.of(source.objectType(), new SourceReader(source, threads)),
                    (tenant, position) -> new Withdrawals(Set.of(), false));
        }

        void follow() {
            editorial.portal.follower(indexer()).follow(Editorial.ACME);
        }
    }
}
