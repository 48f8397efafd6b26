// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import dev.portalblocks.core.mandate.GrantMandate;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Cursor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.docs.model.CreateFolder;
import dev.portalblocks.docs.model.Document;
import dev.portalblocks.docs.model.UploadDocument;
import dev.portalblocks.faq.model.AddFaqEntry;
import dev.portalblocks.faq.model.AddFaqSection;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.model.KeepFaqEntry;
import dev.portalblocks.faq.model.PublishFaqEntry;
import dev.portalblocks.faq.model.RestoreFaqRevision;
import dev.portalblocks.faq.model.SubmitFaqEntry;
import dev.portalblocks.faq.model.WithdrawFaqEntry;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.CreateCategory;
import dev.portalblocks.kb.model.KeepArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.RestoreRevision;
import dev.portalblocks.kb.model.SubmitArticle;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.MarkRead;
import dev.portalblocks.messaging.model.MessageOrder;
import dev.portalblocks.messaging.model.OpenConversation;
import dev.portalblocks.messaging.model.SendMessage;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.ProfilePatch;
import java.io.ByteArrayInputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A random program of one tenant: the seed decides every step, and each answer is kept as text. All tenants speak of the
 * same customers, names, words and keys, and now and then of what is another's.
 */
final class Visit {
    private static final int OWN = 19;
    /** How many kinds of steps there are. */
    static final int KINDS = OWN + SearchVisit.KINDS + EditorVisit.KINDS;

    private static final int STEPS = 30;

    private final House house;
    private final TenantId tenant;
    private final long seed;
    private final SplittableRandom random;
    private final Actor program;
    private final SearchVisit searching;
    private final EditorVisit editing;
    private final List<UUID> ids = new ArrayList<>();
    private final List<UUID> conversations = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();
    private final Set<Integer> answered = new HashSet<>();
    private @Nullable Cursor cursor;

    Visit(House house, TenantId tenant, long seed) {
        this.house = house;
        this.tenant = tenant;
        this.seed = seed;
        this.random = new SplittableRandom(seed);
        this.program = Actor.system(tenant, "program");
        this.searching = new SearchVisit(house, tenant, random);
        this.editing = new EditorVisit(house, tenant, random);
        ids.add(new UUID(0x7000, Long.MIN_VALUE));
    }

    /** Takes the next step; returns whether there is one more. */
    boolean step() {
        house.enter(tenant, seed);
        String answer;
        int step = random.nextInt(KINDS);
        try {
            answer = String.valueOf(take(step));
            answered.add(step);
        } catch (PortalException e) {
            answer = e.getClass().getSimpleName() + " " + e.code() + " " + e.getMessage();
        }
        answers.add(answer);
        return answers.size() < STEPS;
    }

    /** Returns what came of the steps. */
    List<String> answers() {
        return answers;
    }

    /** Returns the kinds of steps that were not refused each time. */
    Set<Integer> answered() {
        return answered;
    }

    /** Lets the program speak of what is another's. */
    void learn(Visit others) {
        ids.addAll(others.ids);
        searching.learn(others.searching);
        editing.learn(others.editing);
    }

    private @Nullable Object take(int step) {
        if (step >= OWN + SearchVisit.KINDS) {
            return editing.take(step - OWN - SearchVisit.KINDS);
        }
        if (step >= OWN) {
            return searching.take(step - OWN);
        }
        return step < 10 ? customers(step) : companys(step);
    }

    private @Nullable Object customers(int step) {
        Actor actor = Actor.customer(tenant, customer());
        return switch (step) {
            case 0 -> house.profiles.change(actor, change(actor.findCustomer().orElseThrow()));
            case 1 -> page(house.profiles.changes(actor, actor.findCustomer().orElseThrow(), request()));
            case 2, 3 -> opened(actor);
            case 4 ->
                random.nextBoolean()
                        ? house.inbox.send(actor, sending())
                        : house.inbox.desk().send(program, sending());
            case 5 -> page(house.inbox.conversations(actor, request()));
            case 6 -> page(house.inbox.messages(actor, conversation(), MessageOrder.NEWEST_FIRST, request()));
            case 7 ->
                random.nextBoolean()
                        ? house.inbox.unread(actor)
                        : house.inbox.markRead(actor, new MarkRead(conversation(), 9));
            case 8 ->
                house.vault.folders().create(actor, folder(actor.findCustomer().orElseThrow()));
            default -> known(upload(actor), document -> document.id().value());
        };
    }

    private @Nullable Object companys(int step) {
        return switch (step) {
            case 10 ->
                random.nextBoolean()
                        ? page(house.inbox.desk().conversations(program, request()))
                        : house.inbox.desk().transcript(program, conversation());
            case 11 ->
                random.nextBoolean()
                        ? house.inbox.desk().unread(program)
                        : house.inbox.desk().read(program, conversation());
            case 12, 13 -> published();
            case 14 -> page(house.knowledge.list(program, null, null, request()));
            case 15 -> asked();
            case 16 -> house.faq.sections(program, null);
            case 17 -> page(house.portal.auditTrail().list(program, request()));
            default -> granted();
        };
    }

