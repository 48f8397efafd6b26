// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.OwnedClock;
import dev.portalblocks.core.access.AccessPolicy;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.PortalEvent;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.EventType;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import jakarta.validation.constraints.NotBlank;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The smallest block that there is, to try the one way with: notes that staff write. */
final class Workshop implements AutoCloseable {
    static final TenantId ACME = TenantId.of("acme");
    static final Actor EDITOR = Actor.agent(ACME, "e", "editor");
    static final Actor STRANGER = Actor.agent(ACME, "s");
    static final Permission EDIT = Permission.forStaff("note.edit", "editor");
    static final Operation WRITE = Operation.writing("test.note.write", EDIT);
    static final Operation READ = Operation.reading("test.note.read", EDIT);
    static final EventType<Written> WRITTEN = new EventType<>("portalblocks.test.note-written.v1", Written.class);

    /** The command. */
    public record Note(@NotBlank String text) {}

    /** The event. */
    public record Written(String text) {}

    final OwnedClock clock = OwnedClock.atNoon();
    final Memory memory = new Memory();
    final CoreStorage storage = MemoryCoreStorage.in(memory);
    final EventTypes types = new EventTypes();
    final Operations operations;
    final MemoryTable<String, String> notes = memory.table("test.note", Comparator.<String>naturalOrder());

    Workshop() {
        this(RolePolicy.standard());
    }

    Workshop(AccessPolicy policy) {
        types.register(List.of(WRITTEN));
        operations =
                new Operations(storage, new Surroundings(clock, new Random(4711), policy, storage.mandates()), types);
    }

    @Override
    public void close() {
        operations.close();
    }

    /** Writes a note under a new id, which it returns, with an event in the lane. */
    String write(Actor actor, String text, String lane) {
        return perform(actor, text, context -> {
            String id = context.newId().toString();
            notes.put(context.tx(), id, text);
            context.about(ObjectRef.of("note", id));
            context.emit(WRITTEN, ObjectRef.of("note", id), ObjectRef.of("lane", lane), new Written(text));
            return id;
        });
    }

    <R> R perform(Actor actor, String text, Function<OperationContext, R> body) {
        return operations.perform(WRITE, actor, new Note(text), body);
    }

    /** Creates a note, once for a key; returns its id and its text as it is. */
    String create(Actor actor, @Nullable IdempotencyKey key, String text) {
        return operations.create(
                WRITE,
                actor,
                new Note(text),
                new Creation<>(
                        key,
                        (context, id) -> {
                            notes.put(context.tx(), id.toString(), text);
                            context.emit(WRITTEN, ObjectRef.of("note", id), new Written(text));
                            return id + " " + text;
                        },
                        this::replay));
    }

    private String replay(OperationContext context, UUID id) {
        return id + " "
                + notes.find(context.tx(), id.toString()).orElseThrow(() -> new PortalException.NotFound("note"));
    }

    Page<String> list(Actor actor, PageRequest page, String query) {
        return operations.list(
                READ,
                actor,
                new Listing<>(
                        page,
                        query,
                        (context, after, limit) -> notes.after(context.tx(), after == null ? "" : after.id())
                                .map(Map.Entry::getKey)
                                .limit(limit)
                                .toList(),
                        Keyset::ofId));
    }

    List<AuditEntry> audit() {
        return memory.read(tx -> storage.audit().list(tx, Scope.wholeTenant(ACME), null, 10_000));
    }

    List<PortalEvent<?>> events() {
        return memory.read(tx -> storage.events().read(tx, ACME, LogPosition.START, 100_000).events().stream()
                .<PortalEvent<?>>map(types::restore)
                .toList());
    }

    List<String> notes() {
        return memory.read(tx -> notes.all(tx).map(Map.Entry::getValue).toList());
    }
}
