// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.spi.StoredView;
import dev.portalblocks.kb.spi.StoredViewSecret;
import dev.portalblocks.kb.spi.ViewStore;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stores of views that are right but for one condition. */
final class BrokenViewStores {
    private BrokenViewStores() {}

    /** The memory's; each broken one overrides the method in which it goes wrong. */
    private static class Right implements ViewStore {
        final Memory memory = new Memory();
        final ViewStore inner = MemoryKnowledgeStorage.in(memory).views();

        @Override
        public String secret(Tx tx, StoredViewSecret fresh) {
            return inner.secret(tx, fresh);
        }

        @Override
        public int dropSecrets(Tx tx, TenantId tenant, LocalDate before) {
            return inner.dropSecrets(tx, tenant, before);
        }

        @Override
        public boolean add(Tx tx, StoredView view) {
            return inner.add(tx, view);
        }

        @Override
        public List<StoredView> takeEnded(Tx tx, TenantId tenant, LocalDate before, int limit) {
            return inner.takeEnded(tx, tenant, before, limit);
        }

        @Override
        public List<TenantId> tenants(Tx tx, String after, int limit) {
            return inner.tenants(tx, after, limit);
        }

        StoreFixture<ViewStore> fixture() {
            return new StoreFixture<>(memory, this);
        }
    }

    /** Keeps the first secret, and gives each of many callers the one that they brought. */
    @Breaks(1)
    static final class GivesEverybodyTheirOwnSecret implements ViewStoreContract {
        @Override
        public StoreFixture<ViewStore> fixture() {
            return new Right() {
                @Override
                public String secret(Tx tx, StoredViewSecret fresh) {
                    String kept = super.secret(tx, fresh);
                    return fresh.secret().startsWith("of ") ? fresh.secret() : kept; // in the race
                }
            }.fixture();
        }
    }

    /** Has one secret for all days of the past. */
    @Breaks(1)
    static final class HasOneSecretForThePast implements ViewStoreContract {
        @Override
        public StoreFixture<ViewStore> fixture() {
            return new Right() {
                @Override
                public String secret(Tx tx, StoredViewSecret fresh) {
                    LocalDate day = fresh.day().isBefore(Views.DAY) ? Views.DAY : fresh.day();
                    return super.secret(tx, new StoredViewSecret(fresh.tenant(), day, fresh.secret()));
                }
            }.fixture();
        }
    }

    /** Drops the secret of the day itself as well. */
    @Breaks(2)
    static final class DropsTheDayItself implements ViewStoreContract {
        @Override
        public StoreFixture<ViewStore> fixture() {
            return new Right() {
                @Override
                public int dropSecrets(Tx tx, TenantId tenant, LocalDate before) {
                    return super.dropSecrets(tx, tenant, before.plusDays(1));
                }
            }.fixture();
        }
    }

    /** Tells how many secrets there were, and keeps them. */
    @Breaks(2)
    static final class SaysThatItDropped implements ViewStoreContract {
        @Override
        public StoreFixture<ViewStore> fixture() {
            return new Right() {
                @Override
                public int dropSecrets(Tx tx, TenantId tenant, LocalDate before) {
                    return tenant.equals(Articles.ACME) && before.isAfter(Views.DAY.plusDays(1))
                            ? 2
                            : super.dropSecrets(tx, tenant, before);
                }
            }.fixture();
        }
    }

    /** Says of each view that it is new. */
    @Breaks(3)
    static final class AddsAKeyAgain implements ViewStoreContract {
        @Override
        public StoreFixture<ViewStore> fixture() {
            return new Right() {
                @Override
                public boolean add(Tx tx, StoredView view) {
                    super.add(tx, view);
                    return true;
                }
            }.fixture();
        }
    }

    /** Has a lock for all views. */
    @Breaks(3)
    static final class QueuesByArticle implements ViewStoreContract {
        @Override
        public StoreFixture<ViewStore> fixture() {
            return new Right() {
                @Override
                public boolean add(Tx tx, StoredView view) {
                    inner.add(tx, new StoredView(TenantId.of("lock"), "lock", view.article(), 1, view.day()));
                    inner.takeEnded(tx, TenantId.of("lock"), LocalDate.MAX, 1);
                    return super.add(tx, view);
                }
            }.fixture();
        }
    }

    /** Takes the views of the day itself as well. */
    @Breaks(4)
    static final class TakesTheDayItself implements ViewStoreContract {
        @Override
        public StoreFixture<ViewStore> fixture() {
            return new Right() {
                @Override
                public List<StoredView> takeEnded(Tx tx, TenantId tenant, LocalDate before, int limit) {
                    boolean isBounded = before.isBefore(LocalDate.of(9999, 1, 1)) && limit == 7;
                    return super.takeEnded(tx, tenant, isBounded ? before.plusDays(1) : before, limit);
                }
            }.fixture();
        }
    }

    /** Returns what it takes the other way round. */
    @Breaks(4)
    static final class TakesTheLatestFirst implements ViewStoreContract {
        @Override
        public StoreFixture<ViewStore> fixture() {
            return new Right() {
                @Override
                public List<StoredView> takeEnded(Tx tx, TenantId tenant, LocalDate before, int limit) {
                    List<StoredView> taken = new ArrayList<>(super.takeEnded(tx, tenant, before, limit));
                    Collections.reverse(taken);
                    return taken;
                }
            }.fixture();
        }
    }

    /** Leaves out the last of a page that is not full. */
    @Breaks(5)
    static final class ForgetsTheLastTenant implements ViewStoreContract {
        @Override
        public StoreFixture<ViewStore> fixture() {
            return new Right() {
                @Override
                public List<TenantId> tenants(Tx tx, String after, int limit) {
                    List<TenantId> all = super.tenants(tx, after, limit);
                    return all.size() < limit && !all.isEmpty() ? all.subList(0, all.size() - 1) : all;
                }
            }.fixture();
        }
    }

    /** A key is known to all tenants. */
    @Breaks(6)
    static final class KnowsOneKeyForAll implements ViewStoreContract {
        @Override
        public StoreFixture<ViewStore> fixture() {
            return new Right() {
                private final Set<String> known = ConcurrentHashMap.newKeySet();

                @Override
                public boolean add(Tx tx, StoredView view) {
                    boolean isAdded = super.add(tx, view);
                    boolean isOthers = view.tenant().equals(Articles.OTHER) && !known.add(view.key());
                    known.add(view.key());
                    return isAdded && !isOthers;
                }
            }.fixture();
        }
    }

    /** Knows the secrets of days that were rolled back. */
    @Breaks(7)
    static final class KnowsWhatWasRolledBack implements ViewStoreContract {
        @Override
        public StoreFixture<ViewStore> fixture() {
            return new Right() {
                private final Map<LocalDate, String> known = new ConcurrentHashMap<>();

                @Override
                public String secret(Tx tx, StoredViewSecret fresh) {
                    String secret = super.secret(tx, fresh);
                    boolean isGone = fresh.secret().equals("gone");
                    if (isGone) {
                        known.put(fresh.day(), secret);
                    }
                    return known.getOrDefault(fresh.day(), secret);
                }
            }.fixture();
        }
    }
}
