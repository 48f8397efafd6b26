// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.AccessPolicy;
import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.content.memory.MemoryContentStore;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.PublishArticle;
import java.time.Instant;
import java.util.Random;

/** A knowledge base on memory with an editor, whose time stands still until somebody moves it. */
public final class Editorial implements AutoCloseable {
    public static final TenantId ACME = TenantId.of("acme");
    public static final Actor LENA = Actor.agent(ACME, "lena", "editor");
    public static final Actor ERIKA = Actor.customer(ACME, CustomerId.of("4711"));
    public static final Actor NOBODY = Actor.anonymous(ACME);
    public static final Actor PROGRAM = Actor.system(ACME, "import");

    /** The time in Berlin is an hour more. */
    public Instant now = Instant.parse("2026-11-21T10:15:30.123456Z");

    public final Memory memory = new Memory();
    public final MemoryContentStore content = new MemoryContentStore();
    public final Portal portal;
    public final KnowledgeBase knowledge;

    public Editorial() {
        this(RolePolicy.standard());
    }

    public Editorial(AccessPolicy policy) {
        this(policy, 7);
    }

    /** Another seed makes other ids. */
    public Editorial(AccessPolicy policy, long seed) {
        portal = portal(policy, seed);
        knowledge = KnowledgeBase.of(portal, MemoryKnowledgeStorage.in(memory));
    }

    private Portal portal(AccessPolicy policy, long seed) {
        return Portal.builder(MemoryCoreStorage.in(memory, content))
                .clock(() -> now)
                .random(new Random(seed))
                .policy(policy)
                .build();
    }

    /** Returns another portal on the same memory, for a knowledge base that is built in another way. */
    public Portal otherPortal() {
        return portal(RolePolicy.standard(), 8);
    }

    public ArticleContent german(String title, String body) {
        return ArticleContent.of(LanguageTag.GERMAN, title, body);
    }

    public ArticleId draft(ArticleContent text) {
        return knowledge.editor().create(LENA, CreateArticle.of(text)).id();
    }

    public ArticleId publish(ArticleContent text) {
        ArticleId id = draft(text);
        knowledge.editor().publish(LENA, PublishArticle.of(id));
        return id;
    }

    @Override
    public void close() {
        portal.close();
    }
}
