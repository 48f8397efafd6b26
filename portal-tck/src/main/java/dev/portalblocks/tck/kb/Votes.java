// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.FeedbackId;
import dev.portalblocks.kb.spi.StoredVote;
import dev.portalblocks.kb.spi.VoteStore;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Votes to try a store with. */
final class Votes {
    static final CustomerId ERIKA = CustomerId.of("4711");
    static final CustomerId MAX = CustomerId.of("4712");
    static final ArticleId HAIL = ArticleId.of(new UUID(1, 1));
    static final ArticleId STORM = ArticleId.of(new UUID(1, 2));

    private Votes() {}

    /** Returns what Erika said of the first revision about hail. */
    static StoredVote vote(SplittableRandom random) {
        return vote(random, ERIKA, HAIL, 1);
    }

    static StoredVote vote(SplittableRandom random, CustomerId customer, ArticleId article, long revision) {
        return new StoredVote(
                Articles.ACME,
                FeedbackId.of(Seed.uuid(random)),
                article,
                revision,
                customer,
                LanguageTag.GERMAN,
                true,
                "Danke!",
                Articles.NOON);
    }

    /** Returns what is said in this one's place: another text, or none, of another language. */
    static StoredVote instead(StoredVote vote, SplittableRandom random, @Nullable String text) {
        return new StoredVote(
                vote.tenant(),
                FeedbackId.of(Seed.uuid(random)),
                vote.article(),
                vote.revision(),
                vote.customer(),
                LanguageTag.ENGLISH,
                !vote.helpful(),
                text,
                vote.givenAt().plusSeconds(1));
    }

    static StoredVote in(StoredVote vote, TenantId tenant) {
        return new StoredVote(
                tenant,
                vote.id(),
                vote.article(),
                vote.revision(),
                vote.customer(),
                vote.language(),
                vote.helpful(),
                vote.text(),
                vote.givenAt());
    }

    /** Returns one of any revision, in any of three languages, with a text or without. */
    static StoredVote any(SplittableRandom random, CustomerId customer, ArticleId article) {
        return new StoredVote(
                Articles.ACME,
                FeedbackId.of(Seed.uuid(random)),
                article,
                1 + random.nextInt(3),
                customer,
                List.of(LanguageTag.GERMAN, LanguageTag.ENGLISH, LanguageTag.of("de-CH"))
                        .get(random.nextInt(3)),
                random.nextBoolean(),
                random.nextInt(3) == 0 ? null : "Text " + random.nextInt(100),
                Articles.NOON.plusSeconds(random.nextInt(1000)));
    }

    static boolean put(StoreFixture<VoteStore> votes, StoredVote vote) {
        votes.change((tx, store) -> store.put(tx, vote));
        return true;
    }

    static Optional<StoredVote> find(StoreFixture<VoteStore> votes, Scope scope, StoredVote vote) {
        return votes.read((tx, store) -> store.find(tx, scope, vote.customer(), vote.article(), vote.revision()));
    }

    /** In one page, whose order is the fourth promise's. */
    static List<StoredVote> allOf(StoreFixture<VoteStore> votes, Scope scope, CustomerId customer) {
        return votes.read((tx, store) -> store.listOf(tx, scope, customer, null, 1000));
    }
}
