// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.content.file.FileContentStore;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.tck.LogCollector;
import dev.portalblocks.tck.jdbc.Databases;
import dev.portalblocks.tck.jdbc.QuotingSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/** A portal whose rows, bytes and indexes are in files below one directory (rows as far as the database is H2). */
final class MarkedGround implements AutoCloseable {
    final Composition portal;
    final QuotingSource sql;
    final Traces traces;
    private final DataSource plain;
    private final LogCollector.Listening log = new LogCollector.Listening();
    private final boolean isFile;

    /** Composes one; the secrets are what must stand nowhere but in rows. */
    MarkedGround(Databases databases, Path root, Function<String, @Nullable String> secret) {
        isFile = databases == Databases.H2;
        plain = isFile ? file(root) : databases.fresh();
        sql = new QuotingSource(plain);
        portal = Composition.in(
                Databases.on(sql),
                bytes -> FileContentStore.in(root.resolve("bytes")),
                LuceneSearchIndex.in(root.resolve("index")));
        traces = new Traces(secret, sql, log, root);
    }

    private static DataSource file(Path root) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + root.resolve("rows") + ";DB_CLOSE_DELAY=-1");
        return source;
    }

    /** Looks at what stays when all calls are over. */
    void lookAtWhatStays() {
        traces.lookAtNames("all calls");
        traces.lookAtWhatStays(portal, plain);
        traces.lookAfter("all calls", null);
    }

    @Override
    public void close() {
        log.close();
        portal.close();
        if (isFile) {
            try (Connection connection = plain.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("SHUTDOWN");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
