// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static dev.portalblocks.tck.kb.CachedKnowledge.ACME;
import static dev.portalblocks.tck.kb.CachedKnowledge.ERIKA;
import static dev.portalblocks.tck.kb.CachedKnowledge.ERIKAS;
import static dev.portalblocks.tck.kb.CachedKnowledge.LENA;
import static dev.portalblocks.tck.kb.CachedKnowledge.NOBODY;
import static dev.portalblocks.tck.kb.CachedKnowledge.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.mandate.GrantMandate;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.Article;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.tck.HostedStorage.Engine;
import dev.portalblocks.tck.Outcomes;
import dev.portalblocks.tck.kb.CachedKnowledge.Mode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A cached article is read by those who may read it, in their language, and not asked for again. */
class CachedArticlesTest {
    private static final CustomerId OTTOS = CustomerId.of("4712");
    private static final List<Actor> ACTORS = List.of(
            NOBODY,
            ERIKA,
            ERIKA.withRoles("broker"),
            ERIKA.actingFor(OTTOS),
            Actor.customer(ACME, OTTOS).actingFor(ERIKAS),
            Actor.customer(ACME, OTTOS),
            LENA,
            Actor.agent(ACME, "segment:premium", "premium"),
            Actor.system(ACME, "program"),
            Actor.anonymous(OTHER),
            Actor.agent(OTHER, "lena", "editor"),
            Actor.customer(OTHER, ERIKAS));

