// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.jdbc.JdbcKnowledgeStorage;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CountViews;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.RecordView;
import dev.portalblocks.kb.model.ViewCount;
import dev.portalblocks.kb.model.ViewPeriod;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.jdbc.Databases;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Readers who look at the same articles on eight threads, all of them told of each reader, while yesterday is counted by two nodes at once:
 * each reader counts once a day, and no view is lost or doubled on its way to the numbers.
 */
class ManyReadersTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final Actor LENA = Actor.agent(ACME, "lena", "editor");
    private static final Actor PROGRAM = Actor.system(ACME, "program");
    private static final ViewPeriod EVER = new ViewPeriod(LocalDate.MIN, LocalDate.MAX);
    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
    private static final int TELLERS = 8;
    private static final int DAYS = 4;
    private static final int STEPS = Boolean.getBoolean("portal.deep") ? 400 : 40;

    /** Where the knowledge base is kept. */
    enum Ground {
        MEMORY,
        H2,
        POSTGRESQL
    }

    /** Who saw what, on one day. */
    private record Sight(int article, String reader) {}

    private volatile Instant now = Instant.parse("2027-01-01T12:00:00Z");

    @ParameterizedTest
    @EnumSource
    void eachReaderCountsOnceADayAndNoneIsLost(Ground ground) {
        KnowledgeBase knowledge = on(ground);
        List<ArticleId> articles =
                IntStream.range(0, 3).mapToObj(i -> published(knowledge)).toList();
        SplittableRandom seeds = Seed.random();
        List<List<Long>> expected = new ArrayList<>(List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
        for (int day = 0; day < DAYS; day++) {
            List<Sight> sights = sights(seeds);
            Race.of(TELLERS + 2, runner -> {
                        if (runner < TELLERS) {
                            sights.forEach(sight -> tell(knowledge, articles, sight));
                        } else {
                            knowledge.views().keep(PROGRAM);
                        }
                        return true;
                    })
                    .forEach(Outcome::orFail);
            Set<Sight> once = new HashSet<>(sights);
            for (int article = 0; article < 3; article++) {
                int at = article;
                expected.get(article)
                        .add(once.stream()
                                .filter(sight -> sight.article() == at)
                                .count());
            }
            now = now.plus(Duration.ofDays(1));
        }
        for (int article = 0; article < 3; article++) {
            assertThat(knowledge.views().counts(LENA, new CountViews(articles.get(article), EVER)))
                    .as("views of article %d, seed %s", article, Seed.value())
                    .isEqualTo(counted(expected.get(article)));
        }
    }

    private static List<ViewCount> counted(List<Long> byDay) {
        return IntStream.range(0, DAYS)
                .filter(day -> byDay.get(day) > 0)
                .mapToObj(day -> new ViewCount(FIRST.plusDays(day), 1, byDay.get(day)))
                .toList();
    }

    private static List<Sight> sights(SplittableRandom random) {
        return IntStream.range(0, STEPS)
                .mapToObj(i -> new Sight(random.nextInt(3), "reader " + random.nextInt(9)))
                .toList();
    }

    private static void tell(KnowledgeBase knowledge, List<ArticleId> articles, Sight sight) {
        RecordView view = RecordView.of(articles.get(sight.article())).by(sight.reader());
        boolean isKnown = sight.reader().hashCode() % 2 == 0;
        knowledge
                .views()
                .record(isKnown ? Actor.customer(ACME, CustomerId.of(sight.reader())) : Actor.anonymous(ACME), view);
    }

    private KnowledgeBase on(Ground ground) {
        return switch (ground) {
            case MEMORY -> {
                Memory memory = new Memory();
                yield in(MemoryCoreStorage.in(memory), MemoryKnowledgeStorage.in(memory));
            }
            case H2 -> on(Databases.H2.database());
            case POSTGRESQL -> on(Databases.POSTGRESQL.database());
        };
    }

    private KnowledgeBase on(Database db) {
        return in(JdbcCoreStorage.on(db), JdbcKnowledgeStorage.on(db));
    }

    private KnowledgeBase in(CoreStorage core, KnowledgeStorage storage) {
        return KnowledgeBase.of(Portal.builder(core).clock(() -> now).build(), storage);
    }

    private static ArticleId published(KnowledgeBase knowledge) {
        ArticleId id = knowledge
                .editor()
                .create(LENA, CreateArticle.of(ArticleContent.of(LanguageTag.GERMAN, "Hagel", "Melden.")))
                .id();
        knowledge.editor().publish(LENA, PublishArticle.of(id));
        return id;
    }
}
