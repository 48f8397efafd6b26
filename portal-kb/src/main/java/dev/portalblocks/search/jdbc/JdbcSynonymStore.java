// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.jdbc;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Row;
import dev.portalblocks.core.tx.jdbc.Sql;
import dev.portalblocks.search.model.SynonymRuleId;
import dev.portalblocks.search.model.SynonymTerms;
import dev.portalblocks.search.spi.StoredSynonymRule;
import dev.portalblocks.search.spi.SynonymLookup;
import dev.portalblocks.search.spi.SynonymStore;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Synonym rules in a table, and in another one who is looked up by which key. Of a scope the tenant alone decides. */
public final class JdbcSynonymStore implements SynonymStore {
    private final Database db;

    /** Keeps the rules in this database. */
    public JdbcSynonymStore(Database db) {
        this.db = db;
    }

    @Override
    public Optional<StoredSynonymRule> find(Tx tx, Scope scope, SynonymRuleId id) {
        return select(tx, scope).and(" AND id = ?", id.value()).first(row -> rule(scope.tenant(), row));
    }

    @Override
    public Optional<StoredSynonymRule> findForUpdate(Tx tx, Scope scope, SynonymRuleId id) {
        return select(tx, scope).and(" AND id = ? FOR UPDATE", id.value()).first(row -> rule(scope.tenant(), row));
    }

    @Override
    public boolean insert(Tx tx, StoredSynonymRule rule) {
        boolean free = db.sql(
                        tx,
                        "INSERT INTO @synonym_rule (tenant, id, version, changed_at, content) VALUES (?, ?, ?, ?, ?)",
                        rule.tenant().value(),
                        rule.id().value(),
                        rule.version(),
                        rule.changedAt(),
                        db.json().bytes(rule.content()))
                .insertsIfAbsent();
        if (free) {
            insertKeys(tx, rule);
        }
        return free;
    }

    @Override
    public boolean update(Tx tx, StoredSynonymRule rule, long expectedVersion) {
        boolean there = db.sql(
                        tx,
                        "UPDATE @synonym_rule SET version = ?, changed_at = ?, content = ?"
                                + " WHERE tenant = ? AND id = ? AND version = ?",
                        rule.version(),
                        rule.changedAt(),
                        db.json().bytes(rule.content()),
                        rule.tenant().value(),
                        rule.id().value(),
                        expectedVersion)
                .changes();
        if (there) {
            deleteKeys(tx, rule.tenant(), rule.id());
            insertKeys(tx, rule);
        }
        return there;
    }

    @Override
    public boolean delete(Tx tx, Scope scope, SynonymRuleId id) {
        boolean there = db.sql(
                        tx,
                        "DELETE FROM @synonym_rule WHERE tenant = ? AND id = ?",
                        scope.tenant().value(),
                        id.value())
                .changes();
        if (there) {
            deleteKeys(tx, scope.tenant(), id);
        }
        return there;
    }

    @Override
    public List<StoredSynonymRule> list(Tx tx, Scope scope, @Nullable Keyset after, int limit) {
        Sql sql = select(tx, scope);
        if (after != null) {
            sql.and(" AND id > ?", UUID.fromString(after.id()));
        }
        return sql.and(" ORDER BY tenant, id LIMIT ?", limit).rows(row -> rule(scope.tenant(), row));
    }

    @Override
    public int count(Tx tx, Scope scope) {
        return db.sql(
                        tx,
                        "SELECT COUNT(*) AS rules FROM @synonym_rule WHERE tenant = ?",
                        scope.tenant().value())
                .first(row -> row.integer("rules"))
                .orElseThrow();
    }

    @Override
    public List<StoredSynonymRule> matching(Tx tx, Scope scope, SynonymLookup lookup) {
        String[] languages = lookup.languages().stream().map(LanguageTag::value).toArray(String[]::new);
        String tenant = scope.tenant().value();
        Sql sql = select(tx, scope)
                .and(
                        " AND id IN (SELECT rule FROM @synonym_key WHERE tenant = ? AND language = ANY(?)"
                                + " AND lookup = ANY(?)",
                        tenant,
                        languages,
                        lookup.keys().toArray(String[]::new));
        String beginning = lookup.beginning();
        if (beginning != null) {
            sql.and(
                    " UNION SELECT rule FROM @synonym_key WHERE tenant = ? AND language = ANY(?)"
                            + " AND lookup >= ? AND lookup < ?",
                    tenant,
                    languages,
                    beginning,
                    behindAllThatBeginWith(beginning));
        }
        return sql.and(") ORDER BY tenant, id LIMIT ?", lookup.limit()).rows(row -> rule(scope.tenant(), row));
    }

    private static String behindAllThatBeginWith(String beginning) {
        int last = beginning.offsetByCodePoints(beginning.length(), -1);
        return beginning.substring(0, last) + Character.toString(beginning.codePointAt(last) + 1);
    }

    private void insertKeys(Tx tx, StoredSynonymRule rule) {
        db.sql(
                        tx,
                        "INSERT INTO @synonym_key (tenant, language, lookup, rule)"
                                + " SELECT r.tenant, CAST(? AS VARCHAR(35)), k.item, r.id"
                                + " FROM @synonym_rule r, UNNEST(CAST(? AS VARCHAR ARRAY)) AS k (item)",
                        rule.content().language().value(),
                        rule.keys().toArray(String[]::new))
                .and(
                        " WHERE r.tenant = ? AND r.id = ?",
                        rule.tenant().value(),
                        rule.id().value())
                .update();
    }

    private void deleteKeys(Tx tx, TenantId tenant, SynonymRuleId id) {
        db.sql(tx, "DELETE FROM @synonym_key WHERE tenant = ? AND rule = ?", tenant.value(), id.value())
                .update();
    }

    private Sql select(Tx tx, Scope scope) {
        return db.sql(
                tx,
                "SELECT id, version, changed_at, content FROM @synonym_rule WHERE tenant = ?",
                scope.tenant().value());
    }

    private static StoredSynonymRule rule(TenantId tenant, Row row) throws SQLException {
        return new StoredSynonymRule(
                tenant,
                SynonymRuleId.of(row.uuid("id")),
                row.json("content", SynonymTerms.class),
                row.number("version"),
                row.instant("changed_at"));
    }
}