    private Object opened(Actor actor) {
        var opened = house.inbox.open(actor, opening());
        conversations.add(opened.id().value());
        return known(opened, it -> it.id().value());
    }

    private Object published() {
        if (random.nextInt(4) == 0) {
            return house.knowledge
                    .categoryEditor()
                    .create(program, new CreateCategory(null, "kfz", LocalizedText.german("Kfz"), key()));
        }
        ArticleContent content = ArticleContent.of(LanguageTag.GERMAN, word(), "# " + word() + "\n\n" + word());
        ArticleId id = house.knowledge
                .editor()
                .create(program, CreateArticle.of(content).once(key()))
                .id();
        PublishArticle command = PublishArticle.of(id);
        return random.nextInt(3) == 0
                ? planned(command.shown(LocalDateTime.of(2099, 1, 1, 8, 0), null))
                : known(house.knowledge.editor().publish(program, command), article -> id.value());
    }

    private Object planned(PublishArticle command) {
        ArticleId id = command.article();
        house.knowledge.workflow().submit(program, SubmitArticle.of(id, LanguageTag.GERMAN));
        Object planned = house.knowledge.editor().publish(program, command);
        Object restored = house.knowledge.workflow().restore(program, RestoreRevision.of(id, 1));
        Object kept = house.knowledge.workflow().keep(program, KeepArticle.of(id));
        return known(planned + " " + restored + " " + kept, article -> id.value());
    }

    private Object asked() {
        FaqSectionId section = house.faq
                .outline()
                .add(program, AddFaqSection.of(LocalizedText.german(word())).once(key()))
                .id();
        var entry = house.faq
                .editor()
                .add(program, AddFaqEntry.of(section, FaqContent.of(LanguageTag.GERMAN, word() + "?", word())));
        FaqEntryId id = entry.id();
        house.faq.workflow().submit(program, SubmitFaqEntry.of(id, LanguageTag.GERMAN));
        house.faq.editor().publish(program, PublishFaqEntry.of(id));
        Object planned =
                house.faq.editor().withdraw(program, WithdrawFaqEntry.of(id).at(LocalDateTime.of(2099, 1, 1, 8, 0)));
        Object kept = house.faq.workflow().keep(program, KeepFaqEntry.of(id));
        Object restored = house.faq.workflow().restore(program, RestoreFaqRevision.of(id, 1));
        Object revisions = page(house.faq.editor().revisions(program, id, request()));
        return planned + " " + kept + " " + restored + " " + revisions;
    }

    private Object granted() {
        var mandates = house.portal.mandates();
        GrantMandate command = GrantMandate.everything(customer(), CustomerId.of("4799"), Mandate.Kind.HOUSEHOLD)
                .once(key());
        Object granted = mandates.grant(program, command);
        return granted + " " + page(mandates.held(program, CustomerId.of("4799"), request()));
    }

    private Document upload(Actor actor) {
        return house.vault.upload(
                actor,
                UploadDocument.of(actor.findCustomer().orElseThrow(), word()).once(key()),
                new ByteArrayInputStream(new byte[] {(byte) random.nextInt(3)}));
    }

    private <T> String known(T made, Function<T, UUID> id) {
        ids.add(id.apply(made));
        return made.toString();
    }

    private String page(Page<?> page) {
        cursor = page.next() == null ? cursor : page.next();
        return page.toString();
    }

    /** From the beginning, or behind the last page that was read, which may have been another list's. */
    private PageRequest request() {
        return new PageRequest(1 + random.nextInt(3), random.nextInt(3) == 0 ? cursor : null);
    }

    private ChangeProfile change(CustomerId customer) {
        ProfilePatch patch = ProfilePatch.builder().givenName(word()).build();
        ChangeProfile change = ChangeProfile.of(customer, patch);
        return random.nextInt(3) == 0 ? change.expecting(random.nextInt(3)) : change;
    }

    private OpenConversation opening() {
        return OpenConversation.about("claims")
                .subject(word())
                .text(word())
                .once(key())
                .build();
    }

    private SendMessage sending() {
        return SendMessage.of(conversation(), word()).once(key());
    }

    private CreateFolder folder(CustomerId customer) {
        return CreateFolder.of(customer, word()).once(key());
    }

    private CustomerId customer() {
        return CustomerId.of("471" + random.nextInt(3));
    }

    private ConversationId conversation() {
        List<UUID> some = random.nextInt(4) == 0 || conversations.isEmpty() ? ids : conversations;
        return ConversationId.of(some.get(random.nextInt(some.size())));
    }

    private IdempotencyKey key() {
        return IdempotencyKey.of("key " + random.nextInt(12));
    }

    private String word() {
        return SearchVisit.word(random);
    }
}
