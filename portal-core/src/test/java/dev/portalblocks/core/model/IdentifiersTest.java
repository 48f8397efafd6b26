// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
    private static final Map<String, Function<String, Object>> KINDS = Map.of(
            "tenant-id.invalid", TenantId::of,
            "customer-id.invalid", CustomerId::of,
            "idempotency-key.invalid", IdempotencyKey::of,
            "audience.invalid", Audience::role,
            "object-ref.invalid", id -> ObjectRef.of("article", id));

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\nb", "a\u007F", "a\u0085", "a\uD800", "\uDC00a", "a ", "a\t"})
    void controlsOuterWhiteSpaceAndLoneSurrogatesAreRefused(String value) {
        KINDS.forEach((code, kind) -> assertRefused(code, () -> kind.apply(value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "4711", "caf\u00E9", "cafe\u0301", "\uD83D\uDE00", "a b", "'; --", "%", "a/b", "a:b"})
    void everyOtherTextIsTakenAsItIs(String value) {
        KINDS.forEach((code, kind) -> assertThat(kind.apply(value).toString()).endsWith(value));
    }

    @Test
    void lengthsEndWhereTheirJavadocSays() {
        assertThat(TenantId.of("x".repeat(100)).value()).hasSize(100);
        assertRefused("tenant-id.invalid", () -> TenantId.of("x".repeat(101)));
        assertRefused("customer-id.invalid", () -> CustomerId.of("x".repeat(101)));
        assertThat(IdempotencyKey.of("x".repeat(200)).value()).hasSize(200);
        assertRefused("idempotency-key.invalid", () -> IdempotencyKey.of("x".repeat(201)));
        assertRefused("tenant-id.invalid", () -> TenantId.of(""));
    }

    @Test
    void anAudienceIsOneOfThreeForms() {
        assertThat(Audience.of("public")).isEqualTo(Audience.PUBLIC);
        assertThat(Audience.of("role:broker")).isEqualTo(Audience.role("broker"));
        for (String token : new String[] {"Public", "role:", "staff", "signed_in"}) {
            assertRefused("audience.invalid", () -> Audience.of(token));
        }
    }

    @Test
    void aReferenceComesBackFromItsText() {
        ObjectRef ref = ObjectRef.of("article", "a:b");
        assertThat(ObjectRef.parse(ref.toString())).isEqualTo(ref);
        assertRefused("object-ref.invalid", () -> ObjectRef.parse("article"));
        assertRefused("object-ref.invalid", () -> ObjectRef.parse(":1"));
        assertRefused("object-ref.invalid", () -> ObjectRef.of("a:b", "1"));
    }

    @Test
    void anActorsTextTellsNeitherRolesNorAttributes() {
        Actor actor = new Actor(
                TenantId.of("acme"),
                Actor.Kind.CUSTOMER,
                "4711",
                Set.of("secret-role"),
                Map.of("mail", "erika@example.org"));
        assertThat(actor.toString()).isEqualTo("acme/CUSTOMER/4711");
    }

    @Test
    void onlyACustomerIsACustomer() {
        TenantId acme = TenantId.of("acme");
        assertThat(Actor.customer(acme, CustomerId.of("4711")).findCustomer()).contains(CustomerId.of("4711"));
        assertThat(Actor.agent(acme, "4711").findCustomer()).isEmpty();
        assertThat(Actor.system(acme, "4711").findCustomer()).isEmpty();
        assertThat(Actor.anonymous(acme).findCustomer()).isEmpty();
        assertThat(Actor.anonymous(acme).isSignedIn()).isFalse();
        assertThat(Actor.agent(acme, "a", "x").withRoles("y").roles()).containsExactly("y");
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PortalException.InvalidInput.class,
                        e -> assertThat(e.code()).isEqualTo(code));
    }
}
