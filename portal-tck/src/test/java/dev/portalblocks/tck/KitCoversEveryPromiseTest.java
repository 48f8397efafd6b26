// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Counts: what the Javadoc promises, what has a test, and what a broken store proves the test to see. */
class KitCoversEveryPromiseTest {
    private static final Path MODULES = Path.of("..");
    private static final Pattern NUMBERED_INTERFACE = Pattern.compile(
            "/\\*\\*(?:(?!\\*/).)*?<ol>((?:(?!\\*/).)*?)</ol>(?:(?!\\*/).)*?\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*public "
                    + "(?:sealed |non-sealed )?interface ",
            Pattern.DOTALL);
    private static final List<Class<?>> BROKEN = Kit.broken();
    private static final Pattern ITEM = Pattern.compile("<li>");

    @ParameterizedTest(name = "{0}")
    @MethodSource("contracts")
    void eachNumberedPromiseHasItsTest(Class<?> contract) {
        int promised = promisesOf(source(spi(contract)));

        assertThat(Kit.promises(contract))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, promised).boxed().toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contracts")
    void eachContractIsTriedOnTwoBrokenStoresOrMore(Class<?> contract) {
        assertThat(BROKEN)
                .filteredOn(test -> Kit.contractOf(test).orElseThrow() == contract)
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void eachInterfaceWithNumberedPromisesHasAContract() {
        Set<String> tested = contracts().stream()
                .map(contract -> spi(contract).getName())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(numberedInterfaces()).isNotEmpty().isEqualTo(tested);
    }

    static List<Class<?>> contracts() {
        return Kit.contracts();
    }

    private static Class<?> spi(Class<?> contract) {
        return contract.getAnnotation(ContractOf.class).value();
    }

    private static int promisesOf(Path source) {
        Matcher numbered = NUMBERED_INTERFACE.matcher(read(source));
        assertThat(numbered.find()).as("numbered promises in %s", source).isTrue();
        return (int) ITEM.matcher(numbered.group(1))
                .results()
                .map(MatchResult::group)
                .count();
    }

    private static Path source(Class<?> spi) {
        String file = spi.getName().replace('.', '/') + ".java";
        return sources().filter(path -> path.endsWith(file)).findFirst().orElseThrow();
    }

    private static Set<String> numberedInterfaces() {
        return sources()
                .filter(path -> NUMBERED_INTERFACE.matcher(read(path)).find())
                .map(KitCoversEveryPromiseTest::className)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String className(Path source) {
        String path = source.toString().replace('\\', '/');
        String type = path.substring(path.indexOf("/src/main/java/") + "/src/main/java/".length());
        return type.substring(0, type.length() - ".java".length()).replace('/', '.');
    }

    private static Stream<Path> sources() {
        try (Stream<Path> modules = Files.list(MODULES)) {
            return modules.map(module -> module.resolve("src/main/java")).filter(Files::isDirectory).toList().stream()
                    .flatMap(KitCoversEveryPromiseTest::javaFiles);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> javaFiles(Path root) {
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(path -> path.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
