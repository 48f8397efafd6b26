// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.FeedbackId;
import dev.portalblocks.kb.spi.StoredVote;
import dev.portalblocks.kb.spi.VoteStore;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Stores of votes that are right but for one condition. */
final class BrokenVoteStores {
    private BrokenVoteStores() {}

    /** The memory store; each broken one overrides the method in which it goes wrong. */
    private static class Right implements VoteStore {
        final Memory memory = new Memory();
        final VoteStore inner = MemoryKnowledgeStorage.in(memory).votes();

        @Override
        public Optional<StoredVote> find(Tx tx, Scope scope, CustomerId customer, ArticleId article, long revision) {
            return inner.find(tx, scope, customer, article, revision);
        }

        @Override
        public void put(Tx tx, StoredVote vote) {
            inner.put(tx, vote);
        }

        @Override
        public boolean delete(Tx tx, Scope scope, CustomerId customer, ArticleId article, long revision) {
            return inner.delete(tx, scope, customer, article, revision);
        }

        @Override
        public List<StoredVote> listOf(Tx tx, Scope scope, CustomerId customer, @Nullable Keyset after, int limit) {
            return inner.listOf(tx, scope, customer, after, limit);
        }

        @Override
        public int deleteAllOf(Tx tx, Scope scope, CustomerId customer) {
            return inner.deleteAllOf(tx, scope, customer);
        }

        StoreFixture<VoteStore> fixture() {
            return new StoreFixture<>(memory, this);
        }
    }

    private static StoredVote changed(StoredVote vote, FeedbackId id, @Nullable String text) {
        return new StoredVote(
                vote.tenant(),
                id,
                vote.article(),
                vote.revision(),
                vote.customer(),
                vote.language(),
                vote.helpful(),
                text,
                vote.givenAt());
    }

    /** Finds what a customer said of any revision. */
    @Breaks(1)
    static final class FindsAnyRevision implements VoteStoreContract {
        @Override
        public StoreFixture<VoteStore> fixture() {
            return new Right() {
                @Override
                public Optional<StoredVote> find(
                        Tx tx, Scope scope, CustomerId customer, ArticleId article, long revision) {
                    return super.find(tx, scope, customer, article, revision)
                            .or(() -> super.find(tx, scope, customer, article, 1));
                }
            }.fixture();
        }
    }

    /** Keeps a text without the white space round it. */
    @Breaks(1)
    static final class StripsTexts implements VoteStoreContract {
        @Override
        public StoreFixture<VoteStore> fixture() {
            return new Right() {
                @Override
                public void put(Tx tx, StoredVote vote) {
                    String text = vote.text();
                    super.put(tx, changed(vote, vote.id(), text == null ? null : text.strip()));
                }
            }.fixture();
        }
    }

    /** Keeps what was written before where nothing is written now. */
    @Breaks(2)
    static final class KeepsTheFormerText implements VoteStoreContract {
        @Override
        public StoreFixture<VoteStore> fixture() {
            return new Right() {
                @Override
                public void put(Tx tx, StoredVote vote) {
                    String text = vote.text() != null
                            ? vote.text()
                            : super.find(
                                            tx,
                                            Scope.wholeTenant(vote.tenant()),
                                            vote.customer(),
                                            vote.article(),
                                            vote.revision())
                                    .map(StoredVote::text)
                                    .orElse(null);
                    super.put(tx, changed(vote, vote.id(), text));
                }
            }.fixture();
        }
    }

    /** Lets the first who votes keep the place. */
    @Breaks(2)
    static final class KeepsTheFirst implements VoteStoreContract {
        @Override
        public StoreFixture<VoteStore> fixture() {
            return new Right() {
                @Override
                public void put(Tx tx, StoredVote vote) {
                    Scope all = Scope.wholeTenant(vote.tenant());
                    if (super.find(tx, all, vote.customer(), vote.article(), vote.revision())
                            .isEmpty()) {
                        super.put(tx, vote);
                    }
                }
            }.fixture();
        }
    }

    /** Takes back what was said of every revision. */
    @Breaks(3)
    static final class DeletesEveryRevision implements VoteStoreContract {
        @Override
        public StoreFixture<VoteStore> fixture() {
            return new Right() {
                @Override
                public boolean delete(Tx tx, Scope scope, CustomerId customer, ArticleId article, long revision) {
                    boolean isGone = super.delete(tx, scope, customer, article, revision);
                    super.delete(tx, scope, customer, article, revision + 1);
                    return isGone;
                }
            }.fixture();
        }
    }

    /** Takes back whosever vote it is told. */
    @Breaks(3)
    static final class DeletesBeyondTheScope implements VoteStoreContract {
        @Override
        public StoreFixture<VoteStore> fixture() {
            return new Right() {
                @Override
                public boolean delete(Tx tx, Scope scope, CustomerId customer, ArticleId article, long revision) {
                    return super.delete(tx, Scope.wholeTenant(scope.tenant()), customer, article, revision);
                }
            }.fixture();
        }
    }

