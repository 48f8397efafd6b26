// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.PublishedArticleStore;
import dev.portalblocks.tck.HostedStorage;
import dev.portalblocks.tck.jdbc.Faults;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** A knowledge base of which articles are kept in memory, and one beside it on the same storage of which none are. */
final class CachedKnowledge implements AutoCloseable {
    static final TenantId ACME = TenantId.of("acme");
    static final TenantId OTHER = TenantId.of("other");
    static final Actor LENA = Actor.agent(ACME, "lena", "editor");
    static final CustomerId ERIKAS = CustomerId.of("4711");
    static final Actor ERIKA = Actor.customer(ACME, ERIKAS);
    static final Actor NOBODY = Actor.anonymous(ACME);

    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T08:00:00Z"));
    final Map<CustomerId, Set<String>> segments = new ConcurrentHashMap<>();
    final HostedStorage stored;
    final Portal portal;
    final KnowledgeBase cached;
    final KnowledgeBase plain;
    private final Map<String, Runnable> hooks = new ConcurrentHashMap<>();
    private final List<Portal> portals = new ArrayList<>();

    /** Who may write. */
    enum Mode {
        ONE_NODE,
        SEVERAL_NODES;

        KnowledgeBase.Builder on(KnowledgeBase.Builder builder, int articles) {
            return this == ONE_NODE ? builder.cachedOnOneNode(articles) : builder.cachedOnSeveralNodes(articles);
        }
    }

    CachedKnowledge(HostedStorage stored, Mode mode) {
        this.stored = stored;
        this.portal = portal();
        this.cached = mode.on(KnowledgeBase.builder(portal, hooked()), 100).build();
        this.plain = KnowledgeBase.of(portal(), stored.knowledge());
    }

    private Portal portal() {
        Portal made = Portal.builder(stored.core())
                .clock(now::get)
                .segments((tx, tenant, customer) -> segments.getOrDefault(customer, Set.of()))
                .build();
        portals.add(made);
        return made;
    }

    /** Runs the act once, after the cached portal's next read of this kind and within its transaction. */
    void afterNext(String method, Runnable act) {
        hooks.put(method, act);
    }

    private KnowledgeStorage hooked() {
        return Faults.with(
                KnowledgeStorage.class, stored.knowledge(), PublishedArticleStore.class, (store, method, given) -> {
                    Object result = Faults.passed(store, method, given);
                    Runnable hook = hooks.remove(method.getName());
                    if (hook != null) {
                        hook.run();
                    }
                    return result;
                });
    }

    void forward(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }

    static ArticleContent german(String title, Audience... readers) {
        return ArticleContent.of(LanguageTag.GERMAN, title, "Text zu " + title).forAudiences(readers);
    }

    ArticleId published(String title, Audience... readers) {
        ArticleId id = cached.editor()
                .create(LENA, CreateArticle.of(german(title, readers)))
                .id();
        cached.editor().publish(LENA, PublishArticle.of(id));
        return id;
    }

    /** Publishes another text, by one of the two. */
    void publish(KnowledgeBase by, ArticleId id, ArticleContent content) {
        by.editor().edit(LENA, EditArticle.of(id, content));
        by.editor().publish(LENA, PublishArticle.of(id));
    }

    @Override
    public void close() {
        portals.forEach(Portal::close);
    }
}
