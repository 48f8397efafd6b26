// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScopeTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final List<TenantId> TENANTS = List.of(ACME, TenantId.of("Acme"));
    private static final List<CustomerId> CUSTOMERS = List.of(CustomerId.of("1"), CustomerId.of("2"));
    private static final List<String> WORDS = List.of("a", "b", "c");
    private static final List<Audience> AUDIENCES = List.of(Audience.PUBLIC, Audience.SIGNED_IN, Audience.role("x"));

    private final Random random = new Random(Long.getLong("portal.seed", 4711));

    @Test
    void twoScopesTogetherCoverWhatBothCover() {
        int covered = 0;
        for (int i = 0; i < 50_000; i++) {
            Scope one = scope(ACME);
            Scope other = scope(ACME);
            AccessLabel object = label(random.nextInt(2));
            boolean both = one.covers(object) && other.covers(object);
            covered += both ? 1 : 0;
            assertThat(one.and(other).covers(object))
                    .as("%s in %s and %s", object, one, other)
                    .isEqualTo(both);
        }
        assertThat(covered).isGreaterThan(1_000);
    }

    /** Of an object for several audiences less is covered when the two scopes admit different ones of them. */
    @Test
    void twoScopesTogetherNeverCoverMoreThanEither() {
        for (int i = 0; i < 50_000; i++) {
            Scope one = scope(ACME);
            Scope other = scope(ACME);
            AccessLabel object = label(random.nextInt(4));
            if (one.and(other).covers(object)) {
                assertThat(one.covers(object) && other.covers(object))
                        .as("%s in %s and %s", object, one, other)
                        .isTrue();
            }
        }
    }

    @Test
    void anIntersectionIsTheSameInAnyOrder() {
        for (int i = 0; i < 5_000; i++) {
            Scope one = scope(ACME);
            Scope other = scope(ACME);
            Scope third = scope(ACME);
            assertThat(one.and(other)).isEqualTo(other.and(one));
            assertThat(one.and(other).and(third)).isEqualTo(one.and(other.and(third)));
            assertThat(one.and(one)).isEqualTo(one);
            assertThat(one.and(Scope.wholeTenant(ACME))).isEqualTo(one);
        }
    }

    @Test
    void aScopeNeverCoversAnotherTenant() {
        for (int i = 0; i < 5_000; i++) {
            Scope scope = scope(TENANTS.get(random.nextInt(2)));
            AccessLabel object = label(1);
            assertThat(scope.covers(object) && !scope.tenant().equals(object.tenant()))
                    .isFalse();
        }
    }

    @Test
    void scopesOfDifferentTenantsHaveNothingInCommon() {
        assertThatThrownBy(() -> scope(TENANTS.get(0)).and(scope(TENANTS.get(1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsForNoAudienceIsForNobody() {
        assertThat(Scope.wholeTenant(ACME).covers(AccessLabel.of(ACME).forAudiences(Set.of())))
                .isFalse();
        assertThat(Scope.wholeTenant(ACME).covers(AccessLabel.of(ACME))).isTrue();
    }

    @Test
    void aDimensionThatAnObjectDoesNotHaveIsNotRestricted() {
        Scope nothing =
                new Scope(ACME, Bound.only(Set.of()), Bound.only(Set.of()), Bound.only(Set.of()), Bound.only(Set.of()));
        assertThat(nothing.covers(AccessLabel.of(ACME))).isTrue();
        assertThat(nothing.covers(AccessLabel.of(ACME).ownedBy(CUSTOMERS.get(0))))
                .isFalse();
        assertThat(nothing.covers(AccessLabel.of(ACME).handledBy("a"))).isFalse();
        assertThat(nothing.covers(AccessLabel.of(ACME).inState("a"))).isFalse();
        assertThat(nothing.covers(AccessLabel.of(ACME).forAudiences(Set.of(Audience.PUBLIC))))
                .isFalse();
    }

    @Test
    void aScopeCanOnlyBeNarrowed() {
        Scope scope = Scope.wholeTenant(ACME).ofCustomers(Bound.only(Set.of(CUSTOMERS.get(0))));
        assertThat(scope.ofCustomers(Bound.all())).isEqualTo(scope);
        assertThat(scope.ofCustomers(Bound.only(CUSTOMERS))).isEqualTo(scope);
        assertThat(scope.ofCustomers(Bound.only(Set.of(CUSTOMERS.get(1)))).customers())
                .isEqualTo(Bound.only(Set.of()));
        Scope claims = scope.ofTeams(Bound.only(Set.of("claims")));
        assertThat(claims.covers(AccessLabel.of(ACME).handledBy("claims"))).isTrue();
        assertThat(claims.covers(AccessLabel.of(ACME).handledBy("sales"))).isFalse();
        assertThat(claims.ofTeams(Bound.all())).isEqualTo(claims);
        assertThat(claims.ofTeams(Bound.only(Set.of("sales"))).teams()).isEqualTo(Bound.only(Set.of()));
        assertThat(claims.customers()).isEqualTo(scope.customers());
    }

    private Scope scope(TenantId tenant) {
        return new Scope(tenant, bound(CUSTOMERS), bound(WORDS), bound(AUDIENCES), bound(WORDS));
    }

    private AccessLabel label(int audiences) {
        Set<Audience> readers = new HashSet<>();
        for (int i = 0; i < audiences; i++) {
            readers.add(AUDIENCES.get(random.nextInt(AUDIENCES.size())));
        }
        return new AccessLabel(
                TENANTS.get(random.nextInt(10) / 9),
                perhaps(CUSTOMERS),
                perhaps(WORDS),
                random.nextBoolean() ? readers : null,
                perhaps(WORDS));
    }

    private <T> @Nullable T perhaps(List<T> values) {
        return random.nextBoolean() ? values.get(random.nextInt(values.size())) : null;
    }

    private <T> Bound<T> bound(List<T> values) {
        Set<T> some = new HashSet<>(values);
        some.removeIf(value -> random.nextInt(3) == 0);
        return random.nextBoolean() ? Bound.all() : Bound.only(some);
    }
}
