// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.operation.IdempotencyClaim;
import dev.portalblocks.docs.spi.StoredFolder;
import dev.portalblocks.messaging.model.Unread;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.model.Planted.Fault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The model test finds faults of stores: each of these, within a few programs. */
class PlantedFaultsTest {
    private static final boolean DEEP = Boolean.getBoolean("portal.deep");
    private static final int PROGRAMS = 100;

    /**
     * A fault in a store.
     *
     * @param name what is wrong
     * @param call in which method
     * @param faults makes the fault, anew for each process
     */
    record Wrong(String name, String call, Supplier<Fault> faults) {
        static Wrong of(String name, String call, Fault fault) {
            return new Wrong(name, call, () -> fault);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Wrong> faults() {
        return Stream.concat(easy(), DEEP ? hard() : Stream.empty());
    }

    private static Stream<Wrong> easy() {
        return Stream.of(
                Wrong.of("a write is dropped", "DocumentStore.update", (real, given) -> true),
                Wrong.of("a scope is ignored", "DocumentStore.find", (real, given) -> {
                    given[1] = Scope.wholeTenant(((Scope) given[1]).tenant());
                    return real.call(given);
                }),
                new Wrong(
                        "keys are kept in the process only", "IdempotencyStore.claim", PlantedFaultsTest::remembering),
                Wrong.of("an event is lost", "EventStore.append", everySeventh()));
    }

    private static Stream<Wrong> hard() {
        return Stream.of(
                Wrong.of("every third write is dropped", "MessageStore.append", everyThird()),
                Wrong.of("a list is in a wrong order", "PublishedArticleStore.list", reversed()),
                Wrong.of("a page begins with the last one's end", "MessageStore.list", doubled()),
                Wrong.of("a count is off by one", "ConversationStore.unread", (real, given) -> {
                    Unread unread = (Unread) real.call(given);
                    return unread.messages() < 3 ? unread : new Unread(unread.messages() - 1, unread.conversations());
                }),
                Wrong.of("a version is not raised", "FolderStore.update", (real, given) -> {
                    StoredFolder after = (StoredFolder) given[1];
                    given[1] = new StoredFolder(
                            after.tenant(),
                            after.id(),
                            after.customer(),
                            after.parent(),
                            after.name(),
                            after.nameKey(),
                            after.version() - 1,
                            after.changedAt());
                    return real.call(given);
                }),
                Wrong.of("what is revoked still counts", "MandateStore.update", (real, given) -> true),
                Wrong.of("an entry of the audit trail is lost", "AuditStore.append", everySeventh()));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsFoundWithinAFewPrograms(Wrong wrong) {
        Programs programs =
                new Programs(() -> Ground.inMemory(new Planted(wrong.call(), wrong.faults())), new AtomicLong(), DEEP);
        String complaint = programs.run(Seed.value(), PROGRAMS);
        assertThat(complaint).as(wrong.name()).isNotNull();
        System.out.println("Planted: " + wrong.name() + " (" + wrong.call() + "), found by program " + programs.found()
                + ", " + complaint.lines().findFirst().orElse(""));
    }

    private static Fault everySeventh() {
        AtomicInteger calls = new AtomicInteger();
        return (real, given) -> calls.incrementAndGet() % 7 == 0 ? null : real.call(given);
    }

    private static Fault everyThird() {
        AtomicInteger calls = new AtomicInteger();
        return (real, given) -> calls.incrementAndGet() % 3 == 0 ? true : real.call(given);
    }

    private static Fault reversed() {
        return (real, given) -> {
            List<?> found = new ArrayList<>((List<?>) real.call(given));
            Collections.reverse(found);
            return found;
        };
    }

    private static Fault doubled() {
        return (real, given) -> {
            List<Object> found = new ArrayList<>((List<?>) real.call(given));
            if (found.size() == 2) {
                found.set(1, found.get(0));
            }
            return found;
        };
    }

    private static Fault remembering() {
        Map<String, IdempotencyClaim> claims = new HashMap<>();
        return (real, given) -> {
            IdempotencyClaim claim = (IdempotencyClaim) given[1];
            return Optional.ofNullable(claims.putIfAbsent(claim.tenant() + claim.fingerprint(), claim));
        };
    }
}
