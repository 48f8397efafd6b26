// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
    private static final Set<Integer> MARKS = Set.of(0x061C, 0x200E, 0x200F);
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
    @ValueSource(
            ints = {
                0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068,
                0x2069
            })
    void whatBreaksOrTurnsALineIsRefused(int point) {
        KINDS.forEach((code, kind) -> assertRefused(code, () -> kind.apply("a" + Character.toString(point) + "b")));
    }

    @Test
    void oneLineIsTheSameToAnIdentifierAndToAConstraintButForTheMarks() {
        Pattern identifier = Pattern.compile(TextPatterns.IDENTIFIER);
        Pattern line = Pattern.compile(TextPatterns.ONE_LINE);
        Pattern notBlank = Pattern.compile(TextPatterns.ONE_LINE_NOT_BLANK);
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            String text = "a" + Character.toString(point) + "b";
            boolean isId = isTaken(text);
            boolean isLine = isId || MARKS.contains(point);
            if (isId != identifier.matcher(text).matches()
                    || isLine != line.matcher(text).matches()
                    || isLine != notBlank.matcher(text).matches()) {
                throw new AssertionError("Told apart: U+" + Integer.toHexString(point));
            }
        }
    }

    @Test
    void aRoleIsAsLongAsItsAudienceTakes() {
        String longest = "x".repeat(115);
        TenantId acme = TenantId.of("acme");
        assertThat(Audience.role(longest).token()).endsWith(longest);
        assertThat(Actor.agent(acme, "a", longest).roles()).containsExactly(longest);
        for (String role : new String[] {longest + "x", "", " ", "a\nb", "\u202Ea"}) {
            assertRefused("role.invalid", () -> Actor.agent(acme, "a", role));
            assertRefused("role.invalid", () -> Actor.agent(acme, "a").withRoles("b", role));
        }
    }

    @Test
    void aRoleThatIsNamedTwiceIsHeldOnce() {
        Actor agent = Actor.agent(TenantId.of("acme"), "a", "x", "y", "x");
        assertThat(agent.roles()).containsExactlyInAnyOrder("x", "y");
        assertThat(agent.withRoles("z", "z").roles()).containsExactly("z");
    }

    @Test
    void attributesAreReplaced() {
        Actor agent = Actor.agent(TenantId.of("acme"), "a", "x").withAttributes(Map.of("branch", "1"));
        assertThat(agent.attributes()).isEqualTo(Map.of("branch", "1"));
        assertThat(agent.withAttributes(Map.of())).isEqualTo(Actor.agent(TenantId.of("acme"), "a", "x"));
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
                Map.of("mail", "erika@example.org"),
                null);
        assertThat(actor.toString()).isEqualTo("acme/CUSTOMER/4711");
        assertThat(actor.actingFor(CustomerId.of("4712")).toString()).isEqualTo("acme/CUSTOMER/4711 for 4712");
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

    @Test
    void aCustomerAsksInTheirOwnNameUnlessTheyChooseAnother() {
        TenantId acme = TenantId.of("acme");
        CustomerId max = CustomerId.of("4712");
        Actor erika = Actor.customer(acme, CustomerId.of("4711"));
        assertThat(erika.actsFor()).isNull();
        assertThat(erika.findPrincipal()).contains(CustomerId.of("4711"));

        Actor forMax = erika.actingFor(max);
        assertThat(forMax.findPrincipal()).contains(max);
        assertThat(forMax.findCustomer()).contains(CustomerId.of("4711"));
        assertThat(forMax.withRoles("broker").withAttributes(Map.of("a", "b")).actsFor())
                .isEqualTo(max);
        assertThat(forMax.actingFor(CustomerId.of("4711"))).isEqualTo(erika);
    }

    @Test
    void nobodyButACustomerActsForACustomer() {
        TenantId acme = TenantId.of("acme");
        CustomerId max = CustomerId.of("4712");
        for (Actor other : List.of(Actor.agent(acme, "a", "service"), Actor.system(acme, "s"), Actor.anonymous(acme))) {
            assertRefused("acts-for.invalid", () -> other.actingFor(max));
            assertThat(other.findPrincipal()).isEmpty();
        }
    }

    private static boolean isTaken(String text) {
        try {
            return TenantId.of(text).value().equals(text);
        } catch (PortalException.InvalidInput e) {
            return false;
        }
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PortalException.InvalidInput.class,
                        e -> assertThat(e.code()).isEqualTo(code));
    }
}
