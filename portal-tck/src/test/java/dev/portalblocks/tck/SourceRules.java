// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The laws of the house that only the source shows. Each answers with complaints, none when all is well. */
final class SourceRules {
    private static final String LICENCE = "// SPDX-License-Identifier: Apache-2.0";
    private static final int MAX_LINES = 300;
    private static final Pattern SENTENCE = Pattern.compile("/\\*\\*[\\s*]*[^\\s*/]");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ");
    private static final Pattern IMPORT = Pattern.compile("(?m)^(package|import) [^;]*;");

    private final List<Path> files;

    private SourceRules(List<Path> files) {
        this.files = files;
    }

    /** The Java files of {@code <module>/src/main/java}, for every module beside each other in {@code house}. */
    static SourceRules mainOf(Path house) {
        return new SourceRules(under(house, List.of("main")));
    }

    /** The Java files of main and test code, for every module beside each other in {@code house}. */
    static SourceRules allOf(Path house) {
        return new SourceRules(under(house, List.of("main", "test")));
    }

    List<Path> files() {
        return files;
    }

    List<String> licenceStandsOnTop() {
        return complaints(file -> text(file).startsWith(LICENCE + "\n") ? null : "lacks its SPDX line on top");
    }

    List<String> filesAreShort() {
        return complaints(file -> {
            long lines = text(file).lines().count();
            return lines < MAX_LINES ? null : "has " + lines + " lines; fewer than " + MAX_LINES + " is the law";
        });
    }

    List<String> packagesAreNullMarkedAndSaid() {
        return files.stream()
                .filter(file -> !isNamed(file, "module-info"))
                .map(file -> file.resolveSibling("package-info.java"))
                .distinct()
                .flatMap(info -> {
                    if (!Files.exists(info)) {
                        return Stream.of(info + " is missing");
                    }
                    var text = text(info);
                    return Stream.of(
                                    text.contains("@NullMarked") ? "" : info + " lacks @NullMarked",
                                    saysBefore(text, 0, PACKAGE) ? "" : info + " lacks its sentence")
                            .filter(complaint -> !complaint.isEmpty());
                })
                .toList();
    }

    List<String> typesAreSaid() {
        return complaints(file -> {
            if (isNamed(file, "package-info")) {
                return null;
            }
            var name = file.getFileName().toString().replace(".java", "");
            var declaration = isNamed(file, "module-info")
                    ? Pattern.compile("(?m)^(open )?module ")
                    : Pattern.compile("(?m)^[\\w@ \\-]*\\b(class|interface|record|enum|@interface) " + name + "\\b");
            var text = text(file);
            return saysBefore(text, afterImports(text), declaration) ? null : "lacks its sentence";
        });
    }

    private static boolean saysBefore(String text, int start, Pattern declaration) {
        var found = declaration.matcher(text);
        return found.find(start)
                && SENTENCE.matcher(text.substring(start, found.start())).find();
    }

    private static int afterImports(String text) {
        return IMPORT.matcher(text)
                .results()
                .mapToInt(found -> found.end())
                .max()
                .orElse(0);
    }

    private List<String> complaints(Function<Path, @org.jspecify.annotations.Nullable String> rule) {
        return files.stream()
                .flatMap(file -> {
                    var complaint = rule.apply(file);
                    return complaint == null ? Stream.of() : Stream.of(file + " " + complaint);
                })
                .toList();
    }

    private static boolean isNamed(Path file, String name) {
        return file.getFileName().toString().equals(name + ".java");
    }

    private static List<Path> under(Path house, List<String> kinds) {
        try (var modules = Files.list(house)) {
            return modules.flatMap(module -> kinds.stream()
                            .map(kind -> module.resolve("src").resolve(kind).resolve("java")))
                    .filter(Files::isDirectory)
                    .flatMap(SourceRules::javaFiles)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> javaFiles(Path directory) {
        try (var walk = Files.walk(directory)) {
            return walk.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
