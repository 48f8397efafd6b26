// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.model.PortalException.NotFound;
import dev.portalblocks.core.tx.JoinableDomain;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.tck.Companion;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Promise;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Promises 1 to 5 of {@link JoinableDomain}, about what becomes of a part; part of {@link JoiningContract}.
 *
 * @param <H> as what the application hands over its transaction
 */
@ContractOf(JoinableDomain.class)
public interface JoinedPartContract<H> {
    /** Returns a domain, a store of it without keys and a host; asked once, at the beginning of each test. */
    JoiningFixture<H> fixture();

    /** Not before it, and then all of it. */
    @Test
    @Promise(1)
    default void othersSeeAPartAfterTheHostsCommit() {
        JoiningFixture<H> host = fixture();
        try (Companion other = new Companion()) {
            host.joined(() -> {
                host.puts("a");
                host.part((tx, keys) -> Keys.put(keys, tx, "b") && Keys.put(keys, tx, "c"));
                return assertNobodySees(host, other, "a", "b", "c");
            });
            assertThat(List.of("a", "b", "c"))
                    .allSatisfy(row -> assertThat(other.does(() -> host.isThere(row)))
                            .as(row)
                            .isTrue());
        }
    }

    /** Parts that were through long ago included. */
    @Test
    @Promise(1)
    default void nobodyEverSeesWhatTheHostRollsBack() {
        JoiningFixture<H> host = fixture();
        RuntimeException thrown = new IllegalStateException("host");
        assertThatThrownBy(() -> host.host().transaction(tx -> {
                    host.domain().joining(tx, () -> host.puts("a"));
                    host.domain().joining(tx, () -> host.puts("b"));
                    throw thrown;
                }))
                .isSameAs(thrown);
        try (Companion other = new Companion()) {
            assertNobodySees(host, other, "a", "b");
        }
    }

    /** Whichever kind of part looks, and whichever call let it in. */
    @Test
    @Promise(2)
    default void aPartSeesWhatWasDoneBeforeIt() {
        JoiningFixture<H> host = fixture();
        host.host().transaction(tx -> {
            host.domain().joining(tx, () -> {
                host.puts("a");
                assertThat(host.isThere("a")).as("by a reading part").isTrue();
                return host.puts("b");
            });
            return host.domain().joining(tx, () -> {
                assertThat(host.isThere("b")).as("in another call").isTrue();
                boolean found = host.part((part, keys) -> Keys.isThere(keys, part, "a"));
                assertThat(found).as("by a writing part").isTrue();
                byte[] kept = host.part((part, keys) -> keys.putIfAbsent(part, Keys.id("b"), new byte[] {9}));
                assertThat(kept).as("the row that is there").isNotEqualTo(new byte[] {9});
                return true;
            });
        });
    }

    /** And the host goes on. */
    @Test
    @Promise(3)
    default void aReadingPartCannotWrite() {
        JoiningFixture<H> host = fixture();
        host.joined(() -> {
            Keys.assertRefused(() -> host.domain().read(tx -> Keys.put(host.store(), tx, "a")));
            assertThat(host.domain().<Boolean>read(Tx::isReadOnly)).isTrue();
            return host.puts("b");
        });
        assertThat(host.isThere("a")).isFalse();
        assertThat(host.isThere("b")).isTrue();
    }

    /** What was done before and what is done afterwards is there, whatever was thrown in between. */
    @Test
    @Promise(4)
    default void aPartThatThrowsIsTakenBackAlone() {
        JoiningFixture<H> host = fixture();
        List<Throwable> all =
                List.of(new IllegalStateException("test"), new NotFound("test"), new AssertionError("test"));
        host.joined(() -> {
            host.puts("before");
            for (Throwable thrown : all) {
                assertThatThrownBy(() -> host.part((tx, keys) ->
                                Keys.put(keys, tx, "gone") && Keys.put(keys, tx, "gone, too") && Keys.sneak(thrown)))
                        .isSameAs(thrown);
                assertThatThrownBy(() -> host.domain().read(tx -> Keys.sneak(thrown)))
                        .isSameAs(thrown);
            }
            return host.puts("after");
        });
        assertThat(host.isThere("before")).isTrue();
        assertThat(host.isThere("after")).isTrue();
        assertThat(host.isThere("gone")).isFalse();
        assertThat(host.isThere("gone, too")).isFalse();
    }

    /** Where the exception leaves the call that joins. */
    @Test
    @Promise(4)
    default void aHostThatCatchesGoesOn() {
        JoiningFixture<H> host = fixture();
        RuntimeException thrown = new NotFound("test");
        host.host().transaction(tx -> {
            assertThatThrownBy(() -> host.domain()
                            .joining(
                                    tx,
                                    () -> host.puts("part")
                                            && host.part((part, keys) ->
                                                    Keys.put(keys, part, "gone") && Keys.sneak(thrown))))
                    .isSameAs(thrown);
            return host.domain().joining(tx, () -> host.puts("after"));
        });
        assertThat(host.isThere("gone")).isFalse();
        assertThat(host.isThere("part")).as("a part that was through").isTrue();
        assertThat(host.isThere("after")).isTrue();
    }

    /** As if the part had not been: the row is written anew, and is what was written last. */
    @Test
    @Promise(4)
    default void whatWasTakenBackCanBeDoneAgain() {
        JoiningFixture<H> host = fixture();
        RuntimeException thrown = new IllegalStateException("test");
        host.joined(() -> {
            assertThatThrownBy(() -> host.part((tx, keys) ->
                            keys.putIfAbsent(tx, Keys.id("a"), new byte[] {1}).length > 0 && Keys.sneak(thrown)))
                    .isSameAs(thrown);
            return host.part((tx, keys) -> keys.putIfAbsent(tx, Keys.id("a"), new byte[] {2}));
        });
        byte[] kept =
                host.domain().read(tx -> host.store().find(tx, Keys.id("a")).orElseThrow());
        assertThat(kept).containsExactly(2);
    }

    /** Whoever gave way in a circle of waiting. */
    @Test
    @Promise(5)
    default void aPartThatStorageFailsUnderIsTakenBackAlone() {
        new JoinedCircle<>(fixture()).assertOnlyPartsAreTakenBack(false);
    }

    /** Even where it went on as if nothing were. */
    @Test
    @Promise(5)
    default void aFailureThatAPartCaughtIsThrownAtItsEnd() {
        new JoinedCircle<>(fixture()).assertOnlyPartsAreTakenBack(true);
    }

    private static boolean assertNobodySees(JoiningFixture<?> host, Companion other, String... rows) {
        assertThat(rows)
                .allSatisfy(row ->
                        assertThat(other.does(() -> host.isThere(row))).as(row).isFalse());
        return true;
    }
}
