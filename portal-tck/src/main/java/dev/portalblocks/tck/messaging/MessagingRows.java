// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.messaging;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.messaging.model.Attachment;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.MessageId;
import dev.portalblocks.messaging.model.NoteId;
import dev.portalblocks.messaging.model.Side;
import dev.portalblocks.messaging.spi.StoredConversation;
import dev.portalblocks.messaging.spi.StoredConversation.Progress;
import dev.portalblocks.messaging.spi.StoredConversation.Reading;
import dev.portalblocks.messaging.spi.StoredMessage;
import dev.portalblocks.messaging.spi.StoredNote;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.RandomScopes;
import dev.portalblocks.tck.Seed;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Conversations, messages and notes to test with. */
final class MessagingRows {
    static final TenantId ACME = TenantId.of("acme");
    /** Another tenant, to the eye of whoever ignores case the same. */
    static final TenantId OTHER = TenantId.of("ACME");

    static final Scope ALL = Scope.wholeTenant(ACME);
    static final Scope ALL_OF_OTHER = Scope.wholeTenant(OTHER);
    static final CustomerId ERIKA = CustomerId.of("4711");
    static final Instant NOON = Instant.parse("2027-01-01T12:00:00.123456Z");

    private MessagingRows() {}

    static ConversationId id(SplittableRandom random) {
        return ConversationId.of(Seed.uuid(random));
    }

    static StoredConversation conversation(SplittableRandom random) {
        return conversation(ACME, id(random), ERIKA, "claims");
    }

    static StoredConversation conversation(TenantId tenant, ConversationId id, CustomerId customer, String team) {
        Progress progress = new Progress(3, new Reading(1, 2), new Reading(3, 0));
        return new StoredConversation(tenant, id, customer, "topic", team, "Subject", progress, 1, NOON, NOON);
    }

    static StoredConversation at(StoredConversation row, Instant latestAt) {
        return new StoredConversation(
                row.tenant(),
                row.id(),
                row.customer(),
                row.topic(),
                row.team(),
                row.subject(),
                row.progress(),
                row.version(),
                row.openedAt(),
                latestAt);
    }

    static StoredConversation with(StoredConversation row, Progress progress) {
        return new StoredConversation(
                row.tenant(),
                row.id(),
                row.customer(),
                row.topic(),
                row.team(),
                row.subject(),
                progress,
                row.version(),
                row.openedAt(),
                row.latestAt());
    }

    static StoredConversation withTexts(StoredConversation row, String text) {
        return new StoredConversation(
                row.tenant(),
                row.id(),
                CustomerId.of(text),
                text,
                text,
                text,
                row.progress(),
                Long.MAX_VALUE,
                row.openedAt(),
                row.latestAt());
    }

    /** Returns conversations of several customers and teams, of which some are the latest at the same instant. */
    static List<StoredConversation> ofAllSorts(SplittableRandom random) {
        RandomScopes words = new RandomScopes(random.split());
        return IntStream.range(0, 40)
                .mapToObj(number -> {
                    StoredConversation row = conversation(ACME, id(random), words.customer(), words.team());
                    Reading customer = new Reading(number, random.nextInt(3));
                    Reading company = new Reading(number, random.nextInt(3));
                    List<Instant> instants = Awkward.instants();
                    return at(
                            with(row, new Progress(number + 9L, customer, company)),
                            instants.get(random.nextInt(instants.size())));
                })
                .toList();
    }

    /** Returns scopes from all to nothing. */
    static List<Scope> scopes() {
        RandomScopes random = new RandomScopes(Seed.random().split());
        return Stream.concat(
                        Stream.of(ALL),
                        Stream.generate(() -> random.scope(ACME)).limit(60))
                .toList();
    }

    static StoredMessage message(SplittableRandom random, StoredConversation in, long sequence) {
        Side from = sequence % 3 == 0 ? Side.COMPANY : Side.CUSTOMER;
        return new StoredMessage(
                in.tenant(),
                MessageId.of(Seed.uuid(random)),
                in.id(),
                sequence,
                from,
                "Text " + sequence,
                List.of(),
                NOON.plusSeconds(sequence));
    }

    /** Names of attachments are of 255 characters at most. */
    static StoredMessage withTexts(SplittableRandom random, StoredMessage row, String text) {
        String name = text.substring(0, Math.min(text.length(), 250));
        List<Attachment> attachments = IntStream.rangeClosed(1, 10)
                .mapToObj(number -> new Attachment(
                        ContentRef.of(Seed.uuid(random)), name + number, "text/plain", Long.MAX_VALUE - number))
                .toList();
        return new StoredMessage(
                row.tenant(),
                row.id(),
                row.conversation(),
                row.sequence(),
                row.from(),
                text,
                attachments,
                row.sentAt());
    }

    static StoredNote note(SplittableRandom random, StoredConversation about, long number) {
        return new StoredNote(
                about.tenant(), NoteId.of(Seed.uuid(random)), about.id(), number, "carl", "Note " + number, NOON);
    }
}