    /** Lists in the order of the articles. */
    @Breaks(4)
    static final class ListsByArticle implements VoteStoreContract {
        @Override
        public StoreFixture<VoteStore> fixture() {
            return new Right() {
                @Override
                public List<StoredVote> listOf(
                        Tx tx, Scope scope, CustomerId customer, @Nullable Keyset after, int limit) {
                    return super.listOf(tx, scope, customer, after, limit).stream()
                            .sorted(Comparator.comparing(vote -> vote.article().toString()))
                            .toList();
                }
            }.fixture();
        }
    }

    /** Begins a page with the last of the page before. */
    @Breaks(4)
    static final class RepeatsTheAnchor implements VoteStoreContract {
        @Override
        public StoreFixture<VoteStore> fixture() {
            return new Right() {
                @Override
                public List<StoredVote> listOf(
                        Tx tx, Scope scope, CustomerId customer, @Nullable Keyset after, int limit) {
                    return super.listOf(tx, scope, customer, null, Integer.MAX_VALUE).stream()
                            .filter(vote ->
                                    after == null || Keyset.ofId(vote.id()).compareTo(after) >= 0)
                            .limit(limit)
                            .toList();
                }
            }.fixture();
        }
    }

    /** Erases one page of what a customer said. */
    @Breaks(5)
    static final class ErasesSome implements VoteStoreContract {
        @Override
        public StoreFixture<VoteStore> fixture() {
            return new Right() {
                @Override
                public int deleteAllOf(Tx tx, Scope scope, CustomerId customer) {
                    List<StoredVote> some = super.listOf(tx, scope, customer, null, 5);
                    some.forEach(vote -> super.delete(tx, scope, customer, vote.article(), vote.revision()));
                    return some.size();
                }
            }.fixture();
        }
    }

    /** Erases what customers said whose numbers differ in capitals. */
    @Breaks(5)
    static final class ErasesWhoLooksAlike implements VoteStoreContract {
        @Override
        public StoreFixture<VoteStore> fixture() {
            return new Right() {
                @Override
                public int deleteAllOf(Tx tx, Scope scope, CustomerId customer) {
                    int erased = super.deleteAllOf(tx, scope, customer);
                    if (customer.value().equals("a")) {
                        super.deleteAllOf(tx, Scope.wholeTenant(scope.tenant()), CustomerId.of("A"));
                    }
                    if (customer.value().equals("A")) {
                        super.deleteAllOf(tx, Scope.wholeTenant(scope.tenant()), CustomerId.of("a"));
                    }
                    return erased;
                }
            }.fixture();
        }
    }

    /** Has one place for a customer of two tenants. */
    @Breaks(6)
    static final class TakesTenantsForOne implements VoteStoreContract {
        @Override
        public StoreFixture<VoteStore> fixture() {
            return new Right() {
                @Override
                public int deleteAllOf(Tx tx, Scope scope, CustomerId customer) {
                    if (scope.tenant().equals(Articles.OTHER)) {
                        super.deleteAllOf(tx, Articles.ALL, customer);
                    }
                    return super.deleteAllOf(tx, scope, customer);
                }
            }.fixture();
        }
    }

    /** Votes outside of the transaction; what is taken back is gone there, too. */
    @Breaks(6)
    static final class KeepsWhatIsRolledBack implements VoteStoreContract {
        @Override
        public StoreFixture<VoteStore> fixture() {
            return new Right() {
                private final Map<List<?>, StoredVote> kept = new ConcurrentHashMap<>();

                @Override
                public void put(Tx tx, StoredVote vote) {
                    super.put(tx, vote);
                    kept.put(key(vote.customer(), vote.article(), vote.revision()), vote);
                }

                @Override
                public boolean delete(Tx tx, Scope scope, CustomerId customer, ArticleId article, long revision) {
                    boolean isDeleted = super.delete(tx, scope, customer, article, revision);
                    kept.remove(key(customer, article, revision));
                    return isDeleted;
                }

                @Override
                public List<StoredVote> listOf(
                        Tx tx, Scope scope, CustomerId customer, @Nullable Keyset after, int limit) {
                    List<StoredVote> found = super.listOf(tx, scope, customer, after, limit);
                    return found.isEmpty() && after == null
                            ? kept.values().stream()
                                    .filter(vote -> vote.customer().equals(customer) && scope.covers(vote.label()))
                                    .limit(limit)
                                    .toList()
                            : found;
                }

                private static List<?> key(CustomerId customer, ArticleId article, long revision) {
                    return List.of(customer, article, revision);
                }
            }.fixture();
        }
    }
}
