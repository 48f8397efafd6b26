// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.portalblocks.core.access.AccessLabel;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.access.SettledPolicy.Settled;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.jdbc.Json;
import dev.portalblocks.core.tx.jdbc.JsonType;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.model.Article;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleSettings;
import dev.portalblocks.publishing.model.Revision;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reading a published article, by four actors in turn of whom one is refused. Cached on one node: beside a bare cache that asks the same
 * rule. Cached on several: beside the query of two columns by which it could be told that nothing changed. Not cached: beside the same by hand.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 6, time = 3)
@Measurement(iterations = 8, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class ArticleBenchmark {
    private static final TenantId TENANT = PublishedArticles.TENANT;
    private static final List<Actor> READERS = PublishedArticles.READERS;
    private static final int ARTICLES = PublishedArticles.ARTICLES;

    private static final JsonType<Revision<ArticleContent>> REVISION = new JsonType<>() {};

    /** Called by JMH. */
    public ArticleBenchmark() {}

    /** Who is next, and which article; each thread goes through all of them. */
    @State(Scope.Thread)
    public static class Turn {
        private int next;

        /** Called by JMH. */
        public Turn() {}

        int next() {
            next++;
            return next & Integer.MAX_VALUE;
        }
    }

    /** A portal that is the only writer, and a cache beside it that asks the same rule. */
    @State(Scope.Benchmark)
    public static class OneNode {
        private final Cache<Key, Known> bare =
                Caffeine.newBuilder().maximumSize(2 * ARTICLES).build();
        private final Settled rule = RolePolicy.standard().settled(KnowledgeBase.READ);
        private PublishedArticles running;

        /** Called by JMH. */
        @SuppressWarnings("NullAway.Init") // JMH calls begin before anything else
        public OneNode() {}

        /** Fills both. */
        @Setup
        public void begin() {
            running = new PublishedArticles("h2", true);
            AccessLabel label = AccessLabel.of(TENANT)
                    .forAudiences(Set.of(Audience.SIGNED_IN))
                    .inState(Permission.PUBLISHED);
            for (ArticleId id : running.articles) {
                bare.put(new Key(TENANT, id), new Known(running.knowledge.read(READERS.get(0), id, null), label));
            }
        }

        /** Ends. */
        @TearDown
        public void end() {
            running.close();
        }
    }

    /** A portal on a database, and its pool of connections. */
    @State(Scope.Benchmark)
    public static class SeveralNodes {
        /** Which database. */
        @Param({"h2", "postgresql"})
        public String engine;

        private PublishedArticles cached;

        /** Called by JMH. */
        @SuppressWarnings("NullAway.Init") // JMH fills the field, and calls begin before anything else
        public SeveralNodes() {}

        /** Fills it. */
        @Setup
        public void begin() {
            cached = new PublishedArticles(engine, false);
            cached.articles.forEach(id -> cached.knowledge.read(READERS.get(0), id, null));
        }

        /** Ends. */
        @TearDown
        public void end() {
            cached.close();
        }
    }

    /** Ours: may this actor read that article, and what does it say now. */
    @Benchmark
    public Object oneNode(OneNode node, Turn turn) {
        int next = turn.next();
        return node.running.read(node.running.knowledge, next);
    }

    /** A get of Caffeine's, and the same rule. */
    @Benchmark
    public Object bareCache(OneNode node, Turn turn) {
        int next = turn.next();
        try {
            Known known = Objects.requireNonNull(
                    node.bare.getIfPresent(new Key(TENANT, node.running.articles.get(next % ARTICLES))));
            if (!node.rule.admits(PublishedArticles.reader(next), known.label())) {
                throw new PortalException.NotFound("article");
            }
            return known.article();
        } catch (PortalException.NotFound e) {
            return e;
        }
    }

    /** Ours: may this actor read that article, what does it say now, and is it so still. */
    @Benchmark
    public Object severalNodes(SeveralNodes node, Turn turn) {
        return node.cached.read(node.cached.knowledge, turn.next());
    }

    /** The query for the version, on a connection that commits by itself. */
    @Benchmark
    public long versionQuery(SeveralNodes node, Turn turn) throws SQLException {
        try (Connection connection = node.cached.database.source().getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT version, changed_at FROM portal_kb_article WHERE tenant = ? AND id = ?")) {
            select.setString(1, TENANT.value());
            select.setObject(2, node.cached.articles.get(turn.next() % ARTICLES).value());
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** Ours, from the database each time. */
    @Benchmark
    public Object uncached(SeveralNodes node, Turn turn) {
        return node.cached.read(node.cached.plain, turn.next());
    }

    /** The same by hand: for whom it is in the query, in a transaction that reads. */
    @Benchmark
    public Object byHand(SeveralNodes node, Turn turn) throws SQLException {
        int next = turn.next();
        Actor reader = PublishedArticles.reader(next);
        ArticleId id = node.cached.articles.get(next % ARTICLES);
        Optional<Article> found =
                node.cached.transactions.reading(connection -> find(node, connection, id, audiences(reader)));
        return found.isPresent() ? found.get() : new PortalException.NotFound("article");
    }

    private static Optional<Article> find(
            SeveralNodes node, Connection connection, ArticleId id, List<String> audiences) throws SQLException {
        String anyOf = String.join(" OR ", Collections.nCopies(audiences.size(), "? = ANY(published_audiences)"));
        try (PreparedStatement select = connection.prepareStatement("SELECT published, settings FROM portal_kb_article"
                + " WHERE tenant = ? AND id = ? AND state = 'published' AND shown_from <= ?"
                + " AND (shown_until IS NULL OR shown_until > ?) AND (" + anyOf + ")")) {
            OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
            select.setString(1, TENANT.value());
            select.setObject(2, id.value());
            select.setObject(3, now);
            select.setObject(4, now);
            for (int i = 0; i < audiences.size(); i++) {
                select.setString(5 + i, audiences.get(i));
            }
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(article(node.cached.json, id, rows)) : Optional.empty();
            }
        }
    }

    private static Article article(Json json, ArticleId id, ResultSet rows) throws SQLException {
        Revision<ArticleContent> revision = json.read(rows.getBytes(1), REVISION);
        ArticleSettings settings = json.read(rows.getBytes(2), ArticleSettings.class);
        ArticleContent content = revision.content();
        return new Article(
                id,
                content.language(),
                Objects.requireNonNull(settings.slugs().get(content.language())),
                content.languages(),
                Objects.requireNonNull(content.texts().get(content.language())),
                content.categories(),
                content.tags(),
                content.assets(),
                revision.number(),
                revision.publishedAt(),
                false);
    }

    private static List<String> audiences(Actor reader) {
        List<String> audiences = new ArrayList<>(List.of("public"));
        if (reader.isSignedIn()) {
            audiences.add("signed-in");
            reader.roles().forEach(role -> audiences.add("role:" + role));
        }
        return audiences;
    }

    private record Key(TenantId tenant, ArticleId article) {}

    private record Known(Article article, AccessLabel label) {}
}
