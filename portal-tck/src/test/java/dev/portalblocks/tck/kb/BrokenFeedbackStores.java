// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.FeedbackCount;
import dev.portalblocks.kb.model.FeedbackId;
import dev.portalblocks.kb.spi.FeedbackStore;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.StoredVote;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Views of what was said of articles that are right but for one condition. */
final class BrokenFeedbackStores {
    private BrokenFeedbackStores() {}

    /** The memory's; each broken one overrides the method in which it goes wrong. */
    private static class Right implements FeedbackStore {
        final Memory memory = new Memory();
        final MemoryKnowledgeStorage storage = MemoryKnowledgeStorage.in(memory);
        final FeedbackStore inner = storage.feedback();

        @Override
        public List<FeedbackCount> count(Tx tx, Scope scope, ArticleId article) {
            return inner.count(tx, scope, article);
        }

        @Override
        public List<StoredVote> listTexts(
                Tx tx, Scope scope, @Nullable ArticleId article, @Nullable Keyset after, int limit) {
            return inner.listTexts(tx, scope, article, after, limit);
        }

        @Override
        public Optional<StoredVote> findText(Tx tx, Scope scope, FeedbackId id) {
            return inner.findText(tx, scope, id);
        }

        @Override
        public boolean removeText(Tx tx, Scope scope, FeedbackId id) {
            return inner.removeText(tx, scope, id);
        }

        StoreFixture<KnowledgeStorage> fixture() {
            return new StoreFixture<>(
                    memory,
                    new MemoryKnowledgeStorage(
                            memory,
                            storage.articles(),
                            storage.published(),
                            storage.care(),
                            storage.slugs(),
                            storage.revisions(),
                            storage.categories(),
                            storage.assets(),
                            storage.votes(),
                            this,
                            storage.views(),
                            storage.viewCounts(),
                            storage.health()));
        }
    }

    /** Leaves out the last of the counts. */
    @Breaks(1)
    static final class CountsFewerLanguages implements FeedbackStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public List<FeedbackCount> count(Tx tx, Scope scope, ArticleId article) {
                    List<FeedbackCount> all = super.count(tx, scope, article);
                    return all.size() < 2 ? all : all.subList(0, all.size() - 1);
                }
            }.fixture();
        }
    }

    /** Counts for whoever asks, whatever the audiences of the article. */
    @Breaks(1)
    static final class CountsForAnyAudience implements FeedbackStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public List<FeedbackCount> count(Tx tx, Scope scope, ArticleId article) {
                    Scope wider = Scope.wholeTenant(scope.tenant()).inStates(scope.states());
                    return super.count(tx, wider, article);
                }
            }.fixture();
        }
    }

    /** Lists first what was written first. */
    @Breaks(2)
    static final class ListsTheOldestFirst implements FeedbackStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public List<StoredVote> listTexts(
                        Tx tx, Scope scope, @Nullable ArticleId article, @Nullable Keyset after, int limit) {
                    return super.listTexts(tx, scope, article, null, Integer.MAX_VALUE).stream()
                            .sorted(Comparator.comparing(vote -> vote.id().toString()))
                            .filter(vote ->
                                    after == null || Keyset.ofId(vote.id()).compareTo(after) > 0)
                            .limit(limit)
                            .toList();
                }
            }.fixture();
        }
    }

    /** Cuts the page before it looks at the scope. */
    @Breaks(2)
    static final class FiltersAfterTheLimit implements FeedbackStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public List<StoredVote> listTexts(
                        Tx tx, Scope scope, @Nullable ArticleId article, @Nullable Keyset after, int limit) {
                    List<StoredVote> mine = super.listTexts(tx, scope, article, after, Integer.MAX_VALUE);
                    return super.listTexts(tx, Scope.wholeTenant(scope.tenant()), article, after, limit).stream()
                            .filter(mine::contains)
                            .toList();
                }
            }.fixture();
        }
    }

    /** Finds a text of an article in any state. */
    @Breaks(3)
    static final class FindsInAnyState implements FeedbackStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public Optional<StoredVote> findText(Tx tx, Scope scope, FeedbackId id) {
                    Scope wider = Scope.wholeTenant(scope.tenant()).ofAudiences(scope.audiences());
                    return super.findText(tx, wider, id);
                }
            }.fixture();
        }
    }

    /** Finds the latest text for one that is gone. */
    @Breaks(3)
    static final class FindsWhatWasReplaced implements FeedbackStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public Optional<StoredVote> findText(Tx tx, Scope scope, FeedbackId id) {
                    return super.findText(tx, scope, id)
                            .or(() -> super.listTexts(tx, scope, null, null, 1).stream()
                                    .findFirst());
                }
            }.fixture();
        }
    }

    /** Removes whatever is there, for whoever asks. */
    @Breaks(4)
    static final class RemovesBeyondTheScope implements FeedbackStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public boolean removeText(Tx tx, Scope scope, FeedbackId id) {
                    Scope wider = Scope.wholeTenant(scope.tenant()).ofCustomers(Bound.all());
                    return super.removeText(tx, wider, id);
                }
            }.fixture();
        }
    }

    /** Removes the vote with its text. */
    @Breaks(4)
    static final class RemovesTheVote implements FeedbackStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public boolean removeText(Tx tx, Scope scope, FeedbackId id) {
                    Optional<StoredVote> vote = super.findText(tx, scope, id);
                    vote.ifPresent(found -> storage.votes()
                            .delete(
                                    tx,
                                    Scope.wholeTenant(scope.tenant()),
                                    found.customer(),
                                    found.article(),
                                    found.revision()));
                    return vote.isPresent();
                }
            }.fixture();
        }
    }

    /** Says in every tenant what was said in ours. */
    @Breaks(5)
    static final class ListsTheFirstTenants implements FeedbackStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public List<StoredVote> listTexts(
                        Tx tx, Scope scope, @Nullable ArticleId article, @Nullable Keyset after, int limit) {
                    List<StoredVote> found = super.listTexts(tx, scope, article, after, limit);
                    return scope.tenant().equals(Articles.OTHER)
                            ? super.listTexts(tx, Articles.ALL, article, after, limit)
                            : found;
                }
            }.fixture();
        }
    }

    /** Removes a text outside of the transaction. */
    @Breaks(5)
    static final class RemovesAtOnce implements FeedbackStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                private final Set<FeedbackId> gone = ConcurrentHashMap.newKeySet();

                @Override
                public boolean removeText(Tx tx, Scope scope, FeedbackId id) {
                    boolean isGone = super.removeText(tx, scope, id);
                    if (isGone) {
                        gone.add(id);
                    }
                    return isGone;
                }

                @Override
                public List<StoredVote> listTexts(
                        Tx tx, Scope scope, @Nullable ArticleId article, @Nullable Keyset after, int limit) {
                    return super.listTexts(tx, scope, article, after, limit).stream()
                            .filter(vote -> !gone.contains(vote.id()))
                            .toList();
                }
            }.fixture();
        }
    }
}
