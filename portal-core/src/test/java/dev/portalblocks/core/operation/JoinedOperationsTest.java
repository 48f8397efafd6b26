// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import static dev.portalblocks.core.operation.Workshop.ACME;
import static dev.portalblocks.core.operation.Workshop.EDITOR;
import static dev.portalblocks.core.operation.Workshop.STRANGER;
import static dev.portalblocks.core.operation.Workshop.WRITTEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.model.Cursor;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException.AccessDenied;
import dev.portalblocks.core.model.PortalException.NotFound;
import dev.portalblocks.core.tx.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operations in a transaction that the application has begun, and that it commits or not. */
class JoinedOperationsTest {
    private static final IdempotencyKey KEY = IdempotencyKey.of("attempt-1");
    private static final String QUERY = "all";

    private final Workshop workshop = new Workshop();

    /** The same storage under another portal, as on another node. */
    private final Operations elsewhere = new Operations(
            workshop.storage,
            new Surroundings(workshop.clock, new Random(4712), RolePolicy.standard(), workshop.storage.mandates()),
            workshop.types);

    @BeforeEach
    void thereIsNoKeyYet() {
        assertThat(workshop.memory.contents().get("core.tenant-key")).isEmpty();
    }

    @AfterEach
    void close() {
        elsewhere.close();
        workshop.close();
    }

    @Test
    void aKeyMadeWhileJoinedOutlastsTheHostsRollback() {
        rolledBack(tx -> joined(tx, () -> workshop.create(EDITOR, KEY, "text")));
        assertThat(workshop.notes()).isEmpty();
        assertThat(workshop.audit()).isEmpty();

        String first = workshop.create(EDITOR, KEY, "text");
        assertThat(createElsewhere()).as("a repeat, to another portal").isEqualTo(first);
        assertThat(workshop.notes()).containsExactly("text");
    }

    @Test
    void aKeyIsMadeInAJoinedReadToo() {
        workshop.write(EDITOR, "1", "1");
        workshop.write(EDITOR, "2", "2");
        Cursor cursor = workshop.memory
                .read(tx -> joined(tx, () -> workshop.list(EDITOR, PageRequest.first(1), QUERY)))
                .next();

        assertThat(listElsewhere(new PageRequest(1, cursor)).items())
                .as("the next page, of another portal")
                .hasSize(1);
    }

    @Test
    void aDenialStaysOnRecordWhenTheHostRollsBack() {
        rolledBack(tx -> joined(tx, () -> assertDenied(() -> workshop.write(STRANGER, "text", "1"))));

        assertThat(denials()).containsExactly("test.note.write DENIED null");
    }

    @Test
    void aDenialThatTheHostCatchesIsOnRecordOnceAndLeavesItAbleToCommit() {
        workshop.memory.write(tx -> {
            workshop.notes.put(tx, "host", "host");
            return joined(tx, () -> assertDenied(() -> workshop.write(STRANGER, "text", "1")));
        });

        assertThat(denials()).containsExactly("test.note.write DENIED null");
        assertThat(workshop.notes()).containsExactly("host");
    }

    @Test
    void aDenialBehindAWriteTakesTheWriteBackAndTheHostGoesOn() {
        workshop.memory.write(tx -> {
            workshop.notes.put(tx, "host", "host");
            return joined(
                    tx,
                    () -> assertDenied(() -> workshop.perform(EDITOR, "text", context -> {
                        workshop.notes.put(context.tx(), "1", "text");
                        context.emit(WRITTEN, ObjectRef.of("note", "1"), new Workshop.Written("text"));
                        throw context.denied(ObjectRef.of("note", "1"), "note.locked");
                    })));
        });

        assertThat(denials()).containsExactly("test.note.write DENIED note:1");
        assertThat(workshop.audit()).hasSize(1);
        assertThat(workshop.events()).isEmpty();
        assertThat(workshop.notes()).containsExactly("host");
    }

    @Test
    void aRefusedCreationLeavesItsKeyUnclaimedAndTheHostGoesOn() {
        List<String> created = new ArrayList<>();
        workshop.memory.write(tx -> joined(tx, () -> {
            workshop.write(EDITOR, "before", "1");
            assertThatThrownBy(() -> workshop.operations.create(
                            Workshop.WRITE,
                            EDITOR,
                            new Workshop.Note("refused"),
                            new Creation<String>(
                                    KEY,
                                    (context, id) -> {
                                        workshop.notes.put(context.tx(), id.toString(), "refused");
                                        throw new NotFound("note");
                                    },
                                    this::replay)))
                    .isInstanceOf(NotFound.class);
            created.add(workshop.create(EDITOR, KEY, "another command"));
            return created.add(workshop.create(EDITOR, KEY, "another command"));
        }));

        assertThat(created).as("the second is a repeat of the first").hasSize(2).containsOnly(created.get(0));
        assertThat(workshop.notes()).containsExactlyInAnyOrder("before", "another command");
        assertThat(workshop.events()).hasSize(2);
        assertThat(workshop.audit()).hasSize(2);
    }

    @Test
    void aDenialInAJoinedReadIsADenialOnRecord() {
        workshop.memory.read(tx -> joined(
                tx,
                () -> assertDenied(
                        () -> workshop.operations.perform(Workshop.READ, STRANGER, QUERY, context -> "never"))));
        assertThat(denials()).containsExactly("test.note.read DENIED null");
    }

    @Test
    void whatIsNotFoundLeavesTheHostAbleToCommit() {
        workshop.memory.write(tx -> joined(tx, () -> {
            assertThatThrownBy(() -> workshop.perform(EDITOR, "text", context -> {
                        throw new NotFound("note");
                    }))
                    .isInstanceOf(NotFound.class);
            return workshop.write(EDITOR, "instead", "1");
        }));

        assertThat(workshop.notes()).containsExactly("instead");
    }

    private <R> R joined(Tx host, Supplier<R> work) {
        return workshop.memory.joining(host, work);
    }

    private void rolledBack(Consumer<Tx> work) {
        assertThatThrownBy(() -> workshop.memory.write(tx -> {
                    work.accept(tx);
                    throw new IllegalStateException("host");
                }))
                .hasMessage("host");
    }

    private static boolean assertDenied(Runnable call) {
        assertThatThrownBy(call::run).isInstanceOf(AccessDenied.class);
        return true;
    }

    private List<String> denials() {
        return workshop
                .memory
                .read(tx -> workshop.storage.audit().list(tx, Scope.wholeTenant(ACME), null, 100))
                .stream()
                .filter(entry -> entry.outcome() == AuditEntry.Outcome.DENIED)
                .map(entry -> entry.operation() + " " + entry.outcome() + " " + entry.subject())
                .toList();
    }

    private String createElsewhere() {
        return elsewhere.create(
                Workshop.WRITE,
                EDITOR,
                new Workshop.Note("text"),
                new Creation<>(
                        KEY,
                        (context, id) -> {
                            workshop.notes.put(context.tx(), id.toString(), "twice");
                            return id + " twice";
                        },
                        this::replay));
    }

    private String replay(OperationContext context, UUID id) {
        return id + " " + workshop.notes.find(context.tx(), id.toString()).orElseThrow();
    }

    private Page<String> listElsewhere(PageRequest page) {
        return elsewhere.list(
                Workshop.READ,
                EDITOR,
                new Listing<>(
                        page,
                        QUERY,
                        (context, after, limit) -> workshop.notes
                                .after(context.tx(), after == null ? "" : after.id())
                                .map(Map.Entry::getKey)
                                .limit(limit)
                                .toList(),
                        Keyset::ofId));
    }
}
