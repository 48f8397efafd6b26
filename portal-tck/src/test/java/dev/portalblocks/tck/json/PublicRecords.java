// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.json;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The public records that a host's own mapper reads and writes: those in the packages that a module of ours opens to
 * everybody, and in every exported {@code .model} package.
 */
final class PublicRecords {
    private static final String ROOT = "dev.portalblocks.";

    private PublicRecords() {}

    static List<Class<? extends Record>> ofOurModules() {
        return types(ourModules().flatMap(PublicRecords::packages).collect(Collectors.toSet()))
                .filter(JavaClass::isRecord)
                .<Class<? extends Record>>map(type -> type.reflect().asSubclass(Record.class))
                .filter(PublicRecords::isPublic)
                .toList();
    }

    private static Stream<JavaClass> types(Set<String> packages) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(packages).stream()
                        .filter(type -> packages.contains(type.getPackageName()))
                        .sorted(Comparator.comparing(JavaClass::getName));
    }

    private static Stream<String> packages(ModuleDescriptor module) {
        Stream<String> opened =
                module.opens().stream().filter(opens -> !opens.isQualified()).map(ModuleDescriptor.Opens::source);
        Stream<String> models = module.exports().stream()
                .filter(exports -> !exports.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .filter(name -> name.endsWith(".model"));
        return Stream.concat(opened, models);
    }

    private static boolean isPublic(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return Modifier.isPublic(type.getModifiers()) && (outer == null || isPublic(outer));
    }

    private static Stream<ModuleDescriptor> ourModules() {
        try {
            return Collections.list(PublicRecords.class.getClassLoader().getResources("module-info.class")).stream()
                    .map(PublicRecords::descriptor)
                    .filter(module -> module.name().startsWith(ROOT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ModuleDescriptor descriptor(URL file) {
        try (var in = file.openStream()) {
            return ModuleDescriptor.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
