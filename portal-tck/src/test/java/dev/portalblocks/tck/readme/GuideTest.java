// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.messaging.model.Conversation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of the guide beside those that have a test of their own: their Java is compiled, and run. */
class GuideTest {
    private static final Path PAGES = Path.of("../docs/guide");
    private static final Path TESTS = Path.of("src/test/java/dev/portalblocks/tck");
    private static final Path STORE = Path.of("../examples/custom-store/src");
    private static final Pattern SHOWN = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMPILED = Pattern.compile("// guide begins\\n(.*?)// guide ends", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(?:#[^)]*)?\\)");

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern TYPE = Pattern.compile("\\b[A-Z]\\w+");

    @TempDir
    private Path folder;

    @Test
    void theLinesOfTheFirstPageAreTheLinesThatRun() throws IOException {
        assertThat(shown("getting-started.md"))
                .hasSize(4)
                .isEqualTo(compiled(
                        TESTS.resolve("readme/StartingSnippets.java"),
                        TESTS.resolve("example/SandboxExamplesTest.java")));
    }

    @Test
    void theLinesAboutTransactionsAreTheLinesThatRun() throws IOException {
        assertThat(shown("transactions.md"))
                .hasSize(5)
                .isEqualTo(compiled(TESTS.resolve("readme/TransactionSnippets.java")));
    }

    @Test
    void theLinesAboutOperatingAreTheLinesThatRun() throws IOException {
        assertThat(shown("operating.md"))
                .hasSize(3)
                .isEqualTo(compiled(TESTS.resolve("readme/OperatingSnippets.java")));
    }

    /** They are the example's, which {@code CustomStoreStandsAloneTest} runs. */
    @Test
    void theLinesAboutAStoreOfYourOwnAreTheExamples() throws IOException {
        assertThat(shown("own-store.md"))
                .hasSize(3)
                .isEqualTo(compiled(
                        STORE.resolve("test/java/dev/portalblocks/examples/store/MvStoreTest.java"),
                        STORE.resolve("main/java/dev/portalblocks/examples/store/MvDomain.java"),
                        STORE.resolve("main/java/dev/portalblocks/examples/store/MvMessagingStorage.java")));
    }

    @Test
    void theFirstPageDoesWhatItSays() throws IOException {
        assertThat(StartingSnippets.run(file("start"), folder).items())
                .singleElement()
                .satisfies(conversation -> assertThat(conversation.unread()).isEqualTo(1));
    }

    @Test
    void thePageOnTransactionsDoesWhatItSays() throws SQLException {
        DataSource source = file("transactions");
        execute(source, "CREATE TABLE claim (customer varchar(100), euros integer)");
        Conversation[] opened = new TransactionSnippets(source, source).run("42");
        assertThat(opened[1]).isEqualTo(opened[2]).isEqualTo(opened[3]).isNotEqualTo(opened[0]);
        assertThat(count(source, "claim")).isEqualTo(1);
        assertThat(count(source, "portal_conversation")).isEqualTo(2);
        assertThat(TransactionSnippets.forced(source)).isTrue();
    }

    @Test
    void thePageOnOperatingDoesWhatItSays() {
        assertThat(OperatingSnippets.run(file("ours"), file("flyway"), () -> true))
                .isEqualTo(200);
        assertThat(OperatingSnippets.run(file("ours2"), file("flyway2"), () -> false))
                .isEqualTo(201);
    }

    /** What a page points at is there. */
    @ParameterizedTest
    @CsvSource({"getting-started.md", "own-store.md", "which-spi.md", "transactions.md", "operating.md"})
    void everyLinkOfThePageLeadsSomewhere(String page) throws IOException {
        List<String> links = LINK.matcher(Files.readString(PAGES.resolve(page)))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.startsWith("https:"))
                .toList();
        assertThat(links)
                .isNotEmpty()
                .allSatisfy(link -> assertThat(PAGES.resolve(link)).exists());
    }

    /** The table names what one may implement, how it is handed in, and its contract: each type of it is ours. */
    @Test
    void everyTypeThatTheTableNamesIsThere() throws IOException {
        Set<String> named = Files.readAllLines(PAGES.resolve("which-spi.md")).stream()
                .filter(line -> line.startsWith("| "))
                .flatMap(line -> CODE.matcher(line).results().map(code -> code.group(1)))
                .flatMap(code -> TYPE.matcher(code).results().map(type -> type.group()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).hasSizeGreaterThan(20);
        named.removeAll(types());
        assertThat(named).isEmpty();
    }

    /** Returns the names of the published types that have a file of their own. */
    private static Set<String> types() throws IOException {
        Set<String> types = new TreeSet<>();
        for (String block : List.of("core", "messaging", "docs", "kb", "tck")) {
            try (Stream<Path> files = Files.walk(Path.of("../portal-" + block + "/src/main/java"))) {
                files.map(file -> file.getFileName().toString().replace(".java", ""))
                        .forEach(types::add);
            }
        }
        return types;
    }

    private DataSource file(String name) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + folder.resolve(name).toAbsolutePath());
        return JdbcConnectionPool.create(source);
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(DataSource source, String table) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static List<String> shown(String page) throws IOException {
        return pieces(SHOWN, PAGES.resolve(page));
    }

    private static List<String> compiled(Path... files) throws IOException {
        List<String> all = new ArrayList<>();
        for (Path file : files) {
            all.addAll(pieces(COMPILED, file));
        }
        return all;
    }

    /** Without white space: a formatter may break a line elsewhere. */
    private static List<String> pieces(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(piece -> piece.group(1).replaceAll("\\s+", ""))
                .toList();
    }
}
