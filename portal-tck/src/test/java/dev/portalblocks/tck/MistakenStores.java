// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import dev.portalblocks.core.audit.AuditStore;
import dev.portalblocks.core.audit.memory.MemoryAuditStore;
import dev.portalblocks.core.content.ContentCatalog;
import dev.portalblocks.core.content.memory.MemoryContentCatalog;
import dev.portalblocks.core.mandate.MandateStore;
import dev.portalblocks.core.mandate.memory.MemoryMandateStore;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.docs.memory.MemoryVaultStorage;
import dev.portalblocks.docs.spi.DocumentStore;
import dev.portalblocks.docs.spi.FolderStore;
import dev.portalblocks.docs.spi.VersionStore;
import dev.portalblocks.faq.memory.MemoryFaqStorage;
import dev.portalblocks.faq.spi.FaqEntryStore;
import dev.portalblocks.faq.spi.FaqSectionStore;
import dev.portalblocks.faq.spi.FaqStorage;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.spi.ArticleStore;
import dev.portalblocks.kb.spi.AssetStore;
import dev.portalblocks.kb.spi.CategoryStore;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.SlugStore;
import dev.portalblocks.kb.spi.VoteStore;
import dev.portalblocks.messaging.memory.MemoryMessagingStorage;
import dev.portalblocks.messaging.spi.ConversationStore;
import dev.portalblocks.messaging.spi.MessagingStorage;
import dev.portalblocks.profile.memory.MemoryProfileStorage;
import dev.portalblocks.profile.spi.ProfileStore;
import dev.portalblocks.publishing.spi.RevisionStore;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.memory.MemorySynonymStorage;
import dev.portalblocks.search.spi.AnsweringIndex;
import dev.portalblocks.search.spi.SearchIndex;
import dev.portalblocks.search.spi.SynonymStore;
import dev.portalblocks.tck.core.AuditStoreContract;
import dev.portalblocks.tck.core.ContentCatalogContract;
import dev.portalblocks.tck.core.MandateStoreContract;
import dev.portalblocks.tck.docs.DocumentStoreContract;
import dev.portalblocks.tck.docs.FolderStoreContract;
import dev.portalblocks.tck.docs.VersionStoreContract;
import dev.portalblocks.tck.faq.FaqEntryStoreContract;
import dev.portalblocks.tck.faq.FaqSectionStoreContract;
import dev.portalblocks.tck.faq.PublishedFaqEntryStoreContract;
import dev.portalblocks.tck.kb.ArticleCareStoreContract;
import dev.portalblocks.tck.kb.ArticleHealthStoreContract;
import dev.portalblocks.tck.kb.ArticleRevisionStoreContract;
import dev.portalblocks.tck.kb.ArticleStoreContract;
import dev.portalblocks.tck.kb.AssetStoreContract;
import dev.portalblocks.tck.kb.CategoryStoreContract;
import dev.portalblocks.tck.kb.FeedbackStoreContract;
import dev.portalblocks.tck.kb.PublishedArticleStoreContract;
import dev.portalblocks.tck.kb.SlugStoreContract;
import dev.portalblocks.tck.kb.ViewCountStoreContract;
import dev.portalblocks.tck.kb.VoteStoreContract;
import dev.portalblocks.tck.messaging.ConversationStoreContract;
import dev.portalblocks.tck.messaging.MessageStoreContract;
import dev.portalblocks.tck.messaging.NoteStoreContract;
import dev.portalblocks.tck.profile.ProfileStoreContract;
import dev.portalblocks.tck.search.AnsweringIndexContract;
import dev.portalblocks.tck.search.SearchIndexContract;
import dev.portalblocks.tck.search.SynonymStoreContract;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Each contract that speaks of scopes, over memory and Lucene, with the mistake of the moment in the store. */
final class MistakenStores {
    private static final ThreadLocal<@Nullable ScopeMutants> MISTAKE = new ThreadLocal<>();

    private MistakenStores() {}

    static List<Class<?>> all() {
        return List.of(MistakenStores.class.getDeclaredClasses());
    }

    /** Returns whether one of the contract's tests of such a name fails for the mistake; the rest are then not run. */
    static boolean isSeen(ScopeMutants mistake, Class<?> contract, Predicate<String> names) {
        MISTAKE.set(mistake);
        try {
            return !FailedPromises.of(contract, test -> names.test(test.getName()), MISTAKE::remove)
                    .isEmpty();
        } finally {
            MISTAKE.remove();
        }
    }

    private static <T> T mistaken(T right) {
        return Objects.requireNonNull(MISTAKE.get(), "was seen").in(right);
    }

    static class Profiles implements ProfileStoreContract {
        @Override
        public StoreFixture<ProfileStore> fixture() {
            Memory memory = new Memory();
            return new StoreFixture<>(
                    memory, mistaken(MemoryProfileStorage.in(memory).profiles()));
        }
    }

    static class Audit implements AuditStoreContract {
        @Override
        public StoreFixture<AuditStore> fixture() {
            Memory memory = new Memory();
            return new StoreFixture<>(memory, mistaken(new MemoryAuditStore(memory)));
        }
    }

    static class Contents implements ContentCatalogContract {
        @Override
        public StoreFixture<ContentCatalog> fixture() {
            Memory memory = new Memory();
            return new StoreFixture<>(memory, mistaken(new MemoryContentCatalog(memory)));
        }
    }

    static class Mandates implements MandateStoreContract {
        @Override
        public StoreFixture<MandateStore> fixture() {
            Memory memory = new Memory();
            return new StoreFixture<>(memory, mistaken(new MemoryMandateStore(memory)));
        }
    }

