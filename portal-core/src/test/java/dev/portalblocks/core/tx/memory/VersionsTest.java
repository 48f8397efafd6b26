// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is kept of the past: what somebody still looks at, no more. */
@Timeout(120)
class VersionsTest {

    private final Memory memory = new Memory();
    private final MemoryTable<String, Integer> table = memory.table("table", Comparator.naturalOrder());

    private int chain(String key) {
        int length = 0;
        for (Version<Integer> v = table.rows().newest(key); v != null; v = v.older()) {
            length++;
        }
        return length;
    }

    private void put(String key, int value) {
        memory.write(tx -> {
            table.put(tx, key, value);
            return 0;
        });
    }

    @Test
    void aMillionUpdatesUnderReadersKeepAFewVersions() {
        Deque<Peer> readers = new ArrayDeque<>();
        Deque<Integer> seen = new ArrayDeque<>();
        put("row", -1);
        try (Peer longOne = Peer.reading(memory)) {
            for (int i = 0; i < 1_000_000; i++) {
                if (i % 10_000 == 0) {
                    readers.add(Peer.reading(memory));
                    seen.add(i - 1);
                }
                put("row", i);
                if (readers.size() > 3) {
                    try (Peer reader = readers.remove()) {
                        assertThat(find(reader, "row")).contains(seen.remove());
                    }
                }
                if (i % 1_000 == 0) {
                    assertThat(chain("row")).isLessThanOrEqualTo(readers.size() + 3);
                    assertThat(memory.stale()).isLessThanOrEqualTo(1);
                }
            }
            assertThat(find(longOne, "row")).contains(-1);
            readers.forEach(Peer::close);
        }
        assertThat(chain("row")).isEqualTo(1);
        assertThat(memory.stale()).isZero();
    }

    @Test
    void whoBeginsWhileACommitIsBeingPublishedSeesWhatWasBefore() {
        Commits commits = new Commits();
        Rows<String, Integer> rows = new Rows<>(commits, Comparator.naturalOrder());
        List<Integer> seen = new ArrayList<>();
        commits.commit(List.of(commit -> {
            rows.publish(commit, "changed", 1);
            rows.publish(commit, "deleted", 1);
        }));
        commits.commit(List.of(commit -> {
            rows.publish(commit, "changed", 2);
            rows.publish(commit, "deleted", null);
            Cursor<String, Integer> cursor = rows.from(null, true, commits.open());
            for (var row = cursor.take(); row != null; row = cursor.take()) {
                seen.add(row.getValue().value());
            }
        }));
        assertThat(seen).containsExactly(1, 1);
    }

    @Test
    void rowThatNobodySeesLeavesNoTrace() {
        put("row", 1);
        try (Peer reader = Peer.reading(memory)) {
            memory.write(tx -> table.delete(tx, "row"));
            assertThat(table.rows().size()).isEqualTo(1);
            assertThat(find(reader, "row")).contains(1);
        }
        assertThat(table.rows().size()).isZero();
        memory.write(tx -> table.findForUpdate(tx, "absent"));
        memory.write(tx -> table.insert(tx, "brief", 1) && table.delete(tx, "brief"));
        assertThat(table.rows().size()).isZero();
    }

    @Test
    void scanOfAWriterKeepsItsStateUntilTheWriterEnds() {
        put("a", 1);
        put("b", 1);
        try (Peer writer = Peer.writing(memory)) {
            var rows = writer.does(tx -> table.all(tx).iterator());
            put("b", 2);
            put("b", 3);
            assertThat(writer.<Map.Entry<String, Integer>>does(tx -> rows.next()))
                    .isEqualTo(Map.entry("a", 1));
            assertThat(writer.<Map.Entry<String, Integer>>does(tx -> rows.next()))
                    .isEqualTo(Map.entry("b", 1));
            assertThat(find(writer, "b")).contains(3);
        }
        assertThat(chain("b")).isEqualTo(1);
    }

    @Test
    void rowThatIsDeletedAndComesBackUnderAReaderIsRightForEveryone() {
        put("row", 1);
        try (Peer first = Peer.reading(memory)) {
            memory.write(tx -> table.delete(tx, "row"));
            try (Peer second = Peer.reading(memory)) {
                put("row", 2);
                put("row", 3);
                assertThat(find(first, "row")).contains(1);
                assertThat(find(second, "row")).isEmpty();
                assertThat(memory.<Optional<Integer>>read(tx -> table.find(tx, "row")))
                        .contains(3);
            }
        }
        assertThat(chain("row")).isEqualTo(1);
    }

    private Optional<Integer> find(Peer peer, String key) {
        return peer.does(tx -> table.find(tx, key));
    }
}
