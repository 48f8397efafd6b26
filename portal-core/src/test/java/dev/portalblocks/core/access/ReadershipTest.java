// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.access.memory.MemoryHoldings;
import dev.portalblocks.core.access.memory.MemorySegmentSource;
import dev.portalblocks.core.access.memory.MemoryTeamDirectory;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PortalException.InvalidInput;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadershipTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final Permission READ = Permission.forReaders("kb.read");
    private static final CustomerId ERIKAS = CustomerId.of("4711");
    private static final CustomerId MAX = CustomerId.of("4712");
    private static final Actor ERIKA = Actor.customer(ACME, ERIKAS);
    private static final ObjectRef CONTENTS = ObjectRef.of("product", "hausrat");
    private static final ObjectRef CAR = ObjectRef.of("contract", "2026-4711");
    private static final Set<Audience> EVERYBODY = Set.of(Audience.PUBLIC, Audience.SIGNED_IN);

    private final Memory memory = new Memory();
    private final TeamDirectory teams = new MemoryTeamDirectory(memory);
    private final MemorySegmentSource segments = new MemorySegmentSource(memory);
    private final MemoryHoldings holdings = new MemoryHoldings(memory);
    private final AccessPolicy policy = RolePolicy.standard().knowing(new Directories(teams, segments, holdings));

    @Test
    void customersReadWhatIsForTheirSegmentsAndForOwnersOfWhatTheyOwn() {
        memory.write(tx -> {
            segments.put(tx, ACME, ERIKAS, Set.of("premium", "Neukunden 2026"));
            holdings.put(tx, ACME, ERIKAS, Set.of(CONTENTS, CAR));
            holdings.put(tx, ACME, MAX, Set.of(ObjectRef.of("product", "kfz")));
            return true;
        });
        assertThat(audiences(policy, ERIKA))
                .isEqualTo(all(
                        Audience.segment("premium"),
                        Audience.segment("Neukunden 2026"),
                        Audience.owners(CONTENTS),
                        Audience.owners(CAR)));
    }

    @Test
    void whoLeavesASegmentOrEndsAContractIsOutAtOnce() {
        memory.write(tx -> {
            segments.put(tx, ACME, ERIKAS, Set.of("premium"));
            holdings.put(tx, ACME, ERIKAS, Set.of(CAR));
            return true;
        });
        assertThat(audiences(policy, ERIKA)).hasSize(4);
        memory.write(tx -> {
            segments.put(tx, ACME, ERIKAS, Set.of());
            holdings.put(tx, ACME, ERIKAS, Set.of());
            return true;
        });
        assertThat(audiences(policy, ERIKA)).isEqualTo(EVERYBODY);
    }

    @Test
    void whoActsForAnotherReadsWhatIsForThatOneAndNotWhatIsForThemselves() {
        memory.write(tx -> {
            segments.put(tx, ACME, ERIKAS, Set.of("premium"));
            segments.put(tx, ACME, MAX, Set.of("neu"));
            holdings.put(tx, ACME, ERIKAS, Set.of(CONTENTS));
            holdings.put(tx, ACME, MAX, Set.of(CAR));
            return true;
        });
        assertThat(audiences(policy, ERIKA.actingFor(MAX)))
                .isEqualTo(all(Audience.segment("neu"), Audience.owners(CAR)));
    }

    @Test
    void nobodyButCustomersIsAskedAbout() {
        SegmentSource all = (tx, tenant, customer) -> Set.of("premium");
        Holdings owned = (tx, tenant, customer) -> Set.of(CAR);
        AccessPolicy open = RolePolicy.standard().knowing(new Directories(teams, all, owned));
        assertThat(audiences(open, Actor.anonymous(ACME))).containsExactly(Audience.PUBLIC);
        assertThat(audiences(open, Actor.agent(ACME, "4711", "service"))).isEqualTo(all(Audience.role("service")));
        assertThat(audiences(open, ERIKA)).isEqualTo(all(Audience.segment("premium"), Audience.owners(CAR)));
    }

    @Test
    void aSourceThatFailsTakesNothingElse() {
        Holdings owned = (tx, tenant, customer) -> Set.of(CAR);
        SegmentSource down = (tx, tenant, customer) -> {
            throw new IllegalStateException("The CRM is down");
        };
        AccessPolicy half = RolePolicy.standard().knowing(new Directories(teams, down, owned));
        assertThat(audiences(half, ERIKA)).isEqualTo(all(Audience.owners(CAR)));
    }

    @Test
    void storageThatFailsBeneathASourceEndsTheOperation() {
        Holdings broken = (tx, tenant, customer) -> {
            throw new IllegalStateException(new SQLException("gone", "08006"));
        };
        AccessPolicy failing = RolePolicy.standard().knowing(new Directories(teams, segments, broken));
        assertThatThrownBy(() -> audiences(failing, ERIKA)).isInstanceOf(StorageFailure.class);
    }

    @Test
    void moreThanTheLimitCountsAsNoneAndTheLimitIsAdmitted() {
        for (int more : List.of(0, 1)) {
            SegmentSource many = (tx, tenant, customer) -> names(SegmentSource.MAX_SEGMENTS + more);
            Holdings much = (tx, tenant, customer) -> names(Holdings.MAX_HOLDINGS + more).stream()
                    .map(name -> ObjectRef.of("contract", name))
                    .collect(Collectors.toSet());
            AccessPolicy full = RolePolicy.standard().knowing(new Directories(teams, many, much));
            assertThat(audiences(full, ERIKA)).hasSize(more == 0 ? 402 : 2);
        }
    }

    @Test
    void aThingWithALongNameIsOwnedButNothingIsPublishedForIt() {
        ObjectRef longest = ObjectRef.of("contract", "x".repeat(106));
        ObjectRef longer = ObjectRef.of("contract", "x".repeat(107));
        Holdings owned = (tx, tenant, customer) -> Set.of(longest, longer, CAR);
        AccessPolicy asked = RolePolicy.standard().knowing(new Directories(teams, segments, owned));
        assertThat(audiences(asked, ERIKA)).isEqualTo(all(Audience.owners(longest), Audience.owners(CAR)));
        assertThatThrownBy(() -> Audience.owners(longer)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void audiencesAreReadFromTheirTokens() {
        assertThat(Audience.of("segment:premium")).isEqualTo(Audience.segment("premium"));
        assertThat(Audience.of("owns:contract:2026-4711")).isEqualTo(Audience.owners(CAR));
        assertThat(Audience.of("owns:contract:a:b")).isEqualTo(Audience.owners(ObjectRef.of("contract", "a:b")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"segment:", "segment", "owns:", "owns:product", "owns::hausrat", "owns:product:", "owner:a:b"})
    void whatIsNoAudienceIsRefused(String token) {
        assertThatThrownBy(() -> Audience.of(token)).hasMessageContaining("audience.invalid");
    }

    private Set<Audience> audiences(AccessPolicy asked, Actor actor) {
        Decision decision = memory.read(tx -> asked.decide(tx, actor, READ));
        Scope scope = ((Decision.Allow) decision).scope();
        return scope.audiences().restriction().orElseThrow();
    }

    private static Set<Audience> all(Audience... more) {
        Set<Audience> all = new HashSet<>(EVERYBODY);
        all.addAll(List.of(more));
        return all;
    }

    private static Set<String> names(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).collect(Collectors.toSet());
    }
}
