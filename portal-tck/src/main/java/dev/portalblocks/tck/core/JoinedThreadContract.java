// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.tx.JoinableDomain;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.tck.Companion;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Promise;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Promises 6 to 9 of {@link JoinableDomain}, about what joins, and when; part of {@link JoiningContract}.
 *
 * @param <H> as what the application hands over its transaction
 */
@ContractOf(JoinableDomain.class)
public interface JoinedThreadContract<H> {
    /** Returns a domain, a store of it without keys and a host; asked once, at the beginning of each test. */
    JoiningFixture<H> fixture();

    /** Nor is it so before or after. */
    @Test
    @Promise(6)
    default void aPartKnowsThatItIsJoinedAndNobodyElseIs() {
        JoiningFixture<H> host = fixture();
        List<Boolean> parts = new ArrayList<>();
        try (Companion other = new Companion()) {
            assertNotJoined(host);
            host.joined(() -> {
                parts.add(host.domain().write(Tx::isJoined));
                parts.add(host.domain().read(Tx::isJoined));
                parts.add(host.domain().isJoining());
                other.does(() -> assertNotJoined(host));
                return parts.add(host.domain().write(Tx::isJoined));
            });
            assertNotJoined(host);
        }
        assertThat(parts).containsExactly(true, true, true, true);
    }

    /** Nor does it matter which transaction is named. */
    @Test
    @Promise(7)
    default void joiningDoesNotNest() {
        JoiningFixture<H> host = fixture();
        host.host()
                .transaction(tx -> host.domain().joining(tx, () -> {
                    host.puts("a");
                    Keys.assertRefused(() -> host.domain().joining(tx, () -> "never"));
                    host.part((part, keys) -> {
                        Keys.assertRefused(() -> host.domain().joining(tx, () -> "never"));
                        return Keys.put(keys, part, "b");
                    });
                    return host.puts("c");
                }));
        assertThat(host.isThere("a") && host.isThere("b") && host.isThere("c")).isTrue();
    }

    /** Of whatever kind it is. */
    @Test
    @Promise(7)
    default void nothingBeginsInsideAPart() {
        JoiningFixture<H> host = fixture();
        host.joined(() -> {
            host.part((tx, keys) -> {
                Keys.assertNothingBegins(host.domain());
                return Keys.put(keys, tx, "a");
            });
            host.domain().read(tx -> {
                Keys.assertNothingBegins(host.domain());
                return true;
            });
            return host.puts("b");
        });
        assertThat(host.isThere("a") && host.isThere("b")).isTrue();
    }

    /** Where the host's transaction is one of this domain, nothing begins beside it; otherwise it is no part of it. */
    @Test
    @Promise(8)
    default void afterwardsNothingIsAPart() {
        JoiningFixture<H> host = fixture();
        RuntimeException thrown = new IllegalStateException("test");
        host.host().transaction(tx -> {
            host.domain().joining(tx, () -> host.puts("a"));
            assertNothingJoins(host);
            assertThatThrownBy(() -> host.domain().joining(tx, () -> Keys.sneak(thrown)))
                    .isSameAs(thrown);
            assertNothingJoins(host);
            return host.domain().joining(tx, () -> host.puts("b"));
        });
        assertNotJoined(host);
        assertThatThrownBy(() -> host.joined(() -> host.part((tx, keys) -> Keys.sneak(thrown))))
                .isSameAs(thrown);
        assertNotJoined(host);
    }

    /** It is there at once and for good, or it says that it is a part. */
    @Test
    @Promise(9)
    default void workApartSharesTheHostsFateOnlyWhereItIsToldSo() {
        JoiningFixture<H> host = fixture();
        RuntimeException thrown = new IllegalStateException("host");
        List<Boolean> told = new ArrayList<>();
        try (Companion other = new Companion()) {
            assertThatThrownBy(() -> host.joined(() -> {
                        host.puts("part");
                        told.add(putsApart(host, "a"));
                        assertThat(other.does(() -> host.isThere("a"))).isNotEqualTo(told.get(0));
                        throw thrown;
                    }))
                    .isSameAs(thrown);
        }
        assertThat(host.isThere("a")).as("what the host rolled back").isNotEqualTo(told.get(0));
        host.joined(() -> told.add(putsApart(host, "b")));
        assertThat(host.isThere("b")).isTrue();
    }

    /** Neither where it has a transaction of its own nor where it has none. */
    @Test
    @Promise(9)
    default void workApartThatThrowsIsNothingToTheHost() {
        JoiningFixture<H> host = fixture();
        RuntimeException thrown = new IllegalStateException("test");
        host.joined(() -> {
            host.puts("before");
            assertThatThrownBy(() ->
                            host.domain().apart(tx -> Keys.put(host.store(), tx, "gone") && Keys.sneak(thrown)))
                    .isSameAs(thrown);
            return host.puts("after");
        });
        assertThat(host.isThere("gone")).isFalse();
        assertThat(host.isThere("before") && host.isThere("after")).isTrue();
    }

    private static boolean putsApart(JoiningFixture<?> host, String name) {
        return host.domain().apart(tx -> Keys.put(host.store(), tx, name) && tx.isJoined());
    }

    private static boolean assertNotJoined(JoiningFixture<?> host) {
        assertThat(host.domain().isJoining()).isFalse();
        assertThat(host.domain().<Boolean>write(Tx::isJoined)).isFalse();
        assertThat(host.domain().<Boolean>read(Tx::isJoined)).isFalse();
        return true;
    }

    private static void assertNothingJoins(JoiningFixture<?> host) {
        try {
            assertNotJoined(host);
        } catch (IllegalStateException e) {
            // it would have been a transaction inside another one
        }
    }
}
