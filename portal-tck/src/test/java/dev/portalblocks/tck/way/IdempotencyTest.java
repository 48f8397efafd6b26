// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.mandate.GrantMandate;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.docs.model.CreateFolder;
import dev.portalblocks.docs.model.UploadDocument;
import dev.portalblocks.faq.model.AddFaqEntry;
import dev.portalblocks.faq.model.AddFaqSection;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.CreateCategory;
import dev.portalblocks.messaging.model.AddNote;
import dev.portalblocks.messaging.model.SendMessage;
import dev.portalblocks.messaging.model.WriteToCustomer;
import dev.portalblocks.search.model.AddSynonymRule;
import dev.portalblocks.search.model.SynonymTerms;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Race;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A key creates once: a repeat gets what is there, another content is a conflict, and of many at once one creates. */
class IdempotencyTest {
    private static final int THREADS = 32;
    private static final int ROUNDS = 3;
    private static Worlds worlds;

    @BeforeAll
    static void compose() {
        worlds = new Worlds();
    }

    @AfterAll
    static void close() {
        worlds.close();
    }

    /**
     * Something that is created with a key.
     *
     * @param table where it is kept
     * @param creator makes one
     */
    record Created(String table, Creator creator) {
        /** Returns how many events tell of it: a conversation begins, and its first message is sent. */
        int events() {
            return table.equals("messaging.conversation") ? 2 : 1;
        }

        @Override
        public String toString() {
            return table;
        }
    }

    /** Creates something of this name and returns its id. */
    @FunctionalInterface
    interface Creator {
        Object create(SampleWorld world, Actor actor, IdempotencyKey key, String name);
    }

    static Stream<Created> creations() {
        return Stream.of(
                new Created(
                        "kb.article",
                        (world, actor, key, name) -> world.portal
                                .knowledge
                                .editor()
                                .create(
                                        actor,
                                        CreateArticle.of(SampleArticles.article(name))
                                                .once(key))
                                .id()),
                new Created(
                        "core.mandate",
                        (world, actor, key, name) -> world.portal
                                .portal
                                .mandates()
                                .grant(
                                        actor,
                                        GrantMandate.everything(
                                                        SampleWorld.ERIKA, CustomerId.of(name), Mandate.Kind.HOUSEHOLD)
                                                .once(key))
                                .id()),
                new Created(
                        "kb.category",
                        (world, actor, key, name) -> world.portal
                                .knowledge
                                .categoryEditor()
                                .create(actor, new CreateCategory(null, name, LocalizedText.german(name), key))
                                .id()),
                new Created(
                        "faq.section",
                        (world, actor, key, name) -> world.portal
                                .faq
                                .outline()
                                .add(
                                        actor,
                                        AddFaqSection.of(LocalizedText.of(LanguageTag.GERMAN, name))
                                                .once(key))
                                .id()),
                new Created(
                        "faq.entry",
                        (world, actor, key, name) -> world.portal
                                .faq
                                .editor()
                                .add(
                                        actor,
                                        AddFaqEntry.of(world.target.entries().section(), SampleWorld.entry(name))
                                                .once(key))
                                .id()),
                new Created(
                        "synonyms.rule",
                        (world, actor, key, name) -> world.portal
                                .synonyms
                                .add(
                                        actor,
                                        AddSynonymRule.of(SynonymTerms.of(LanguageTag.GERMAN, name, "Wort"))
                                                .once(key))
                                .id()),
                new Created(
                        "messaging.conversation",
                        (world, actor, key, name) -> world.portal
                                .inbox
                                .desk()
                                .open(
                                        actor,
                                        WriteToCustomer.of(SampleWorld.ERIKA, "contract")
                                                .subject(name)
                                                .text(name)
                                                .once(key)
                                                .build())
                                .id()),
                new Created(
                        "messaging.message",
                        (world, actor, key, name) -> world.portal
                                .inbox
                                .desk()
                                .send(
                                        actor,
                                        SendMessage.of(world.target.letters().conversation(), name)
                                                .once(key))
                                .id()),
                new Created(
                        "messaging.note",
                        (world, actor, key, name) -> world.portal
                                .inbox
                                .desk()
                                .addNote(
                                        actor,
                                        AddNote.of(world.target.letters().conversation(), name)
                                                .once(key))
                                .id()),
                new Created(
                        "docs.folder",
                        (world, actor, key, name) -> world.portal
                                .vault
                                .folders()
                                .create(
                                        actor,
                                        CreateFolder.of(SampleWorld.ERIKA, name).once(key))
                                .id()),
                new Created(
                        "docs.document",
                        (world, actor, key, name) -> world.portal
                                .vault
                                .upload(
                                        actor,
                                        UploadDocument.of(SampleWorld.ERIKA, name)
                                                .once(key),
                                        SampleWorld.picture())
                                .id()));
    }

