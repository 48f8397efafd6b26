// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Cursor;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException.InvalidInput;
import dev.portalblocks.tck.Seed;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A cursor opens the next page of the list that gave it, and nothing else; whoever forges one learns nothing. */
class ForgedCursorsTest {
    private static final PageRequest FIRST = PageRequest.first(1);
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static SampleWorld world;
    private static Kept before;

    @BeforeAll
    static void compose() {
        world = Lists.prepared(new SampleWorld(Composition.fresh()));
        before = world.portal.kept();
    }

    @AfterAll
    static void nothingIsLeft() {
        assertThat(world.portal.kept()).isEqualTo(before);
        world.portal.close();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void anHonestCursorOpensTheNextPage(Lists.Listed list) {
        Page<?> first = page(list, FIRST);
        Page<?> second = page(list, FIRST.after(first.next()));
        assertThat(second.items()).hasSize(1);
        assertThat(second.items().get(0)).isNotEqualTo(first.items().get(0));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void everyBitCounts(Lists.Listed list) {
        byte[] honest = Base64.getUrlDecoder().decode(cursor(list).value());
        for (int bit = 0; bit < honest.length * Byte.SIZE; bit++) {
            byte[] forged = honest.clone();
            forged[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
            assertRefused(list, Base64.getUrlEncoder().withoutPadding().encodeToString(forged));
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void everyCharacterCounts(Lists.Listed list) {
        String honest = cursor(list).value();
        for (int i = 0; i < honest.length(); i++) {
            int other = (ALPHABET.indexOf(honest.charAt(i)) + 1) % ALPHABET.length();
            assertRefused(list, honest.substring(0, i) + ALPHABET.charAt(other) + honest.substring(i + 1));
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aCursorIsWhole(Lists.Listed list) {
        String honest = cursor(list).value();
        for (int length = 0; length < honest.length(); length++) {
            assertRefused(list, honest.substring(0, length));
        }
        for (String more : List.of("=", "==", "A", "AAAA", " ", "\n", honest)) {
            assertRefused(list, honest + more);
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aCursorIsOfItsQuery(Lists.Listed list) {
        for (Lists.Listed other : Lists.all()) {
            if (!other.name().equals(list.name())) {
                assertRefused(list, cursor(other).value());
            }
        }
        if (list.other() != list.read()) {
            PageRequest request = FIRST.after(cursor(list));
            assertThatThrownBy(() -> list.other().page(world, world.program(), request))
                    .satisfies(ForgedCursorsTest::isInvalid);
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aCursorIsOfItsTenant(Lists.Listed list) {
        Actor foreign = Actor.system(world.elsewhere, "program");
        PageRequest request = FIRST.after(cursor(list));
        assertThatThrownBy(() -> list.read().page(world, foreign, request)).satisfies(ForgedCursorsTest::isInvalid);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void anyOtherTextIsNoCursor(Lists.Listed list) {
        SplittableRandom random = Seed.random();
        for (int round = 0; round < 300; round++) {
            byte[] bytes = Seed.bytes(random, 1 + random.nextInt(100));
            assertRefused(list, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            assertRefused(list, new String(bytes, StandardCharsets.ISO_8859_1));
        }
        assertRefused(list, "\uD800");
        assertRefused(list, "A".repeat(6_000));
        assertRefused(list, "A".repeat(6_001));
    }

    private static Page<?> page(Lists.Listed list, PageRequest request) {
        return list.read().page(world, world.program(), request);
    }

    private static Cursor cursor(Lists.Listed list) {
        return page(list, FIRST).findNext().orElseThrow();
    }

    private static void assertRefused(Lists.Listed list, String forged) {
        assertThatThrownBy(() -> page(list, FIRST.after(Cursor.of(forged))))
                .as("cursor %s", forged)
                .satisfies(ForgedCursorsTest::isInvalid);
    }

    private static void isInvalid(Throwable refused) {
        assertThat(refused).isInstanceOf(InvalidInput.class).hasMessage("Invalid input: cursor.invalid");
    }

    static Stream<Lists.Listed> lists() {
        return Lists.all().stream();
    }
}
