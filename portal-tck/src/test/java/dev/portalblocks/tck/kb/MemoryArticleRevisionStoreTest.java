// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.publishing.spi.RevisionStore;
import dev.portalblocks.tck.StoreFixture;

class MemoryArticleRevisionStoreTest implements ArticleRevisionStoreContract {
    @Override
    public StoreFixture<RevisionStore<ArticleContent>> fixture() {
        Memory memory = new Memory();
        return new StoreFixture<>(memory, MemoryKnowledgeStorage.in(memory).revisions());
    }
}
