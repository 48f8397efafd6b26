// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.jdbc;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Sql;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.FeedbackCount;
import dev.portalblocks.kb.model.FeedbackId;
import dev.portalblocks.kb.spi.FeedbackStore;
import dev.portalblocks.kb.spi.StoredVote;
import dev.portalblocks.publishing.jdbc.PartsRows;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was said of articles: a view of the rows that {@link JdbcVoteStore} writes. */
public final class JdbcFeedbackStore implements FeedbackStore {
    private static final String COUNT =
            "SELECT v.revision, v.language, SUM(CASE WHEN v.helpful THEN 1 ELSE 0 END) AS helpful,"
                    + " SUM(CASE WHEN v.helpful THEN 0 ELSE 1 END) AS not_helpful FROM @kb_vote v WHERE v.tenant = ?";
    private static final Comparator<FeedbackCount> IN_ORDER =
            Comparator.comparing(FeedbackCount::revision).thenComparing(FeedbackCount::language);

    private final Database db;

    /** Reads the votes in this database. */
    public JdbcFeedbackStore(Database db) {
        this.db = db;
    }

    @Override
    public List<FeedbackCount> count(Tx tx, Scope scope, ArticleId article) {
        return covered(begin(tx, scope, COUNT), scope)
                .and(" AND v.article = ?", article.value())
                .and(" GROUP BY v.revision, v.language")
                .rows(row -> new FeedbackCount(
                        row.number("revision"),
                        LanguageTag.of(row.text("language")),
                        row.integer("helpful"),
                        row.integer("not_helpful")))
                .stream()
                .sorted(IN_ORDER)
                .toList();
    }

    @Override
    public List<StoredVote> listTexts(
            Tx tx, Scope scope, @Nullable ArticleId article, @Nullable Keyset after, int limit) {
        Sql sql = covered(begin(tx, scope, VoteRows.SELECT + " AND v.with_text"), scope);
        if (after != null) {
            sql.and(" AND v.id < ?", UUID.fromString(after.id()));
        }
        if (article != null) {
            sql.and(" AND v.article = ?", article.value());
        }
        String place = article == null ? "" : "v.article DESC, "; // of the index that has the order
        return sql.and(" ORDER BY v.tenant DESC, " + place + "v.with_text DESC, v.id DESC LIMIT ?", limit)
                .rows(row -> VoteRows.vote(scope.tenant(), row));
    }

    @Override
    public Optional<StoredVote> findText(Tx tx, Scope scope, FeedbackId id) {
        return covered(begin(tx, scope, VoteRows.SELECT), scope)
                .and(" AND v.with_text AND v.id = ?", id.value())
                .first(row -> VoteRows.vote(scope.tenant(), row));
    }

    @Override
    public boolean removeText(Tx tx, Scope scope, FeedbackId id) {
        String text = "UPDATE @kb_vote v SET content = NULL, with_text = FALSE WHERE v.tenant = ?";
        return covered(begin(tx, scope, text), scope)
                .and(" AND v.with_text AND v.id = ?", id.value())
                .changes();
    }

    private Sql begin(Tx tx, Scope scope, String text) {
        return db.sql(tx, text, scope.tenant().value());
    }

    /** An article is looked for vote by vote, by its key: not all of them, to show a page of what was said. */
    private static Sql covered(Sql sql, Scope scope) {
        return PartsRows.withinBothSides(
                        sql.and(
                                " AND (SELECT COUNT(*) FROM @kb_article a WHERE a.tenant = v.tenant AND a.id = v.article"),
                        scope)
                .and(") = 1");
    }
}
