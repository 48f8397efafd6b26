// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import static dev.portalblocks.core.operation.Workshop.ACME;
import static dev.portalblocks.core.operation.Workshop.EDITOR;
import static dev.portalblocks.core.operation.Workshop.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.portalblocks.core.access.AccessPolicy;
import dev.portalblocks.core.access.Decision;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.EventType;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.PortalException.AccessDenied;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.model.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // null where none may be is a fault of the caller's, to be named
class OperationsTest {
    /** The data of an event that is in no contribution. */
    public record Forgotten(String id) {}

    private static final Creation<String> NEVER =
            new Creation<>(null, (context, id) -> "never", (context, id) -> "never");

    private final Workshop workshop = new Workshop();

    @AfterEach
    void close() {
        workshop.close();
    }

    /** Nobody could read it back. */
    @Test
    void anEventOfATypeThatNobodyRegisteredFailsTheOperation() {
        EventType<Forgotten> forgotten = new EventType<>("portalblocks.test.forgotten.v1", Forgotten.class);
        assertThatThrownBy(() -> workshop.perform(EDITOR, "text", context -> {
                    workshop.notes.put(context.tx(), "1", "text");
                    context.emit(forgotten, ObjectRef.of("note", "1"), new Forgotten("1"));
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("portalblocks.test.forgotten.v1");
        assertThat(workshop.notes()).isEmpty();
        assertThat(workshop.events()).isEmpty();
        assertThat(workshop.audit()).isEmpty();
    }

    @Test
    void whatIsDoneLeavesStateEventAndAuditEntryTogether() {
        String id = workshop.write(EDITOR, "text", "1");

        Instant now = Instant.parse("2027-01-01T12:00:00.123456Z");
        assertThat(workshop.notes()).containsExactly("text");
        assertThat(workshop.events()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("portalblocks.test.note-written.v1");
            assertThat(event.source()).isEqualTo("urn:portalblocks:test");
            assertThat(event.time()).isEqualTo(now);
            assertThat(event.subject()).isEqualTo(ObjectRef.of("note", id));
            assertThat(event.lane()).isEqualTo(ObjectRef.of("lane", "1"));
            assertThat(event.sequence()).isEqualTo(1);
        });
        assertThat(workshop.audit())
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .isEqualTo(new AuditEntry(
                                entry.id(),
                                ACME,
                                now,
                                Actor.Kind.AGENT,
                                "e",
                                "test.note.write",
                                AuditEntry.Outcome.DONE,
                                ObjectRef.of("note", id),
                                null,
                                null)));
    }

    @Test
    void anEntryNamesTheCustomerWhoseMatterItIs() {
        Actor erika = Actor.customer(ACME, CustomerId.of("4711"));
        CustomerId otto = CustomerId.of("4712");
        AccessPolicy open = (tx, actor, permission) -> Decision.allow(Scope.wholeTenant(ACME));
        try (Workshop other = new Workshop(open)) {
            other.write(EDITOR, "the company's own", "1");
            other.write(erika, "her own", "1");
            other.perform(EDITOR, "another's, by staff", context -> about(context, otto));
            other.perform(erika, "another's, by a customer", context -> about(context, otto));
            assertThatThrownBy(() -> other.perform(EDITOR, "refused", context -> {
                        about(context, otto);
                        throw context.denied(ObjectRef.of("note", "2"), "note.locked");
                    }))
                    .isInstanceOf(AccessDenied.class);
            assertThat(other.audit())
                    .extracting(AuditEntry::customer)
                    .containsExactly(null, CustomerId.of("4711"), otto, otto, otto);
        }
        assertThatThrownBy(() -> workshop.write(erika, "text", "1")).isInstanceOf(AccessDenied.class);
        assertThat(workshop.audit()).extracting(AuditEntry::customer).containsExactly(CustomerId.of("4711"));
    }

    @Test
    void aNullIsNamed() {
        assertNull("actor", () -> workshop.write(null, "text", "1"));
        assertNull("actor", () -> workshop.create(null, null, "text"));
        assertNull("actor", () -> workshop.list(null, PageRequest.first(1), ""));
        assertNull("command", () -> workshop.operations.perform(Workshop.WRITE, EDITOR, null, context -> "never"));
        assertNull("command", () -> workshop.operations.create(Workshop.WRITE, EDITOR, null, NEVER));
        assertNull("query", () -> workshop.list(EDITOR, PageRequest.first(1), null));
        assertLeftNothing();
    }

    @Test
    void whatThrowsLeavesNothing() {
        IllegalStateException failure = new IllegalStateException("test");
        assertThatThrownBy(() -> workshop.perform(EDITOR, "text", context -> {
                    workshop.notes.put(context.tx(), "1", "text");
                    context.emit(Workshop.WRITTEN, ObjectRef.of("note", "1"), new Workshop.Written("text"));
                    throw failure;
                }))
                .isSameAs(failure);
        assertLeftNothing();
    }

    @Test
    void whatIsInvalidIsNotBegun() {
        assertThatThrownBy(() -> workshop.write(EDITOR, " ", "1")).isInstanceOf(PortalException.InvalidInput.class);
        assertLeftNothing();
    }

    @Test
    void whatChangedNothingLeavesNeitherEventNorAuditEntry() {
        String answer = workshop.perform(EDITOR, "text", context -> {
            context.emit(Workshop.WRITTEN, ObjectRef.of("note", "1"), new Workshop.Written("text"));
            context.unchanged();
            return "answer";
        });
        assertThat(answer).isEqualTo("answer");
        assertLeftNothing();
    }

    @Test
    void aReadLeavesNothing() {
        workshop.operations.perform(Workshop.READ, EDITOR, "query", OperationContext::now);
        assertLeftNothing();
    }

    @Test
    void aDenialLeavesOneAuditEntry() {
        assertThatThrownBy(() -> workshop.write(STRANGER, "text", "1"))
                .isInstanceOfSatisfying(
                        AccessDenied.class, e -> assertThat(e.code()).isEqualTo("note.edit.denied"));
        assertThatThrownBy(() -> workshop.operations.perform(Workshop.READ, STRANGER, "query", context -> "never"))
                .isInstanceOf(AccessDenied.class);
        assertThat(workshop.notes()).isEmpty();
        assertThat(workshop.events()).isEmpty();
        assertThat(workshop.audit())
                .extracting(entry -> entry.operation() + " " + entry.outcome() + " " + entry.subject())
                .containsExactly("test.note.write DENIED null", "test.note.read DENIED null");
    }

    @Test
    void aRefusalOnAnObjectThatTheActorMaySeeNamesTheObject() {
        assertThatThrownBy(() -> workshop.perform(EDITOR, "text", context -> {
                    workshop.notes.put(context.tx(), "1", "text");
                    throw context.denied(ObjectRef.of("note", "1"), "note.locked");
                }))
                .isInstanceOfSatisfying(
                        AccessDenied.class, e -> assertThat(e.code()).isEqualTo("note.locked"));
        assertThat(workshop.notes()).isEmpty();
        assertThat(workshop.audit())
                .extracting(entry -> entry.outcome() + " " + entry.subject())
                .containsExactly("DENIED note:1");
    }

    @Test
    void notFoundIsNoDenial() {
        assertThatThrownBy(() -> workshop.perform(EDITOR, "text", context -> {
                    throw new PortalException.NotFound("note");
                }))
                .isInstanceOf(PortalException.NotFound.class);
        assertLeftNothing();
    }

    @Test
    void anExceptionOfThePolicyIsADenialThatTellsNothing() {
        AccessPolicy failing = (tx, actor, permission) -> {
            throw new IllegalStateException("secret of erika@example.org");
        };
        try (Workshop other = new Workshop(failing)) {
            Throwable denial = catchThrowable(() -> other.write(EDITOR, "text", "1"));
            assertThat(denial).isInstanceOf(AccessDenied.class).hasNoCause();
            assertThat(denial.getMessage()).doesNotContain("secret", "erika");
            assertThat(other.audit()).hasSize(1);
            assertThat(other.notes()).isEmpty();
        }
    }

    @Test
    void storageThatFailsUnderThePolicyIsNoDenial() {
        StorageFailure failure = new StorageFailure("storage.broken", false, null);
        AccessPolicy failing = (tx, actor, permission) -> {
            throw failure;
        };
        try (Workshop other = new Workshop(failing)) {
            assertThatThrownBy(() -> other.write(EDITOR, "text", "1")).isSameAs(failure);
            assertThat(other.audit()).isEmpty();
        }
    }

    @Test
    void thePolicyCannotSendAnActorToAnotherTenant() {
        AccessPolicy confused = (tx, actor, permission) -> Decision.allow(Scope.wholeTenant(TenantId.of("other")));
        try (Workshop other = new Workshop(confused)) {
            assertThatThrownBy(() -> other.write(EDITOR, "text", "1")).isInstanceOf(AccessDenied.class);
            assertThat(other.notes()).isEmpty();
        }
    }

    @Test
    void theVictimOfADeadlockIsRunThreeTimes() {
        AtomicInteger runs = new AtomicInteger();
        assertThatThrownBy(() -> workshop.perform(EDITOR, "text", context -> {
                    runs.incrementAndGet();
                    workshop.notes.put(context.tx(), "1", "text");
                    throw new StorageFailure("storage.deadlock", true, null);
                }))
                .isInstanceOfSatisfying(
                        StorageFailure.class, e -> assertThat(e.isRetryable()).isTrue());
        assertThat(runs).hasValue(3);
        assertLeftNothing();
    }

    @Test
    void whoSucceedsAtLastLeavesOneAuditEntryAndOneEvent() {
        AtomicInteger runs = new AtomicInteger();
        workshop.perform(EDITOR, "text", context -> {
            workshop.notes.put(context.tx(), context.newId().toString(), "text");
            context.emit(Workshop.WRITTEN, ObjectRef.of("note", "1"), new Workshop.Written("text"));
            if (runs.incrementAndGet() < 3) {
                throw new StorageFailure("storage.deadlock", true, null);
            }
            return true;
        });
        assertThat(List.of(
                        workshop.notes().size(),
                        workshop.events().size(),
                        workshop.audit().size()))
                .containsExactly(1, 1, 1);
    }

    @Test
    void noOtherFailureIsTriedAgain() {
        for (RuntimeException failure : List.of(
                new StorageFailure("storage.lock-timeout", true, null), new PortalException.Conflict("note.version"))) {
            AtomicInteger runs = new AtomicInteger();
            assertThatThrownBy(() -> workshop.perform(EDITOR, "text", context -> {
                        runs.incrementAndGet();
                        throw failure;
                    }))
                    .isSameAs(failure);
            assertThat(runs).hasValue(1);
        }
    }

    private static boolean about(OperationContext context, CustomerId owner) {
        context.about(ObjectRef.of("note", "1"), owner);
        return true;
    }

    private static void assertNull(String name, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(NullPointerException.class).hasMessage(name);
    }

    private void assertLeftNothing() {
        assertThat(workshop.notes()).isEmpty();
        assertThat(workshop.events()).isEmpty();
        assertThat(workshop.audit()).isEmpty();
    }
}
