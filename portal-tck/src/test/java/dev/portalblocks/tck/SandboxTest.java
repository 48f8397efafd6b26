// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.access.Decision;
import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.PortalEvent;
import dev.portalblocks.core.mandate.GrantMandate;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException.AccessDenied;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.docs.Vault;
import dev.portalblocks.docs.memory.MemoryVaultStorage;
import dev.portalblocks.docs.model.UploadDocument;
import dev.portalblocks.messaging.Inbox;
import dev.portalblocks.messaging.memory.MemoryMessagingStorage;
import dev.portalblocks.messaging.model.Conversation;
import dev.portalblocks.messaging.model.OpenConversation;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SandboxTest {
    private static Inbox inbox(Sandbox sandbox) {
        sandbox.team("vertrag");
        return Inbox.of(sandbox.portal(), MemoryMessagingStorage.in(sandbox.memory()));
    }

    private static final CustomerId ERIKAS = CustomerId.of("4711");

    @Test
    void theSameSeedGivesTheSameRowsIdsAndCursorsAgain() {
        Run first = Run.of(1);

        assertThat(Run.of(1)).isEqualTo(first);
        assertThat(Run.of(2).cursor).isNotEqualTo(first.cursor);
        assertThat(Run.of(2).rows).isNotEqualTo(first.rows);
    }

    /** A value that was seen in another process: nothing depends on how this one hashes. */
    @Test
    void anIdIsTheSameInEachProcess() {
        try (Sandbox sandbox = Sandbox.seeded(1)) {
            assertThat(conversation(sandbox, "Warum?").id()).hasToString("01a2dfb6-5c00-7000-bdef-b6752d7cc21a");
        }
    }

    @Test
    void timeStandsStillUntilItIsMoved() {
        try (Sandbox sandbox = Sandbox.open()) {
            assertThat(sandbox.now()).isEqualTo(Sandbox.BEGIN);
            sandbox.advance(Duration.ofMinutes(90));
            assertThat(sandbox.now()).isEqualTo(Sandbox.BEGIN.plusSeconds(5_400));
            sandbox.moveTo(Instant.parse("2028-02-29T23:59:59Z"));
            assertThat(conversation(sandbox, "Warum?").openedAt()).isEqualTo("2028-02-29T23:59:59Z");
        }
    }

    /** What housekeeping does a month later needs no month. */
    @Test
    void tasksRunWhenTheTestSaysSo() {
        try (Sandbox sandbox = Sandbox.open()) {
            Inbox inbox = inbox(sandbox);
            inbox.open(sandbox.customer("4711"), asking("Warum?"));
            sandbox.advance(Duration.ofDays(31));
            assertThat(keys(sandbox)).hasSize(1);
            sandbox.runTasks();
            assertThat(keys(sandbox)).isEmpty();
        }
    }

    @Test
    void eventsAndAuditEntriesAreAtHand() {
        try (Sandbox sandbox = Sandbox.open()) {
            conversation(sandbox, "Warum?");
            assertThat(sandbox.events())
                    .extracting(PortalEvent::type)
                    .containsExactly(
                            "portalblocks.messaging.conversation-opened.v1", "portalblocks.messaging.message-sent.v1");
            assertThat(sandbox.audit()).extracting(AuditEntry::operation).containsExactly("inbox.open");
        }
    }

    /** A test that jumps over a month has lost nothing of what it looks at. */
    @Test
    void eventsStayAtHandWhenTheLogForgetsThem() {
        try (Sandbox sandbox = Sandbox.open()) {
            Inbox inbox = inbox(sandbox);
            inbox.open(sandbox.customer("4711"), asking("Warum?"));
            sandbox.advance(Duration.ofDays(31));
            sandbox.runTasks();
            List<PortalEvent<?>> first = sandbox.events();
            inbox.open(sandbox.customer("4712"), asking("Und ich?"));

            assertThat(first).hasSize(2);
            assertThat(kept(sandbox)).isEqualTo(2);
            assertThat(sandbox.events()).hasSize(4).startsWith(first.toArray(new PortalEvent<?>[0]));
        }
    }

    /** By a way that the sandbox can't see. */
    @Test
    void whatTheTestItselfRemovedKeepsNobodyFromTheRest() {
        try (Sandbox sandbox = Sandbox.open()) {
            Inbox inbox = inbox(sandbox);
            inbox.open(sandbox.customer("4711"), asking("Warum?"));
            List<PortalEvent<?>> first = sandbox.events();
            inbox.open(sandbox.customer("4712"), asking("Und ich?"));
            sandbox.advance(Duration.ofDays(31));
            sandbox.portal().subscriptions().expire(sandbox.program());
            inbox.open(sandbox.customer("4713"), asking("Und wir?"));

            assertThat(sandbox.events()).hasSize(4).startsWith(first.toArray(new PortalEvent<?>[0]));
        }
    }

    /** It would see what may never have happened. */
    @Test
    void withinATransactionOfTheTestsNobodyKnowsWhatHappened() {
        try (Sandbox sandbox = Sandbox.open()) {
            Memory memory = sandbox.memory();
            assertThatThrownBy(() -> memory.write(tx -> memory.joining(tx, sandbox::events)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aHostTriesAPolicyOfItsOwn() {
        try (Sandbox sandbox = Sandbox.with(settings -> settings.policy((tx, actor, permission) -> Decision.deny()))) {
            assertThatThrownBy(() -> conversation(sandbox, "Warum?")).isInstanceOf(AccessDenied.class);
            assertThat(sandbox.audit()).extracting(AuditEntry::outcome).containsExactly(AuditEntry.Outcome.DENIED);
        }
    }

    private static Conversation conversation(Sandbox sandbox, String text) {
        sandbox.team("vertrag");
        return Inbox.of(sandbox.portal(), MemoryMessagingStorage.in(sandbox.memory()))
                .open(sandbox.customer("4711"), asking(text));
    }

    private static OpenConversation asking(String text) {
        return OpenConversation.about("vertrag")
                .subject("Beitrag")
                .text(text)
                .once(IdempotencyKey.of("k"))
                .build();
    }

    private static int kept(Sandbox sandbox) {
        return sandbox.memory()
                .read(tx -> sandbox.storage().events().read(tx, Sandbox.TENANT, LogPosition.START, 50))
                .events()
                .size();
    }

    private static List<Object> keys(Sandbox sandbox) {
        return Objects.requireNonNull(sandbox.memory().contents().get("core.idempotency"));
    }

    /** What a test leaves. */
    private record Run(Map<String, List<Object>> rows, List<PortalEvent<?>> events, String cursor) {
        static Run of(long seed) {
            try (Sandbox sandbox = Sandbox.seeded(seed)) {
                conversation(sandbox, "Warum?");
                sandbox.advance(Duration.ofSeconds(1));
                Actor erika = sandbox.customer("4711");
                Vault vault = Vault.of(sandbox.portal(), MemoryVaultStorage.in(sandbox.memory()));
                for (byte i = 0; i < 3; i++) {
                    vault.upload(
                            erika, UploadDocument.of(ERIKAS, "Rechnung"), new ByteArrayInputStream(new byte[] {i}));
                }
                sandbox.portal()
                        .mandates()
                        .grant(erika, GrantMandate.everything(ERIKAS, CustomerId.of("4712"), Mandate.Kind.HOUSEHOLD));
                Page<?> page = vault.list(erika, ERIKAS, PageRequest.first(2));
                Map<String, List<Object>> rows = new TreeMap<>(sandbox.memory().contents());
                rows.remove("core.tenant-key"); // an array equals itself only; the cursor's signature shows the key
                return new Run(rows, sandbox.events(), String.valueOf(page.next()));
            }
        }
    }
}
