// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the kit consists of: its contracts and the broken stores that it is tried on. */
final class Kit {
    // looked up once: the kit is asked for its contracts by each of its broken stores
    private static final List<Class<?>> CONTRACTS = findContracts();

    private Kit() {}

    /** Returns the contracts, without those that are parts of another. */
    static List<Class<?>> contracts() {
        return CONTRACTS;
    }

    private static List<Class<?>> findContracts() {
        List<Class<?>> all = classesBeside(Promise.class)
                .filter(type -> type.isAnnotationPresent(ContractOf.class))
                .toList();
        return all.stream()
                .filter(type -> all.stream().noneMatch(other -> other != type && type.isAssignableFrom(other)))
                .toList();
    }

    /** Returns the test classes whose stores are broken. */
    static List<Class<?>> broken() {
        return classesBeside(Breaks.class)
                .filter(type -> type.isAnnotationPresent(Breaks.class))
                .toList();
    }

    /** Returns the test classes that implement a contract and are not broken on purpose. */
    static List<Class<?>> tests(Class<?> contract) {
        return classesBeside(Breaks.class)
                .filter(type -> contract.isAssignableFrom(type) && !type.isAnnotationPresent(Breaks.class))
                .toList();
    }

    /** Returns the contract that a test class implements. */
    static Optional<Class<?>> contractOf(Class<?> test) {
        return contracts().stream()
                .filter(contract -> contract.isAssignableFrom(test))
                .findFirst();
    }

    /** Returns the promises that a contract has tests for. */
    static SortedSet<Integer> promises(Class<?> contract) {
        SortedSet<Integer> promises = new TreeSet<>();
        Arrays.stream(contract.getMethods())
                .map(method -> method.getAnnotation(Promise.class))
                .forEach(promise -> {
                    if (promise != null) {
                        promises.add(promise.value());
                    }
                });
        return promises;
    }

    private static Stream<Class<?>> classesBeside(Class<?> one) {
        try {
            Path root = Path.of(
                    one.getProtectionDomain().getCodeSource().getLocation().toURI());
            try (Stream<Path> files = Files.walk(root)) {
                return files
                        .map(file -> root.relativize(file).toString())
                        .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                        .sorted()
                        .<Class<?>>map(Kit::load)
                        .toList()
                        .stream();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String file) {
        String name = file.substring(0, file.length() - ".class".length()).replaceAll("[/\\\\]", ".");
        try {
            return Class.forName(name, false, Kit.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
