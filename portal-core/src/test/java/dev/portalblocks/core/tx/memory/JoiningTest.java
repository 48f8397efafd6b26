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
import java.util.function.Consumer;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Work inside a host's transaction joins it only where the host says so, and then stands and falls with it. */
class JoiningTest {
    private final Memory memory = new Memory();
    private final MemoryTable<String, String> table = memory.table("test", Comparator.<String>naturalOrder());
    private final MemoryLog<String, String> log = memory.log("log", Comparator.<String>naturalOrder());

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
    void aPartThatThrowsIsTakenBackAloneAndTheHostCommitsTheRest() {
        memory.write(tx -> put(tx, "old") && put(tx, "older"));
        memory.write(tx -> {
            put(tx, "host");
            table.delete(tx, "old");
            memory.joining(tx, () -> {
                memory.write(inner -> put(inner, "before"));
                assertFails(memory, inner -> {
                    table.put(inner, "host", "changed");
                    table.delete(inner, "before");
                    table.delete(inner, "older");
                    table.insert(inner, "old", "again");
                    table.insert(inner, "new", "first");
                    table.put(inner, "new", "second");
                    log.append(inner, "log", "never");
                });
                return memory.write(inner -> table.find(inner, "new").isEmpty() && put(inner, "after"));
            });
            assertThat(table.find(tx, "host")).contains("joined");
            assertThat(table.all(tx).map(Map.Entry::getKey)).containsExactly("after", "before", "host", "older");
            return table.insert(tx, "new", "host");
        });

        assertThat(committed()).containsExactly("after", "before", "host", "new", "older");
        assertThat(memory.contents().get("log")).isEmpty();
    }

    @Test
    void whatAPartTookBackAppendedAndRemovedIsAsBefore() {
        memory.write(tx -> append(tx, "first"));
        memory.write(tx -> append(tx, "second"));
        memory.write(tx -> {
            append(tx, "host");
            memory.joining(tx, () -> {
                memory.write(inner -> {
                    log.removeUpTo(inner, "log", 1, Long.MAX_VALUE);
                    return true;
                });
                assertFails(memory, inner -> {
                    append(inner, "never");
                    log.removeUpTo(inner, "log", 2, Long.MAX_VALUE);
                    assertThat(log.after(inner, "log", 0, 0, 10)).isEmpty();
                });
                return memory.write(inner -> append(inner, "after"));
            });
            assertThat(log.after(tx, "log", 0, 0, 10))
                    .extracting(MemoryLog.Entry::element)
                    .containsExactly("second");
            return true;
        });

        assertThat(memory.<List<String>>read(tx -> log.after(tx, "log", 0, 0, 10).stream()
                        .map(MemoryLog.Entry::element)
                        .toList()))
                .containsExactly("second", "host", "after");
    }

    @Test
    void aHostsOpenStreamShowsTheSameThroughAPartThatIsTakenBack() {
        memory.write(tx -> put(tx, "a") && put(tx, "b"));
        memory.write(tx -> {
            table.put(tx, "b", "host");
            List<String> seen = new ArrayList<>();
            table.all(tx).forEach(row -> {
                seen.add(row.getKey() + " " + row.getValue());
                memory.joining(tx, () -> {
                    assertFails(memory, inner -> {
                        table.put(inner, "b", "part");
                        table.all(inner).forEach(any -> table.put(inner, "b", "later"));
                        table.put(inner, "c", "part");
                    });
                    return true;
                });
            });
            assertThat(seen).containsExactly("a joined", "b host");
            return true;
        });

        assertThat(committed()).containsExactly("a", "b");
    }

    @Test
    void aPartEndsWithItsWork() {
        memory.write(tx -> memory.joining(tx, () -> {
            Tx ended = memory.write(inner -> inner);
            assertThatThrownBy(() -> put(ended, "late")).hasMessage("The transaction has ended");
            return memory.write(inner -> put(inner, "next"));
        }));

        assertThat(committed()).containsExactly("next");
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
    void aFailureOfStorageIsThePartsAloneAndThrownAgainWhereItWasCaught() {
        Memory hasty = new Memory(Duration.ofMillis(1));
        MemoryTable<String, String> rows = hasty.table("test", Comparator.<String>naturalOrder());
        try (Peer other = Peer.writing(hasty)) {
            assertThat(other.<Boolean>does(tx -> rows.insert(tx, "theirs", "other")))
                    .isTrue();
            hasty.write(tx -> rows.insert(tx, "host", "host")
                    && hasty.joining(tx, () -> {
                        assertTimesOut(() -> hasty.write(
                                inner -> rows.insert(inner, "part", "gone") && rows.insert(inner, "theirs", "never")));
                        assertTimesOut(() -> hasty.write(inner -> {
                            rows.put(inner, "part", "gone");
                            assertTimesOut(() -> rows.insert(inner, "theirs", "never"));
                            return "caught";
                        }));
                        return hasty.write(inner -> rows.insert(inner, "after", "part"));
                    }));
            other.commits();
        }

        assertThat(hasty.<List<String>>read(
                        tx -> rows.all(tx).map(Map.Entry::getKey).toList()))
                .containsExactly("after", "host", "theirs");
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
                assertTimesOut(() -> hasty.apart(own -> rows.insert(own, "a", "waits for itself")));
                return hasty.write(inner -> rows.insert(inner, "b", "joined again"));
            });
            return true;
        });

        assertThat(hasty.<Long>read(tx -> rows.all(tx).count())).isEqualTo(2);
    }

    @Test
    void insideATransactionThatItDoesNotJoinNothingRunsApart() {
        assertNests(tx -> memory.apart(own -> true));
        assertNests(tx -> memory.joining(tx, () -> memory.write(inner -> memory.apart(own -> true))));
        assertNests(tx -> memory.joining(tx, () -> memory.apart(own -> memory.apart(deeper -> true))));
        assertNests(tx -> memory.joining(tx, () -> memory.apart(own -> memory.joining(own, () -> true))));
    }

    @Test
    void withoutTheHostsWordNothingJoinsAndJoinedTransactionsDoNotNest() {
        assertNests(tx -> memory.write(inner -> true));
        assertNests(tx -> memory.joining(tx, () -> memory.write(inner -> memory.write(deeper -> true))));
        assertNests(tx -> memory.joining(tx, () -> memory.joining(tx, () -> true)));
        assertNests(tx -> memory.joining(tx, () -> memory.write(inner -> memory.joining(inner, () -> true))));
    }

    private void assertNests(Function<Tx, Boolean> work) {
        assertThatThrownBy(() -> memory.write(work))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Transactions do not nest");
    }

    private static void assertFails(Memory memory, Consumer<Tx> work) {
        RuntimeException thrown = new IllegalStateException("work");
        assertThatThrownBy(() -> memory.write(inner -> {
                    work.accept(inner);
                    throw thrown;
                }))
                .isSameAs(thrown);
    }

    private static void assertTimesOut(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        StorageFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo("storage.lock-timeout"));
    }

    private boolean append(Tx tx, String element) {
        log.append(tx, "log", element);
        return true;
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
