// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A database that keeps what it has committed, and a pool of connections to it. */
final class Engine implements AutoCloseable {
    private static final int CONNECTIONS = 16;

    private final HikariDataSource pool;
    private final AutoCloseable server;
    private final boolean isPostgres;

    private Engine(HikariConfig config, AutoCloseable server, boolean isPostgres) {
        config.setMaximumPoolSize(CONNECTIONS);
        this.pool = new HikariDataSource(config);
        this.server = server;
        this.isPostgres = isPostgres;
    }

    /** Starts the one of this name: {@code h2} in a file, or {@code postgresql} with every commit forced to disk. */
    static Engine named(String name) {
        try {
            return name.equals("h2") ? h2() : postgres();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DataSource source() {
        return pool;
    }

    boolean isPostgres() {
        return isPostgres;
    }

    @Override
    public void close() {
        pool.close();
        try {
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Engine h2() throws IOException {
        Path folder = Files.createTempDirectory("benchmark");
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:file:" + folder.resolve("portal") + ";WRITE_DELAY=0");
        return new Engine(config, () -> remove(folder), false);
    }

    private static Engine postgres() throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
        HikariConfig config = new HikariConfig();
        config.setDataSource(server.getPostgresDatabase());
        return new Engine(config, server, true);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            File[] all =
                    files.sorted(Comparator.reverseOrder()).map(Path::toFile).toArray(File[]::new);
            if (!Arrays.stream(all).allMatch(File::delete)) {
                throw new IOException("Could not remove " + folder);
            }
        }
    }
}
