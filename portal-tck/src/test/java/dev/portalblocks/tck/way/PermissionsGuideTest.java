// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.operation.Operation;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide's table of permissions says what the blocks register, row by row. */
class PermissionsGuideTest {
    private static final Path GUIDE = Path.of("../docs/guide/permissions.md");

    @Test
    void theTableOfTheGuideIsWhatTheBlocksRegister() throws IOException {
        List<String> rows = Files.readAllLines(GUIDE).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        assertThat(rows).isEqualTo(table());
    }

    @Test
    void everyPermissionIsAConstantThatAHostCanName() {
        assertThat(byPermission().keySet())
                .isNotEmpty()
                .allSatisfy(permission -> assertThat(constants(permission))
                        .as("public constants of %s", permission.name())
                        .hasSize(1));
    }

    private static List<String> table() {
        return byPermission().entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().name()))
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String row(Permission permission, List<Operation> operations) {
        Stream<String> cells = Stream.of(
                cell(List.of(permission.name())),
                cell(constants(permission)),
                permission.reach().name().toLowerCase(Locale.ROOT),
                cell(permission.roles()),
                cell(operations.stream().map(Operation::name).toList()));
        return cells.collect(joining(" | ", "| ", " |"));
    }

    private static String cell(Collection<String> words) {
        return words.isEmpty() ? "none" : words.stream().sorted().collect(joining("`, `", "`", "`"));
    }

    private static List<String> constants(Permission permission) {
        return PublishedClasses.all().stream()
                .filter(type -> Modifier.isPublic(type.getModifiers()))
                .flatMap(type -> Arrays.stream(type.getFields()))
                .filter(field ->
                        field.getType() == Permission.class && valueOf(field).equals(permission))
                .map(field -> field.getDeclaringClass().getSimpleName() + "." + field.getName())
                .toList();
    }

    private static Object valueOf(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(field.toString(), e);
        }
    }

    private static Map<Permission, List<Operation>> byPermission() {
        try (Composition portal = Composition.fresh()) {
            return portal.operations().stream().collect(groupingBy(Operation::permission));
        }
    }
}
