// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.search.Search;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.model.SearchQuery;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index that the log's retention has left behind is built anew beside live search, which has no gap meanwhile. */
class RebuiltBesideSearchTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final Actor LENA = Actor.agent(ACME, "lena", "editor");
    private static final Actor PROGRAM = Actor.system(ACME, "index");

    @TempDir
    private Path directory;

    private final Memory memory = new Memory();
    private final CoreStorage core = MemoryCoreStorage.in(memory);

    /** The articles; before each of them is handed over for a rebuild, somebody looks. */
    private record Watched(SearchSource articles, Runnable look) implements SearchSource {
        @Override
        public String objectType() {
            return articles.objectType();
        }

        @Override
        public Permission permission() {
            return articles.permission();
        }

        @Override
        public SearchChange read(TenantId tenant, ObjectRef object) {
            return articles.read(tenant, object);
        }

        @Override
        public void readAll(TenantId tenant, Consumer<SearchChange> target) {
            articles.readAll(tenant, change -> {
                look.run();
                target.accept(change);
            });
        }
    }

    /** What was withdrawn before, and while the index is built, is gone at once; what is new comes with the new index. */
    @Test
    void searchGoesOnWhileTheIndexIsBuiltAnew() {
        List<List<String>> seen = new ArrayList<>();
        try (LuceneSearchIndex index = LuceneSearchIndex.in(directory);
                Portal portal = Portal.of(memory)) {
            KnowledgeBase knowledge = KnowledgeBase.of(portal, MemoryKnowledgeStorage.in(memory));
            List<Runnable> looks = new ArrayList<>();
            Search search =
                    Search.of(portal, index, new Watched(knowledge.searchSource(), () -> looks.forEach(Runnable::run)));
            publish(knowledge, "Alt");
            ArticleId before = publish(knowledge, "Vorher zurückgezogen");
            ArticleId meanwhile = publish(knowledge, "Währenddessen zurückgezogen");
            search.follow(PROGRAM);
            knowledge.editor().archive(LENA, ArchiveArticle.of(before));
            publish(knowledge, "Neu");
            forgetTheLog();

            looks.add(() -> {
                if (seen.isEmpty()) {
                    seen.add(titles(search));
                    knowledge.editor().archive(LENA, ArchiveArticle.of(meanwhile));
                }
                seen.add(titles(search));
            });
            search.follow(PROGRAM);

            assertThat(seen.get(0)).containsExactlyInAnyOrder("Alt", "Währenddessen zurückgezogen");
            assertThat(seen.subList(1, seen.size())).isNotEmpty().allMatch(List.of("Alt")::equals);
            assertThat(titles(search)).containsExactlyInAnyOrder("Alt", "Neu");
        }
    }

    private void forgetTheLog() {
        memory.<Boolean>write(tx -> {
            core.events().removeUpTo(tx, ACME, core.events().end(tx, ACME));
            return true;
        });
    }

    private static ArticleId publish(KnowledgeBase knowledge, String title) {
        ArticleId id = knowledge
                .editor()
                .create(LENA, CreateArticle.of(ArticleContent.of(LanguageTag.GERMAN, title, "Der Beitrag.")))
                .id();
        knowledge.editor().publish(LENA, PublishArticle.of(id));
        return id;
    }

    private static List<String> titles(Search search) {
        return search
                .find(Actor.anonymous(ACME), SearchQuery.of("Beitrag"), PageRequest.first(20))
                .hits()
                .items()
                .stream()
                .map(hit -> hit.title().text())
                .toList();
    }
}