    static class Conversations implements ConversationStoreContract {
        @Override
        public StoreFixture<ConversationStore> fixture() {
            Memory memory = new Memory();
            return new StoreFixture<>(
                    memory, mistaken(MemoryMessagingStorage.in(memory).conversations()));
        }
    }

    static class Messages implements MessageStoreContract {
        @Override
        public StoreFixture<MessagingStorage> fixture() {
            Memory memory = new Memory();
            return new StoreFixture<>(memory, mistaken(MemoryMessagingStorage.in(memory)));
        }
    }

    static class Notes implements NoteStoreContract {
        @Override
        public StoreFixture<MessagingStorage> fixture() {
            Memory memory = new Memory();
            return new StoreFixture<>(memory, mistaken(MemoryMessagingStorage.in(memory)));
        }
    }

    static class Folders implements FolderStoreContract {
        @Override
        public StoreFixture<FolderStore> fixture() {
            Memory memory = new Memory();
            return new StoreFixture<>(
                    memory, mistaken(MemoryVaultStorage.in(memory).folders()));
        }
    }

    static class Documents implements DocumentStoreContract {
        @Override
        public StoreFixture<DocumentStore> fixture() {
            Memory memory = new Memory();
            return new StoreFixture<>(
                    memory, mistaken(MemoryVaultStorage.in(memory).documents()));
        }
    }

    static class Versions implements VersionStoreContract {
        @Override
        public StoreFixture<VersionStore> fixture() {
            Memory memory = new Memory();
            return new StoreFixture<>(
                    memory, mistaken(MemoryVaultStorage.in(memory).versions()));
        }
    }

    static class Categories implements CategoryStoreContract {
        @Override
        public StoreFixture<CategoryStore> fixture() {
            Memory memory = new Memory();
            return new StoreFixture<>(
                    memory, mistaken(MemoryKnowledgeStorage.in(memory).categories()));
        }
    }

    static class Articles implements ArticleStoreContract {
        @Override
        public StoreFixture<ArticleStore> fixture() {
            Memory memory = new Memory();
            return new StoreFixture<>(
                    memory, mistaken(MemoryKnowledgeStorage.in(memory).articles()));
        }
    }

    static class Published implements PublishedArticleStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            Memory memory = new Memory();
            return new StoreFixture<>(memory, mistaken(MemoryKnowledgeStorage.in(memory)));
        }
    }

    static class PublishedEntries implements PublishedFaqEntryStoreContract {
        @Override
        public StoreFixture<FaqStorage> fixture() {
            Memory memory = new Memory();
            return new StoreFixture<>(memory, mistaken(MemoryFaqStorage.in(memory)));
        }
    }

    static class Care implements ArticleCareStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            Memory memory = new Memory();
            return new StoreFixture<>(memory, mistaken(MemoryKnowledgeStorage.in(memory)));
        }
    }

    static class Votes implements VoteStoreContract {
        @Override
        public StoreFixture<VoteStore> fixture() {
            Memory memory = new Memory();
            return new StoreFixture<>(
                    memory, mistaken(MemoryKnowledgeStorage.in(memory).votes()));
        }
    }

    static class Feedback implements FeedbackStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            Memory memory = new Memory();
            return new StoreFixture<>(memory, mistaken(MemoryKnowledgeStorage.in(memory)));
        }
    }

    static class ViewCounts implements ViewCountStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            Memory memory = new Memory();
            return new StoreFixture<>(memory, mistaken(MemoryKnowledgeStorage.in(memory)));
        }
    }

    static class Health implements ArticleHealthStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            Memory memory = new Memory();
            return new StoreFixture<>(memory, mistaken(MemoryKnowledgeStorage.in(memory)));
        }
    }

    static class Slugs implements SlugStoreContract {
        @Override
        public StoreFixture<SlugStore> fixture() {
            Memory memory = new Memory();
            return new StoreFixture<>(
                    memory, mistaken(MemoryKnowledgeStorage.in(memory).slugs()));
        }
    }

    static class Revisions implements ArticleRevisionStoreContract {
        @Override
        public StoreFixture<RevisionStore<ArticleContent>> fixture() {
            Memory memory = new Memory();
            return new StoreFixture<>(
                    memory, mistaken(MemoryKnowledgeStorage.in(memory).revisions()));
        }
    }

    static class Assets implements AssetStoreContract {
        @Override
        public StoreFixture<AssetStore> fixture() {
            Memory memory = new Memory();
            return new StoreFixture<>(
                    memory, mistaken(MemoryKnowledgeStorage.in(memory).assets()));
        }
    }

    static class Sections implements FaqSectionStoreContract {
        @Override
        public StoreFixture<FaqSectionStore> fixture() {
            Memory memory = new Memory();
            return new StoreFixture<>(
                    memory, mistaken(MemoryFaqStorage.in(memory).sections()));
        }
    }

    static class Entries implements FaqEntryStoreContract {
        @Override
        public StoreFixture<FaqEntryStore> fixture() {
            Memory memory = new Memory();
            return new StoreFixture<>(
                    memory, mistaken(MemoryFaqStorage.in(memory).entries()));
        }
    }

    static class SynonymRules implements SynonymStoreContract {
        @Override
        public StoreFixture<SynonymStore> fixture() {
            Memory memory = new Memory();
            return new StoreFixture<>(
                    memory, mistaken(MemorySynonymStorage.in(memory).rules()));
        }
    }

    static class Index implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return mistaken(LuceneSearchIndex.inMemory());
        }
    }

    static class Answering implements AnsweringIndexContract {
        @Override
        public AnsweringIndex index() {
            return mistaken(LuceneSearchIndex.inMemory());
        }
    }
}
