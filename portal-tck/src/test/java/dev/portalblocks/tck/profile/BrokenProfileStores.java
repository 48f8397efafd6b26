// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.profile;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.profile.memory.MemoryProfileStorage;
import dev.portalblocks.profile.spi.ProfileStore;
import dev.portalblocks.profile.spi.StoredProfile;
import dev.portalblocks.profile.spi.StoredProfileChange;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Stores of profiles that are right but for one condition. */
final class BrokenProfileStores {
    private BrokenProfileStores() {}

    /** The memory store; each broken one overrides the method in which it goes wrong. */
    private static class Right implements ProfileStore {
        final Memory memory = new Memory();
        final ProfileStore inner = MemoryProfileStorage.in(memory).profiles();

        @Override
        public Optional<StoredProfile> find(Tx tx, Scope scope, CustomerId customer) {
            return inner.find(tx, scope, customer);
        }

        @Override
        public Optional<Stamp> findVersion(Tx tx, Scope scope, CustomerId customer) {
            return inner.findVersion(tx, scope, customer);
        }

        @Override
        public Optional<StoredProfile> findForUpdate(Tx tx, Scope scope, CustomerId customer) {
            return inner.findForUpdate(tx, scope, customer);
        }

        @Override
        public boolean insert(Tx tx, StoredProfile profile) {
            return inner.insert(tx, profile);
        }

        @Override
        public boolean update(Tx tx, StoredProfile profile) {
            return inner.update(tx, profile);
        }

        @Override
        public void appendChange(Tx tx, StoredProfileChange change) {
            inner.appendChange(tx, change);
        }

        @Override
        public List<StoredProfileChange> changes(
                Tx tx, Scope scope, CustomerId customer, @Nullable Keyset after, int limit) {
            return inner.changes(tx, scope, customer, after, limit);
        }

        StoreFixture<ProfileStore> fixture() {
            return new StoreFixture<>(memory, this);
        }
    }

    /** Looks at the tenant alone. */
    @Breaks(1)
    static final class FindsWithoutTheScope implements ProfileStoreContract {
        @Override
        public StoreFixture<ProfileStore> fixture() {
            return new Right() {
                @Override
                public Optional<StoredProfile> find(Tx tx, Scope scope, CustomerId customer) {
                    return super.find(tx, Scope.wholeTenant(scope.tenant()), customer);
                }
            }.fixture();
        }
    }

    /** Reads where it should lock. */
    @Breaks(2)
    static final class FindsWithoutALock implements ProfileStoreContract {
        @Override
        public StoreFixture<ProfileStore> fixture() {
            return new Right() {
                @Override
                public Optional<StoredProfile> findForUpdate(Tx tx, Scope scope, CustomerId customer) {
                    return super.find(tx, scope, customer);
                }
            }.fixture();
        }
    }

    /** Looks whether there is a profile before it waits for who is writing one, and believes it afterwards. */
    @Breaks(3)
    static final class LooksBeforeItWaits implements ProfileStoreContract {
        @Override
        public StoreFixture<ProfileStore> fixture() {
            return new Right() {
                @Override
                public boolean insert(Tx tx, StoredProfile profile) {
                    Scope tenant = Scope.wholeTenant(profile.tenant());
                    boolean isFree = super.find(tx, tenant, profile.customer()).isEmpty();
                    return super.insert(tx, profile) || isFree;
                }
            }.fixture();
        }
    }

    /** Takes a second change of one version for the first. */
    @Breaks(4)
    static final class LosesAnUpdate implements ProfileStoreContract {
        @Override
        public StoreFixture<ProfileStore> fixture() {
            return new Right() {
                @Override
                public boolean update(Tx tx, StoredProfile profile) {
                    Scope tenant = Scope.wholeTenant(profile.tenant());
                    boolean isSameVersion = super.findForUpdate(tx, tenant, profile.customer())
                            .filter(now -> now.version() == profile.version())
                            .isPresent();
                    return isSameVersion || super.update(tx, profile);
                }
            }.fixture();
        }
    }

    /** A page begins with the change that the last one ended with. */
    @Breaks(5)
    static final class RepeatsTheEdgeOfAPage implements ProfileStoreContract {
        @Override
        public StoreFixture<ProfileStore> fixture() {
            return new Right() {
                @Override
                public List<StoredProfileChange> changes(
                        Tx tx, Scope scope, CustomerId customer, @Nullable Keyset after, int limit) {
                    return super.changes(tx, scope, customer, null, Integer.MAX_VALUE).stream()
                            .filter(change -> after == null
                                    || ProfileStore.place(change.change().version())
                                                    .compareTo(after)
                                            >= 0)
                            .limit(limit)
                            .toList();
                }
            }.fixture();
        }
    }

    /** Sorts versions as texts. */
    @Breaks(5)
    static final class SortsVersionsAsTexts implements ProfileStoreContract {
        @Override
        public StoreFixture<ProfileStore> fixture() {
            return new Right() {
                @Override
                public List<StoredProfileChange> changes(
                        Tx tx, Scope scope, CustomerId customer, @Nullable Keyset after, int limit) {
                    Comparator<StoredProfileChange> byText = Comparator.comparing(
                            change -> String.valueOf(change.change().version()));
                    return super.changes(tx, scope, customer, after, limit).stream()
                            .sorted(byText.reversed())
                            .toList();
                }
            }.fixture();
        }
    }

    /** Has a limit of its own, which it keeps to itself. */
    @Breaks(5)
    static final class ReturnsFewerThanTheLimit implements ProfileStoreContract {
        @Override
        public StoreFixture<ProfileStore> fixture() {
            return new Right() {
                @Override
                public List<StoredProfileChange> changes(
                        Tx tx, Scope scope, CustomerId customer, @Nullable Keyset after, int limit) {
                    return super.changes(tx, scope, customer, after, Math.min(limit, 20));
                }
            }.fixture();
        }
    }

    /** Says at which version a profile is to whoever asks. */
    @Breaks(8)
    static final class TellsTheVersionOfEverybody implements ProfileStoreContract {
        @Override
        public StoreFixture<ProfileStore> fixture() {
            return new Right() {
                @Override
                public Optional<Stamp> findVersion(Tx tx, Scope scope, CustomerId customer) {
                    return super.findVersion(tx, Scope.wholeTenant(scope.tenant()), customer);
                }
            }.fixture();
        }
    }

    /** Keeps the version that it saw first. */
    @Breaks(8)
    static final class RemembersAVersion implements ProfileStoreContract {
        @Override
        public StoreFixture<ProfileStore> fixture() {
            return new Right() {
                private final Map<Scope, Optional<Stamp>> seen = new ConcurrentHashMap<>();

                @Override
                public Optional<Stamp> findVersion(Tx tx, Scope scope, CustomerId customer) {
                    Optional<Stamp> now = super.findVersion(tx, scope, customer);
                    return now.isEmpty() ? now : seen.computeIfAbsent(scope, first -> now);
                }
            }.fixture();
        }
    }

    /** Tells when it was asked, and not when the version was made. */
    @Breaks(8)
    static final class TellsAnotherMoment implements ProfileStoreContract {
        @Override
        public StoreFixture<ProfileStore> fixture() {
            return new Right() {
                @Override
                public Optional<Stamp> findVersion(Tx tx, Scope scope, CustomerId customer) {
                    return super.findVersion(tx, scope, customer)
                            .map(stamp ->
                                    new Stamp(stamp.version(), stamp.changedAt().plusNanos(1_000)));
                }
            }.fixture();
        }
    }
}
