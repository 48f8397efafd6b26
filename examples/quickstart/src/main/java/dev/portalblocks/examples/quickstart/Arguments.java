// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.examples.quickstart;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PortalException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the command line asks for. */
final class Arguments {
    static final String USAGE = """
            Optionen:
              --articles ORDNER   importiert vorher einen anderen Ordner mit Markdown-Dateien
              --ask "FRAGE"       zeigt nur, was auf diese Frage gefunden wird
              --language SPRACHE  Sprache der anderen Artikel und der Frage, etwa en; sonst de
              --db ORT            behält alles über das Ende hinaus: DATEI (H2, wird angelegt) oder
                                  "jdbc:postgresql://RECHNER/NAME?user=…&password=…"; sonst nur im Speicher;
                                  Dokumente liegen in DATEI.contents, bei PostgreSQL im Ordner
                                  quickstart-contents dort, wo das Programm gestartet wird
              --help              zeigt diese Hilfe
            """;

    private static final Set<String> OPTIONS = Set.of("--articles", "--ask", "--language", "--db");

    private final boolean help;
    private final Optional<Path> articles;
    private final Optional<String> question;
    private final LanguageTag language;
    private final Optional<Place> database;

    private Arguments(boolean help, Map<String, String> values) {
        this.help = help;
        articles = Optional.ofNullable(values.get("--articles")).map(Path::of);
        question = Optional.ofNullable(values.get("--ask"));
        language = LanguageTag.of(values.getOrDefault("--language", "de"));
        database = Optional.ofNullable(values.get("--db")).map(Place::of);
    }

    static Arguments parse(String... args) throws Misuse {
        boolean help = Arrays.asList(args).contains("--help");
        try {
            return new Arguments(help, help ? Map.of() : values(args));
        } catch (InvalidPathException e) {
            throw new Misuse("Das ist kein Ordner: " + e.getInput());
        } catch (PortalException.InvalidInput e) {
            throw new Misuse("Das ist keine Sprache (" + e.code() + ")");
        } catch (IllegalArgumentException e) {
            throw new Misuse("Das ist weder eine Datei noch ein PostgreSQL: " + e.getMessage());
        }
    }

    boolean isHelp() {
        return help;
    }

    Optional<Path> articles() {
        return articles;
    }

    Optional<String> question() {
        return question;
    }

    LanguageTag language() {
        return language;
    }

    /** Where to keep everything; empty for in memory. */
    Optional<Place> database() {
        return database;
    }

    private static Map<String, String> values(String... args) throws Misuse {
        Map<String, String> values = new HashMap<>();
        Iterator<String> rest = Arrays.asList(args).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            if (!OPTIONS.contains(option)) {
                throw new Misuse("Unbekannte Option: " + option);
            }
            if (!rest.hasNext()) {
                throw new Misuse(option + " braucht einen Wert");
            }
            values.put(option, rest.next());
        }
        return values;
    }

    /** The command line can't be understood. */
    static final class Misuse extends Exception {
        private static final long serialVersionUID = 1L;

        private Misuse(String message) {
            super(message);
        }
    }
}
