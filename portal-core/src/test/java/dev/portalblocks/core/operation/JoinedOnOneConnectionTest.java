// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import static dev.portalblocks.core.operation.Workshop.EDITOR;
import static dev.portalblocks.core.operation.Workshop.STRANGER;
import static dev.portalblocks.core.operation.Workshop.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.access.TeamDirectory;
import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.audit.AuditStore;
import dev.portalblocks.core.content.ContentCatalog;
import dev.portalblocks.core.content.ContentStore;
import dev.portalblocks.core.content.ContentUseStore;
import dev.portalblocks.core.crypto.TenantKeyStore;
import dev.portalblocks.core.event.EventStore;
import dev.portalblocks.core.event.SubscriptionStore;
import dev.portalblocks.core.mandate.MandateStore;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.PortalException.AccessDenied;
import dev.portalblocks.core.tx.JoinableDomain;
import dev.portalblocks.core.tx.TransactionDomain;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Joined operations on a domain that has nothing but the host's connection, so that nothing there outlasts a rollback. */
class JoinedOnOneConnectionTest {
    private static final IdempotencyKey KEY = IdempotencyKey.of("attempt-1");

    private final Workshop workshop = new Workshop();
    private final OneConnection domain = new OneConnection(workshop.memory);
    private final Operations one = portal(4712);
    private final Operations other = portal(4713);
    private final Operations third = portal(4714);

    @AfterEach
    void close() {
        one.close();
        other.close();
        third.close();
        workshop.close();
    }

    @Test
    void aKeyMadeInTheHostsTransactionIsForgottenWithIt() {
        rolledBack(() -> create(one));
        assertThat(workshop.memory.contents().get("core.tenant-key")).isEmpty();

        assertThat(create(other)).as("a repeat, to another portal").isEqualTo(create(one));
        assertThat(workshop.notes()).hasSize(1);
    }

    @Test
    void aKeyReadInTheHostsTransactionIsForgottenWithIt() {
        rolledBack(() -> List.of(create(other), create(one)));

        assertThat(create(third)).as("a repeat, to another portal").isEqualTo(create(one));
        assertThat(workshop.notes()).hasSize(1);
    }

    @Test
    void aKeyMadeInTheHostsTransactionIsThereWithItsCommit() {
        List<String> created = new ArrayList<>();
        workshop.memory.write(tx -> domain.joining(tx, () -> created.add(create(one))));

        assertThat(create(other)).as("a repeat, to another portal").isEqualTo(created.get(0));
    }

    @Test
    void aDenialIsOnRecordWithTheHostsCommitAndGoneWithItsRollback() {
        rolledBack(this::denied);
        assertThat(workshop.audit()).isEmpty();

        workshop.memory.write(tx -> domain.joining(tx, this::denied));
        assertThat(workshop.audit()).extracting(AuditEntry::outcome).containsExactly(AuditEntry.Outcome.DENIED);
    }

    private boolean denied() {
        assertThatThrownBy(() -> one.perform(WRITE, STRANGER, new Workshop.Note("text"), context -> "never"))
                .isInstanceOf(AccessDenied.class);
        return true;
    }

    private void rolledBack(Supplier<?> work) {
        assertThatThrownBy(() -> workshop.memory.write(tx -> {
                    domain.joining(tx, work);
                    throw new IllegalStateException("host");
                }))
                .hasMessage("host");
    }

    private String create(Operations portal) {
        return portal.create(
                WRITE,
                EDITOR,
                new Workshop.Note("text"),
                new Creation<>(
                        KEY,
                        (context, id) -> {
                            workshop.notes.put(context.tx(), id.toString(), "text");
                            return id.toString();
                        },
                        (context, id) -> id.toString()));
    }

    private Operations portal(long seed) {
        return new Operations(
                new Storage(domain, workshop.storage),
                new Surroundings(workshop.clock, new Random(seed), RolePolicy.standard(), workshop.storage.mandates()),
                new EventTypes());
    }

    /** The memory, but what runs apart while the host joins is a part of the host's transaction. */
    private static final class OneConnection implements JoinableDomain<Tx> {
        private final Memory memory;
        private boolean joining;

        OneConnection(Memory memory) {
            this.memory = memory;
        }

        @Override
        public <R> R write(Function<Tx, R> work) {
            return memory.write(work);
        }

        @Override
        public <R> R read(Function<Tx, R> work) {
            return memory.read(work);
        }

        @Override
        public <R> R apart(Function<Tx, R> work) {
            return joining ? memory.write(work) : memory.apart(work);
        }

        @Override
        public <R> R joining(Tx host, Supplier<R> work) {
            joining = true;
            try {
                return memory.joining(host, work);
            } finally {
                joining = false;
            }
        }

        @Override
        public boolean isJoining() {
            return joining;
        }
    }

    private record Storage(TransactionDomain domain, CoreStorage core) implements CoreStorage {
        @Override
        public AuditStore audit() {
            return core.audit();
        }

        @Override
        public EventStore events() {
            return core.events();
        }

        @Override
        public SubscriptionStore subscriptions() {
            return core.subscriptions();
        }

        @Override
        public IdempotencyStore idempotency() {
            return core.idempotency();
        }

        @Override
        public TenantKeyStore tenantKeys() {
            return core.tenantKeys();
        }

        @Override
        public TeamDirectory teams() {
            return core.teams();
        }

        @Override
        public MandateStore mandates() {
            return core.mandates();
        }

        @Override
        public ContentStore content() {
            return core.content();
        }

        @Override
        public ContentCatalog catalog() {
            return core.catalog();
        }

        @Override
        public ContentUseStore contentUses() {
            return core.contentUses();
        }
    }
}