    static Stream<Arguments> all() {
        return Arrays.stream(Engine.values())
                .flatMap(engine -> Arrays.stream(Mode.values()).map(mode -> Arguments.of(engine, mode)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everybodyGetsWhatTheyWouldGetWithoutACache(Engine engine, Mode mode) {
        try (CachedKnowledge house = new CachedKnowledge(engine.empty(), mode)) {
            house.segments.put(ERIKAS, Set.of("premium"));
            house.portal.mandates().grant(ERIKA, GrantMandate.everything(ERIKAS, OTTOS, Mandate.Kind.HOUSEHOLD));
            List<ArticleId> articles = List.of(
                    house.published("Offen", Audience.PUBLIC),
                    house.published("Angemeldet", Audience.SIGNED_IN),
                    house.published("Makler", Audience.role("broker")),
                    house.published("Premium", Audience.segment("premium")),
                    house.published("Beide", Audience.role("broker"), Audience.segment("premium")),
                    ArticleId.of(new UUID(1, 2)));
            int found = 0;
            int missing = 0;
            for (Actor first : ACTORS) {
                for (Actor actor : List.of(first, ERIKA.withRoles("broker"), NOBODY, first)) {
                    for (ArticleId id : articles) {
                        String expected = Outcomes.of(() -> house.plain.read(actor, id, null));
                        long denied = Outcomes.denials(house.portal, actor.tenant());
                        assertThat(Outcomes.of(() -> house.cached.read(actor, id, null)))
                                .as("%s of %s", actor, id)
                                .isEqualTo(expected);
                        assertThat(Outcomes.denials(house.portal, actor.tenant()) - denied)
                                .as("entries of %s", actor)
                                .isEqualTo(expected.contains("AccessDenied") ? 1 : 0);
                        found += expected.startsWith("Article") ? 1 : 0;
                        missing += expected.contains("not-found") ? 1 : 0;
                    }
                    for (String slug : List.of("offen", "angemeldet", "makler", "premium", "beide", "nichts")) {
                        assertThat(Outcomes.of(() -> house.cached.readBySlug(actor, LanguageTag.GERMAN, slug)))
                                .as("%s of %s", actor, slug)
                                .isEqualTo(Outcomes.of(() -> house.plain.readBySlug(actor, LanguageTag.GERMAN, slug)));
                    }
                }
            }
            assertThat(found).isGreaterThan(100);
            assertThat(missing).isGreaterThan(60);
        }
    }

    /** The host is asked each time, also where the article is known. */
    @ParameterizedTest
    @MethodSource("all")
    void whoLeavesASegmentReadsNothingOfItsArticles(Engine engine, Mode mode) {
        try (CachedKnowledge house = new CachedKnowledge(engine.empty(), mode)) {
            ArticleId id = house.published("Premium", Audience.segment("premium"));
            for (int i = 0; i < 3; i++) {
                house.segments.put(ERIKAS, Set.of("premium"));
                assertThat(house.cached.read(ERIKA, id, null).id()).isEqualTo(id);
                house.segments.remove(ERIKAS);
                assertMissing(() -> house.cached.read(ERIKA, id, null));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aReaderGetsTheLanguageThatTheyWouldGetWithoutACache(Engine engine, Mode mode) {
        try (CachedKnowledge house = new CachedKnowledge(engine.empty(), mode)) {
            ArticleId id = house.published("Hagel", Audience.PUBLIC);
            house.publish(
                    house.cached,
                    id,
                    CachedKnowledge.german("Hagel", Audience.PUBLIC).with(LanguageTag.ENGLISH, "Hail", "Text"));
            for (String tag : List.of("de", "en", "en-GB", "fr", "de-AT", "en", "x-y")) {
                LanguageTag language = LanguageTag.of(tag);
                for (int i = 0; i < 2; i++) {
                    assertThat(house.cached.read(NOBODY, id, language))
                            .isEqualTo(house.plain.read(NOBODY, id, language));
                }
            }
            assertThat(house.cached.read(NOBODY, id, null)).isEqualTo(house.plain.read(NOBODY, id, null));
        }
    }

    /** Neither to show an article, nor to say that there is none for somebody; on several nodes for its stamp alone. */
    @ParameterizedTest
    @MethodSource("all")
    void whatIsKnownIsNotAskedForAgain(Engine engine, Mode mode) {
        try (CachedKnowledge house = new CachedKnowledge(engine.empty(), mode)) {
            ArticleId id = house.published("Hagel", Audience.SIGNED_IN);
            house.cached.read(ERIKA, id, null);
            house.cached.readBySlug(ERIKA, LanguageTag.GERMAN, "hagel");
            for (String asking : List.of("find", "findBySlug", "findSchedule")) {
                house.afterNext(asking, () -> {
                    throw new IllegalStateException("asked by " + asking);
                });
            }
            if (mode == Mode.ONE_NODE) {
                house.afterNext("findStamp", () -> {
                    throw new IllegalStateException("asked for a stamp");
                });
            }
            assertThat(house.cached.read(ERIKA, id, null).id()).isEqualTo(id);
            assertThat(bySlug(house, "hagel", ERIKA).id()).isEqualTo(id);
            assertMissing(() -> house.cached.read(NOBODY, id, null));
            assertThatThrownBy(() -> bySlug(house, "hagel", NOBODY))
                    .as("names can be guessed, so the answer takes as long as any other")
                    .hasMessage("asked by findBySlug");
        }
    }

    @Test
    void aCacheIsOfOneKindAndOfSomeSize() {
        Memory memory = new Memory();
        try (Portal portal = Portal.of(memory)) {
            KnowledgeBase.Builder builder = KnowledgeBase.builder(portal, MemoryKnowledgeStorage.in(memory));
            assertThatThrownBy(() -> builder.cachedOnOneNode(0)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> builder.cachedOnSeveralNodes(-1)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() ->
                            builder.cachedOnOneNode(1).cachedOnSeveralNodes(1).build())
                    .isInstanceOf(IllegalStateException.class);
            assertThat(KnowledgeBase.of(portal, MemoryKnowledgeStorage.in(memory)))
                    .as("nothing was registered")
                    .isNotNull();
        }
    }

    private static Article bySlug(CachedKnowledge house, String slug, Actor actor) {
        return house.cached.readBySlug(actor, LanguageTag.GERMAN, slug);
    }

    private static void assertMissing(Supplier<?> read) {
        assertThat(Outcomes.of(read)).isEqualTo("NotFound article.not-found");
    }
}
