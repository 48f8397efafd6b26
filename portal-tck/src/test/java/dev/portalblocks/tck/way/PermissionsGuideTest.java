// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.AccessRule;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.docs.Vault;
import dev.portalblocks.docs.memory.MemoryVaultStorage;
import dev.portalblocks.docs.model.Document;
import dev.portalblocks.docs.model.UploadDocument;
import dev.portalblocks.tck.PublishedClasses;
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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide's table of permissions says what the blocks register, row by row. */
class PermissionsGuideTest {
    private static final Path GUIDE = Path.of("../docs/guide/permissions.md");
    private static final Path SNIPPETS = Path.of("src/test/java/dev/portalblocks/tck/way/PermissionsSnippets.java");
    private static final Pattern SHOWN = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMPILED = Pattern.compile("// guide begins\\n(.*?)// guide ends", Pattern.DOTALL);

    @Test
    void theTableOfTheGuideIsWhatTheBlocksRegister() throws IOException {
        List<String> rows = Files.readAllLines(GUIDE).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        assertThat(rows).isEqualTo(table());
    }

    @Test
    void theLinesOfTheGuideAreTheLinesThatRun() throws IOException {
        assertThat(pieces(SHOWN, GUIDE)).hasSize(5).containsExactlyInAnyOrderElementsOf(pieces(COMPILED, SNIPPETS));
    }

    @Test
    void theLinesOfTheGuideDoWhatItSays() {
        List<List<AccessRule>> rules = PermissionsSnippets.roles(MemoryCoreStorage.in(new Memory()));
        assertThat(rules.get(1)).isEqualTo(rules.get(0)).isNotEmpty();
        assertThat(rules.get(2)).isEmpty();
        PermissionsSnippets.narrowed(MemoryCoreStorage.in(new Memory())).close();
        PermissionsSnippets.hosted(MemoryCoreStorage.in(new Memory())).close();
        Memory memory = new Memory();
        try (Portal portal = Portal.of(memory)) {
            Vault vault = Vault.of(portal, MemoryVaultStorage.in(memory));
            Actor erika = Actor.customer(TenantId.of("acme"), CustomerId.of("4711"));
            Actor max = Actor.customer(TenantId.of("acme"), CustomerId.of("4712"));
            for (Actor owner : List.of(erika, max)) {
                CustomerId number = owner.findCustomer().orElseThrow();
                vault.upload(owner, UploadDocument.of(number, "of " + number), SampleWorld.picture());
            }
            List<Page<Document>> lists = PermissionsSnippets.mandates(portal, vault, erika, max);
            assertThat(lists.get(0).items()).extracting(Document::name).containsExactly("of 4712");
            assertThat(lists.get(1).items()).extracting(Document::name).containsExactly("of 4711");
            assertThatThrownBy(() -> vault.list(
                            erika.actingFor(CustomerId.of("4712")), CustomerId.of("4712"), PageRequest.first(1)))
                    .isInstanceOf(PortalException.AccessDenied.class);
        }
    }

    /** Returns the pieces of code without white space: a formatter may break a line elsewhere. */
    private static List<String> pieces(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(piece -> piece.group(1).replaceAll("\\s+", ""))
                .toList();
    }

    /** What a host writes down as rules is, for every permission that there is, the policy that it has. */
    @Test
    void theStandardPolicyAsDataDecidesAsItDoes() {
        try (Composition composed = Composition.fresh()) {
            List<Permission> permissions = composed.portal.permissions();
            RolePolicy data = RolePolicy.of(RolePolicy.standard().rules(permissions));
            assertThat(data.misfits(permissions)).isEmpty();
            for (Actor actor : actors()) {
                for (Permission permission : permissions) {
                    assertThat(composed.memory.<Object>read(tx -> data.decide(tx, actor, permission)))
                            .as("%s, %s", actor, permission)
                            .isEqualTo(composed.memory.<Object>read(
                                    tx -> RolePolicy.standard().decide(tx, actor, permission)));
                }
            }
        }
    }

    private static List<Actor> actors() {
        TenantId acme = TenantId.of("acme");
        Actor erika = Actor.customer(acme, SampleWorld.ERIKA);
        return List.of(
                erika,
                erika.actingFor(SampleWorld.OTTO),
                Actor.agent(acme, "agent", "service"),
                Actor.agent(acme, "agent", "editor"),
                Actor.agent(acme, "agent", "auditor"),
                Actor.agent(acme, "agent"),
                Actor.system(acme, "program"),
                Actor.anonymous(acme));
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
