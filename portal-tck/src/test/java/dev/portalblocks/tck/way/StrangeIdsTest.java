// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.content.file.FileContentStore;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PortalException.InvalidInput;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.jdbc.Databases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tenants, customers and people of any Unicode that their ids admit, up to the last character that fits: each has what is
 * theirs and nothing else, however alike two of them look, in memory, on every database and in files.
 */
class StrangeIdsTest {
    private static final boolean DEEP = Boolean.getBoolean("portal.deep");
    /** In an ordinary build these at least, and every so-manieth of the others. */
    private static final int SOME = 4;

    private static final int MOST = 100;

    /** Ids that a database, a file system or a reader could take for one another, or for something else. */
    private static final List<String> ALIKE = List.of(
            "a",
            "A",
            "\u00C5",
            "A\u030A",
            "\u212B",
            "stra\u00DFe",
            "strasse",
            "STRASSE",
            "i",
            "\u0131",
            "\u0130",
            "\uFF11",
            "1",
            "01",
            "..",
            ".",
            "a/b",
            "a\\b",
            "%",
            "_",
            "NUL",
            "a'--",
            "a:b",
            "*",
            "null");

    /** Where a portal keeps what it is given. */
    enum Ground {
        MEMORY,
        H2,
        POSTGRESQL;

        Composition compose(Path files) {
            return this == MEMORY
                    ? Composition.fresh()
                    : Composition.in(
                            Databases.on(Databases.valueOf(name()).fresh()), bytes -> FileContentStore.in(files));
        }
    }

    @TempDir
    private Path files;

    @ParameterizedTest
    @EnumSource(Ground.class)
    void everybodyHasWhatIsTheirsAndNothingElse(Ground ground) {
        if (ground == Ground.POSTGRESQL && !DEEP) {
            return;
        }
        try (Composition portal = ground.compose(files)) {
            List<IdProgram> programs = new ArrayList<>();
            TenantId shared = TenantId.of("shared");
            for (String id : ids()) {
                programs.add(new IdProgram(portal, shared, id, programs.size()));
                programs.add(new IdProgram(portal, TenantId.of(id), id, programs.size()));
            }
            programs.forEach(IdProgram::write);
            programs.forEach(IdProgram::assertReadAgain);
            for (TenantId tenant : programs.stream().map(IdProgram::tenant).collect(Collectors.toSet())) {
                List<IdProgram> here = programs.stream()
                        .filter(it -> it.tenant().equals(tenant))
                        .toList();
                assertAudited(portal, tenant, here);
                assertThat(portal.portal
                                .mandates()
                                .held(Actor.system(tenant, "reader"), IdProgram.HOLDER, IdProgram.PAGE)
                                .items())
                        .extracting(Mandate::principal)
                        .containsExactlyInAnyOrderElementsOf(
                                here.stream().map(IdProgram::customer).toList());
            }
            System.out.println("Strange ids on " + ground + ": " + programs.size() + " customers");
        }
    }

    private static void assertAudited(Composition portal, TenantId tenant, List<IdProgram> programs) {
        List<AuditEntry> entries =
                IdProgram.all(page -> portal.portal.auditTrail().list(Actor.system(tenant, "reader"), page));
        assertThat(entries).allMatch(entry -> entry.tenant().equals(tenant));
        for (IdProgram one : programs) {
            assertThat(entries)
                    .filteredOn(entry -> one.customer().equals(entry.customer()))
                    .extracting(entry -> entry.actorKind() + " " + entry.actor())
                    .contains("CUSTOMER " + one.customer(), "AGENT " + one.customer(), "SYSTEM " + one.customer())
                    .allMatch(said -> said.endsWith(" " + one.customer()));
        }
    }

    @Test
    void whatNoIdMayBeIsRefusedByItsCode() {
        List<String> refused = new ArrayList<>(List.of("", " ", " a", "a ", "\u2003a"));
        StrangeTexts.full(MOST + 1).forEach(refused::add);
        candidates().filter(text -> !isAdmitted(text)).forEach(refused::add);
        assertThat(refused).contains("a\u0000b", "\uD800", "a\u2028b\u2029", "\u202Eabc\u202C");
        for (String text : refused) {
            assertThat(code(TenantId::of, text)).isEqualTo("tenant-id.invalid");
            assertThat(code(CustomerId::of, text)).isEqualTo("customer-id.invalid");
            assertThat(code(it -> Actor.agent(TenantId.of("t"), it), text)).isEqualTo("actor.invalid");
            assertThat(code(it -> Actor.system(TenantId.of("t"), it), text)).isEqualTo("actor.invalid");
        }
    }

    private static String code(Consumer<String> made, String text) {
        try {
            made.accept(text);
            return "taken";
        } catch (InvalidInput e) {
            return e.code();
        }
    }

    private static boolean isAdmitted(String text) {
        return code(CustomerId::of, text).equals("taken");
    }

    private static Stream<String> candidates() {
        return StrangeTexts.KINDS.stream().flatMap(text -> Stream.of(text, "a" + text + "b"));
    }

    /** Two at the limit, and a part of the others by the seed. */
    private static Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>(StrangeTexts.full(MOST));
        ids.add("x" + StrangeTexts.full(MOST - 1).get(1));
        List<String> others = Stream.concat(ALIKE.stream(), candidates().filter(StrangeIdsTest::isAdmitted))
                .toList();
        long first = Math.floorMod(Seed.value(), SOME);
        for (int i = 0; i < others.size(); i++) {
            if (DEEP || i < 6 || i % SOME == first) {
                ids.add(others.get(i));
            }
        }
        assertThat(ids).hasSizeGreaterThan(DEEP ? 50 : 15);
        return ids;
    }
}
