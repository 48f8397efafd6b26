// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.model.PortalException.NotFound;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.tx.Tx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Work inside a host's transaction joins it only where the host says so, and then stands and falls with it. */
class JoiningTest {
    private final Memory memory = new Memory();
    private final MemoryTable<String, String> table = memory.table("test", Comparator.<String>naturalOrder());

    @Test
    void joinedWorkIsCommittedByTheHost() {
        List<Boolean> joined = new ArrayList<>();
        memory.write(tx -> {
            table.put(tx, "a", "host");
            joined.add(tx.isJoined());
            memory.joining(
                    tx,
                    () -> memory.write(inner -> {
                        joined.add(inner.isJoined());
                        assertThat(table.find(inner, "a")).contains("host");
                        return put(inner, "b");
                    }));
            assertThat(committed()).as("by another thread's eyes").isEmpty();
            joined.add(tx.isJoined());
            return true;
        });

        assertThat(joined).containsExactly(false, true, false);
        assertThat(committed()).containsExactly("a", "b");
    }

    @Test
    void joinedWorkIsRolledBackByTheHost() {
        assertThatThrownBy(() -> memory.write(tx -> {
                    memory.joining(tx, () -> memory.write(inner -> put(inner, "b")));
                    throw new IllegalStateException("host");
                }))
                .hasMessage("host");

        assertThat(committed()).isEmpty();
    }

    @Test
    void aHostThatCatchesFailedWorkCanNotCommitHalfOfIt() {
        assertThatThrownBy(() -> memory.write(tx -> {
                    try {
                        memory.joining(
                                tx,
                                () -> memory.<Boolean>write(inner -> {
                                    put(inner, "half");
                                    throw new IllegalStateException("work");
                                }));
                    } catch (IllegalStateException e) {
                        // as if nothing had happened
                    }
                    return true;
                }))
                .isInstanceOfSatisfying(
                        StorageFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo("storage.joined-work-failed"));

        assertThat(committed()).isEmpty();
    }

    @Test
    void aHostThatCatchesWorkThatWroteNothingCommits() {
        memory.write(tx -> {
            put(tx, "host");
            memory.joining(tx, () -> {
                assertThatThrownBy(() -> memory.<Boolean>write(inner -> {
                            assertThat(table.findForUpdate(inner, "a")).isEmpty();
                            throw new NotFound("a");
                        }))
                        .isInstanceOf(NotFound.class);
                return memory.write(inner -> put(inner, "b"));
            });
            return true;
        });

        assertThat(committed()).containsExactly("b", "host");
    }

    @Test
    void storageThatFailsUnderJoinedWorkDoomsTheHost() {
        StorageFailure failure = new StorageFailure("storage.broken", false, null);
        assertThatThrownBy(() -> memory.write(tx -> memory.joining(tx, () -> {
                    assertThatThrownBy(() -> memory.write(inner -> {
                                throw failure;
                            }))
                            .isSameAs(failure);
                    return put(tx, "host");
                })))
                .isSameAs(failure);

        assertThat(committed()).isEmpty();
    }

    @Test
    void joinedWorkThatReadsCannotWrite() {
        memory.write(tx -> memory.joining(tx, () -> {
            assertThatThrownBy(() -> memory.read(inner -> put(inner, "a")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The transaction only reads");
            assertThat(memory.<Boolean>read(Tx::isReadOnly)).isTrue();
            assertThat(memory.<Boolean>write(Tx::isReadOnly)).isFalse();
            return memory.write(inner -> put(inner, "b"));
        }));

        assertThat(committed()).containsExactly("b");
    }

    @Test
    void whatRunsApartIsCommittedWhateverTheHostDoes() {
        assertThatThrownBy(() -> memory.write(tx -> {
                    put(tx, "host");
                    memory.joining(tx, () -> {
                        assertThat(memory.<Boolean>apart(Tx::isJoined)).isFalse();
                        return memory.apart(own -> table.find(own, "host").isEmpty() && put(own, "apart"));
                    });
                    assertThat(committed()).containsExactly("apart");
                    throw new IllegalStateException("host");
                }))
                .hasMessage("host");
        memory.read(tx -> memory.joining(tx, () -> memory.apart(own -> put(own, "beside a reader"))));

        assertThat(committed()).containsExactly("apart", "beside a reader");
    }

    @Test
    void whatFailsApartIsNothingToTheHost() {
        Memory hasty = new Memory(Duration.ofMillis(1));
        MemoryTable<String, String> rows = hasty.table("test", Comparator.<String>naturalOrder());
        hasty.write(tx -> {
            rows.put(tx, "a", "host");
            hasty.joining(tx, () -> {
                assertThatThrownBy(() -> hasty.apart(own -> rows.insert(own, "a", "waits for itself")))
                        .isInstanceOfSatisfying(
                                StorageFailure.class,
                                failure -> assertThat(failure.code()).isEqualTo("storage.lock-timeout"));
                return hasty.write(inner -> rows.insert(inner, "b", "joined again"));
            });
            return true;
        });

        assertThat(hasty.<Long>read(tx -> rows.all(tx).count())).isEqualTo(2);
    }

    @Test
    void insideATransactionThatItDoesNotJoinNothingRunsApart() {
        assertThatThrownBy(() -> memory.write(tx -> memory.apart(own -> true)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Transactions do not nest");
        assertThatThrownBy(() ->
                        memory.write(tx -> memory.joining(tx, () -> memory.write(inner -> memory.apart(own -> true)))))
                .hasMessage("Transactions do not nest");
        assertThatThrownBy(() ->
                        memory.write(tx -> memory.joining(tx, () -> memory.apart(own -> memory.apart(deeper -> true)))))
                .hasMessage("Transactions do not nest");
    }

    @Test
    void withoutTheHostsWordNothingJoinsAndJoinedTransactionsDoNotNest() {
        assertThatThrownBy(() -> memory.write(tx -> memory.write(inner -> true)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Transactions do not nest");
        assertThatThrownBy(() -> memory.write(tx ->
                        memory.joining(tx, () -> memory.write(inner -> memory.write(deeper -> true)))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Transactions do not nest");
        assertThatThrownBy(() -> memory.write(tx -> memory.joining(tx, () -> memory.joining(tx, () -> true))))
                .isInstanceOf(IllegalStateException.class);
    }

    private boolean put(Tx tx, String key) {
        table.put(tx, key, "joined");
        return true;
    }

    private List<Object> committed() {
        return memory.contents().getOrDefault("test", List.of()).stream()
                .map(row -> ((Map.Entry<?, ?>) row).getKey())
                .map(Object.class::cast)
                .toList();
    }
}
