// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.PortalException.InvalidInput;
import dev.portalblocks.core.model.PortalException.Violation;
import dev.portalblocks.tck.LogCollector;
import dev.portalblocks.tck.jdbc.QuotingSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Where a call can leave something beside the rows: the text of statements, the names of files and threads, lines of logs,
 * messages of exceptions, the envelopes of events, the report on health (whose parts and figures are all the metric names
 * that the library has), and the audit. Looks for what must not be there.
 */
final class Traces {
    private static final Set<String> CONTENTS = Set.of("sealed", "content", "key_id");

    private final Function<String, @Nullable String> secret;
    private final QuotingSource sql;
    private final LogCollector.Listening log;
    private final Path root;
    private final List<String> complaints = new ArrayList<>();
    private final Map<String, Integer> looked = new TreeMap<>();

    /** Looks by what tells which secret stands in a text, null for none. */
    Traces(Function<String, @Nullable String> secret, QuotingSource sql, LogCollector.Listening log, Path root) {
        this.secret = secret;
        this.sql = sql;
        this.log = log;
        this.root = root;
    }

    /** Returns what was found where it must not be. */
    List<String> complaints() {
        return complaints;
    }

    /** Returns how many texts were looked at, by where they stood. */
    Map<String, Integer> looked() {
        return looked;
    }

    /** Looks at what a call has left, and at what it threw. */
    void lookAfter(String call, @Nullable Throwable thrown) {
        sql.takeTexts().forEach(text -> look(call, "SQL text", text));
        log.take().forEach(line -> look(call, "log line", line));
        if (thrown != null) {
            said(thrown).forEach(text -> look(call, "exception", text));
        }
    }

    /** Looks at the names of files and threads. */
    void lookAtNames(String call) {
        try (Stream<Path> files = Files.walk(root)) {
            files.forEach(file -> look(call, "file path", root.relativize(file).toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.getAllStackTraces().keySet().forEach(thread -> look(call, "thread name", thread.getName()));
    }

    /** Looks at all that the events say beside their data, at the audit, at the report on health, and at H2's own log. */
    void lookAtWhatStays(Composition portal, DataSource plain) {
        look("health", "health report", portal.portal.health().toString());
        lookAtRows(plain, "portal_event", CONTENTS);
        lookAtRows(plain, "portal_audit", Set.of());
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(it -> it.toString().endsWith(".trace.db")).toList()) {
                look("the database", "log line", Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void lookAtRows(DataSource plain, String table, Set<String> apart) {
        try (Connection connection = plain.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    String name = rows.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT);
                    Object value = rows.getObject(i);
                    if (!apart.contains(name)) {
                        look("an operation", table + "." + name, text(value));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(@Nullable Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
    }

    private void look(String call, String where, String text) {
        looked.merge(where, 1, Integer::sum);
        String found = secret.apply(text);
        if (found != null) {
            complaints.add(where + " after " + call + " tells " + found + ": "
                    + text.substring(0, Math.min(text.length(), 300)));
        }
    }

    /**
     * Returns every text that an exception carries, with its causes, those it suppresses, and those that follow it. Which
     * language a text is in is said to the caller, by the path to a violated field, and nowhere else.
     */
    private static List<String> said(Throwable thrown) {
        List<String> texts = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(thrown, seen);
        for (Throwable each : seen) {
            texts.add(each.toString());
            texts.add(String.valueOf(each.getMessage()));
            texts.add(String.valueOf(each.getLocalizedMessage()));
            if (each instanceof InvalidInput refused) {
                for (Violation violation : refused.violations()) {
                    texts.add(violation.field().replaceAll("\\[de-x-\\w{8}]", "[]"));
                    texts.add(violation.code() + violation.messages());
                }
            }
        }
        return texts;
    }

    private static void collect(@Nullable Throwable thrown, Set<Throwable> into) {
        if (thrown == null || !into.add(thrown)) {
            return;
        }
        collect(thrown.getCause(), into);
        for (Throwable suppressed : thrown.getSuppressed()) {
            collect(suppressed, into);
        }
        if (thrown instanceof SQLException failure) {
            collect(failure.getNextException(), into);
        }
    }
}
