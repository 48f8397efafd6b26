// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static dev.portalblocks.tck.kb.Articles.ACME;
import static dev.portalblocks.tck.kb.Articles.ALL;
import static dev.portalblocks.tck.kb.Articles.OTHER;
import static dev.portalblocks.tck.kb.Said.scopes;
import static dev.portalblocks.tck.kb.Tended.limits;
import static dev.portalblocks.tck.kb.Tended.tended;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleState;
import dev.portalblocks.kb.model.CareReason;
import dev.portalblocks.kb.model.NeedyArticle;
import dev.portalblocks.kb.spi.ArticleHealthStore;
import dev.portalblocks.kb.spi.HealthLimits;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.publishing.spi.Parts;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * The promises of {@link ArticleHealthStore}: implement it in a test class and return the storage to be tested. Its {@link
 * KnowledgeStorage#articles()}, {@link KnowledgeStorage#votes()}, {@link KnowledgeStorage#views()} and {@link
 * KnowledgeStorage#viewCounts()} write what its {@link KnowledgeStorage#health()} shows; the other stores are not used.
 */
@ContractOf(ArticleHealthStore.class)
public interface ArticleHealthStoreContract {
    /** Returns a storage without articles, votes and views, and its domain; asked once, at the beginning of each test. */
    StoreFixture<KnowledgeStorage> fixture();

    /** For twelve scopes, by eight measures each. */
    @Test
    @Promise(1)
    default void ownersAreCountedAsTheScopeCovers() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        Tended tended = tended(kb, random);
        for (Scope scope : scopes(random)) {
            for (int i = 0; i < 8; i++) {
                HealthLimits limits = limits(random);
                assertThat(Tended.owners(kb, scope, limits))
                        .as("%s in %s", limits, scope)
                        .isEqualTo(tended.owners(scope, limits));
            }
        }
    }

    /** For twelve scopes, by three measures each, of one owner and of all, whatever the size of a page. */
    @Test
    @Promise(2)
    default void whatNeedsCareIsWhatTheScopeCoversTheWorstFirst() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        Tended tended = tended(kb, random);
        Set<CareReason> seen = EnumSet.noneOf(CareReason.class);
        for (Scope scope : scopes(random)) {
            for (int limit : new int[] {1, 3, 100}) {
                HealthLimits limits = limits(random);
                for (String owner : new String[] {null, "lena", "nobody"}) {
                    List<NeedyArticle> needy = Tended.needy(kb, scope, limits, owner, limit);
                    assertThat(needy)
                            .as("%s of %s in %s", limits, owner, scope)
                            .isEqualTo(tended.needy(scope, limits, owner));
                    needy.forEach(article -> seen.addAll(article.reasons()));
                }
            }
        }
        assertThat(seen).as("reasons that came up").containsExactlyInAnyOrder(CareReason.values());
    }

    /** Also where another one is the same to whoever ignores case. */
    @Test
    @Promise(1)
    default void ofTheScopesAudiencesEachIsCountedToTheLetter() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        PublishedArticles.insert(kb, forBrokers());
        HealthLimits limits = limits(Seed.random());
        assertThat(Tended.owners(kb, of("broker"), limits)).isEmpty();
        assertThat(Tended.owners(kb, of("Broker"), limits)).hasSize(1);
    }

    /** Also where another one is the same to whoever ignores case. */
    @Test
    @Promise(2)
    default void ofTheScopesAudiencesEachIsListedToTheLetter() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        PublishedArticles.insert(kb, forBrokers());
        SplittableRandom random = Seed.random();
        for (int i = 0; i < 8; i++) {
            assertThat(Tended.needy(kb, of("broker"), limits(random), null, 100))
                    .isEmpty();
        }
    }

    private static Scope of(String role) {
        return ALL.ofAudiences(Bound.only(Set.of(Audience.role(role))));
    }

    private static StoredArticle forBrokers() {
        ArticleContent content = Articles.content("for brokers").forAudiences(Audience.role("Broker"));
        return new StoredArticle(
                ACME,
                Articles.id(Seed.random()),
                ArticleState.PUBLISHED,
                null,
                new Parts<>(null, Articles.revision(1, content)),
                1,
                Articles.NOON);
    }

    /** The same article in both, with the votes and the views of one. */
    @Test
    @Promise(3)
    default void tenantsNeverMeet() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        Tended tended = tended(kb, random);
        Scope other = Scope.wholeTenant(OTHER);
        HealthLimits limits = limits(random);
        assertThat(Tended.owners(kb, other, limits)).isEmpty();
        assertThat(Tended.needy(kb, other, limits, null, 100)).isEmpty();
        tended.articles().forEach(article -> PublishedArticles.insert(kb, Tended.in(article, OTHER)));
        Tended theirs = new Tended(tended.articles(), List.of(), List.of());
        for (int i = 0; i < 8; i++) {
            HealthLimits some = limits(random);
            assertThat(Tended.owners(kb, other, some)).as("%s", some).isEqualTo(theirs.owners(ALL, some));
            assertThat(Tended.needy(kb, other, some, null, 100))
                    .as("%s", some)
                    .isEqualTo(theirs.needy(ALL, some, null));
            assertThat(Tended.owners(kb, ALL, some)).as("%s", some).isEqualTo(tended.owners(ALL, some));
        }
    }
}
