// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static dev.portalblocks.tck.kb.CachedKnowledge.LENA;
import static dev.portalblocks.tck.kb.CachedKnowledge.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.model.Article;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.tck.FloorRace;
import dev.portalblocks.tck.HostedStorage.Engine;
import dev.portalblocks.tck.kb.CachedKnowledge.Mode;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A read that begins after a publication was committed sees it, whoever read meanwhile, and never half of one. */
class CachedArticlesRaceTest {
    private static final boolean DEEP = Boolean.getBoolean("portal.deep");

    @ParameterizedTest
    @MethodSource("dev.portalblocks.tck.kb.CachedArticlesTest#all")
    void nobodyReadsWhatIsOlderThanWhatWasCommittedWhenTheyBegan(Engine engine, Mode mode) throws Exception {
        int rounds = (engine == Engine.MEMORY ? 2_000 : 100) * (DEEP ? 40 : 1);
        try (CachedKnowledge house = new CachedKnowledge(engine.empty(), mode)) {
            FloorRace.run(
                    "Cached articles on " + engine + " " + mode,
                    rounds,
                    List.of(new Page(house, "eins", false), new Page(house, "zwei", true)));
        }
    }

    /** An article whose title and text tell of one version; read by its id or by its name. */
    private static final class Page implements FloorRace.Subject {
        private final CachedKnowledge house;
        private final String name;
        private final boolean isNamed;
        private final ArticleId id;

        Page(CachedKnowledge house, String name, boolean isNamed) {
            this.house = house;
            this.name = name;
            this.isNamed = isNamed;
            this.id = house.published(name, Audience.PUBLIC);
        }

        @Override
        public long read() {
            Article read = isNamed
                    ? house.cached.readBySlug(NOBODY, LanguageTag.GERMAN, name)
                    : house.cached.read(NOBODY, id, null);
            assertThat(read.text().body()).isEqualTo("Text zu " + read.text().title());
            return read.revision();
        }

        @Override
        public long change(SplittableRandom random, String title) {
            int way = random.nextInt(4);
            KnowledgeBase knowledge = house.cached;
            if (way > 1) {
                return publish(knowledge, title);
            }
            AtomicLong revision = new AtomicLong();
            house.stored.joined(way == 0, () -> {
                revision.set(publish(knowledge, title));
                return true;
            });
            return way == 0 ? revision.get() : 0;
        }

        /** Another editor's draft may have been published meanwhile; then there is nothing to publish. */
        private long publish(KnowledgeBase knowledge, String title) {
            try {
                ArticleContent content = CachedKnowledge.german(title, Audience.PUBLIC);
                knowledge.editor().edit(LENA, EditArticle.of(id, content));
                return Objects.requireNonNull(knowledge
                                .editor()
                                .publish(LENA, PublishArticle.of(id))
                                .published())
                        .number();
            } catch (PortalException.Conflict e) {
                return 0;
            }
        }
    }
}
