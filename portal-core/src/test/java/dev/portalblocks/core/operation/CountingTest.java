// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import static dev.portalblocks.core.operation.Workshop.ACME;
import static dev.portalblocks.core.operation.Workshop.EDITOR;
import static dev.portalblocks.core.operation.Workshop.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.access.AccessPolicy;
import dev.portalblocks.core.access.Decision;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PortalException.AccessDenied;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What counts leaves what was counted, and nothing that says for whom. */
class CountingTest {
    private static final Operation COUNT = Operation.counting("test.note.count", Workshop.EDIT);

    private final Workshop workshop = new Workshop();

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void whatIsCountedLeavesStateAndNeitherEntryNorEvent() {
        count(workshop, EDITOR);
        assertThat(workshop.notes()).containsExactly("1");
        assertThat(workshop.audit()).isEmpty();
        assertThat(workshop.events()).isEmpty();
    }

    /** The memory shows all that is kept: no table has a row but the one of the figures. */
    @Test
    void nothingThatIsKeptNamesTheActor() {
        count(workshop, Actor.agent(ACME, "who-is-to-be-found-nowhere", "editor"));
        assertThat(workshop.memory.contents().toString()).contains("1").doesNotContain("who-is-to-be-found-nowhere");
    }

    @Test
    void whoMayNotCountIsOnRecord() {
        assertThatThrownBy(() -> count(workshop, STRANGER)).isInstanceOf(AccessDenied.class);
        assertThat(workshop.notes()).isEmpty();
        assertThat(workshop.audit()).singleElement().satisfies(entry -> {
            assertThat(entry.outcome()).isEqualTo(AuditEntry.Outcome.DENIED);
            assertThat(entry.actor()).isEqualTo("s");
            assertThat(entry.operation()).isEqualTo("test.note.count");
        });
    }

    /** That somebody was refused is on record, and not what they wished to be counted for. */
    @Test
    void aRefusalOnAnObjectDoesNotNameIt() {
        AccessPolicy open = (tx, actor, permission) -> Decision.allow(Scope.wholeTenant(ACME));
        try (Workshop other = new Workshop(open)) {
            Actor erika = Actor.customer(ACME, CustomerId.of("4711"));
            assertThatThrownBy(() -> other.operations.perform(COUNT, erika, "", context -> {
                        throw context.denied(ObjectRef.of("note", "2"), "note.locked");
                    }))
                    .isInstanceOf(AccessDenied.class);
            assertThat(other.audit())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.subject()).isNull());
        }
    }

    @Test
    void whatThrowsCountsNothing() {
        IllegalStateException failure = new IllegalStateException("test");
        assertThatThrownBy(() -> workshop.operations.perform(COUNT, EDITOR, "", context -> {
                    workshop.notes.put(context.tx(), "1", "1");
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(workshop.notes()).isEmpty();
    }

    /** An event would have the moment and the object. */
    @Test
    void whatCountsAndTellsOfItFailsAndCountsNothing() {
        assertThatThrownBy(() -> workshop.operations.perform(COUNT, EDITOR, "", context -> {
                    workshop.notes.put(context.tx(), "1", "1");
                    context.emit(Workshop.WRITTEN, ObjectRef.of("note", "1"), new Workshop.Written("1"));
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("test.note.count");
        assertThat(workshop.notes()).isEmpty();
        assertThat(workshop.events()).isEmpty();
    }

    /** A key is kept with the name of whom it is. */
    @Test
    void whatCountsCreatesNothing() {
        Creation<String> creation =
                new Creation<>(IdempotencyKey.of("once"), (context, id) -> "never", (context, id) -> "never");
        assertThatThrownBy(() -> workshop.operations.create(COUNT, EDITOR, "", creation))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(workshop.audit()).isEmpty();
    }

    @Test
    void whatCountsHasNoShortcut() {
        assertThatThrownBy(() -> workshop.operations.shortcut(COUNT)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void count(Workshop shop, Actor actor) {
        shop.operations.perform(COUNT, actor, "", context -> {
            context.about(ObjectRef.of("note", "1"));
            shop.notes.put(context.tx(), "1", "1");
            return true;
        });
    }
}