    @ParameterizedTest
    @MethodSource("creations")
    void aRepeatGetsWhatIsThereAndLeavesNothing(Created created) {
        SampleWorld world = worlds.next();
        Object id = created.creator().create(world, world.program(), key(), "Neu");
        Kept once = world.portal.kept();
        assertThat(created.creator().create(world, world.program(), key(), "Neu"))
                .isEqualTo(id);
        assertThat(world.portal.kept()).isEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource("creations")
    void theSameKeyWithOtherContentIsAConflict(Created created) {
        SampleWorld world = worlds.next();
        created.creator().create(world, world.program(), key(), "Neu");
        Kept once = world.portal.kept();
        assertThatThrownBy(() -> created.creator().create(world, world.program(), key(), "Anders"))
                .isInstanceOf(PortalException.Conflict.class)
                .hasMessage("Conflict: idempotency-key.reused");
        assertThat(world.portal.kept()).isEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource("creations")
    void aRepeatIsAuthorisedAgain(Created created) {
        SampleWorld world = worlds.next();
        Actor editor = Actor.agent(world.here, "agent", "editor", "service");
        created.creator().create(world, editor, key(), "Neu");
        Kept once = world.portal.kept();
        assertThatThrownBy(() -> created.creator().create(world, editor.withRoles(), key(), "Neu"))
                .isInstanceOf(PortalException.AccessDenied.class);
        assertThat(world.portal.kept().withoutAudit()).isEqualTo(once.withoutAudit());
    }

    @ParameterizedTest
    @MethodSource("creations")
    void aKeyIsItsActorsOwn(Created created) {
        SampleWorld world = worlds.next();
        Kept before = world.portal.kept();
        Set<Object> ids = Stream.of(
                        Actor.system(world.here, "one"),
                        Actor.system(world.here, "two"),
                        Actor.agent(world.here, "one", "editor", "service"))
                .map(actor -> created.creator().create(world, actor, key(), "Neu " + actor.kind() + actor.identity()))
                .collect(Collectors.toSet());
        assertThat(ids).hasSize(3);
        assertThat(world.portal.kept().growthSince(before)).containsEntry(created.table(), 3);
    }

    @ParameterizedTest
    @MethodSource("creations")
    void aPurgedKeyCreatesAgain(Created created) {
        SampleWorld world = worlds.next();
        created.creator().create(world, world.program(), key(), "Neu");
        world.portal.time.forward(Duration.ofDays(31));
        world.portal.portal.housekeeping().purgeIdempotencyKeys(world.program());
        Kept before = world.portal.kept();
        created.creator().create(world, world.program(), key(), "Wieder");
        assertThat(world.portal.kept().growthSince(before)).containsEntry(created.table(), 1);
    }

    @ParameterizedTest
    @MethodSource("creations")
    void ofManyAtOnceOneCreates(Created created) {
        for (int round = 0; round < ROUNDS; round++) {
            SampleWorld world = worlds.next();
            Kept before = world.portal.kept();
            List<Outcome<Object>> outcomes =
                    Race.of(THREADS, runner -> created.creator().create(world, world.program(), key(), "Neu"));
            assertThat(outcomes.stream().map(Outcome::orFail).collect(Collectors.toSet()))
                    .hasSize(1);
            assertThat(world.portal.kept().growthSince(before))
                    .containsEntry(created.table(), 1)
                    .containsEntry("core.idempotency", 1)
                    .containsEntry("core.audit", 1)
                    .containsEntry("core.event", created.events());
        }
    }

    private static IdempotencyKey key() {
        return IdempotencyKey.of("once");
    }
}
