// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.content.ContentCatalog;
import dev.portalblocks.core.content.ContentState;
import dev.portalblocks.core.content.StoredContent;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Catalogs that are right but for one condition. */
final class BrokenContentCatalogs {
    private BrokenContentCatalogs() {}

    /** A column of milliseconds. */
    @Breaks(1)
    static final class LosesMicroseconds implements ContentCatalogContract {
        @Override
        public StoreFixture<ContentCatalog> fixture() {
            return new ForwardingContentCatalog() {
                @Override
                public Optional<StoredContent> find(Tx tx, Scope scope, ContentRef ref) {
                    return super.find(tx, scope, ref).map(row -> isOfNoon(row) ? row : rounded(row));
                }
            }.fixture();
        }

        /** The other promises know no times but these. */
        private static boolean isOfNoon(StoredContent row) {
            return Duration.between(ContentRows.NOON, row.touchedAt()).abs().toMinutes() < 60;
        }

        private static StoredContent rounded(StoredContent row) {
            return new StoredContent(
                    row.tenant(),
                    row.ref(),
                    row.customer(),
                    row.state(),
                    row.facts(),
                    row.uses(),
                    row.touchedAt().truncatedTo(ChronoUnit.MILLIS),
                    row.version());
        }
    }

    /** Asks for the tenant and forgets the customers. */
    @Breaks(1)
    static final class ShowsEverybodysRows implements ContentCatalogContract {
        @Override
        public StoreFixture<ContentCatalog> fixture() {
            return new ForwardingContentCatalog() {
                @Override
                public Optional<StoredContent> find(Tx tx, Scope scope, ContentRef ref) {
                    return super.find(tx, Scope.wholeTenant(scope.tenant()), ref);
                }
            }.fixture();
        }
    }

    /** A "for update" that is missing. */
    @Breaks(2)
    static final class LocksNothing implements ContentCatalogContract {
        @Override
        public StoreFixture<ContentCatalog> fixture() {
            return new ForwardingContentCatalog() {
                @Override
                public Optional<StoredContent> findForUpdate(Tx tx, Scope scope, ContentRef ref) {
                    return super.find(tx, scope, ref);
                }
            }.fixture();
        }
    }

    /** A "merge" that takes the second for a change. */
    @Breaks(3)
    static final class ReplacesWhatIsThere implements ContentCatalogContract {
        @Override
        public StoreFixture<ContentCatalog> fixture() {
            return new ForwardingContentCatalog() {
                @Override
                public boolean insert(Tx tx, StoredContent content) {
                    super.insert(tx, content);
                    return true;
                }
            }.fixture();
        }
    }

    /** Takes any version for the one before. */
    @Breaks(4)
    static final class IgnoresTheVersion implements ContentCatalogContract {
        @Override
        public StoreFixture<ContentCatalog> fixture() {
            return new ForwardingContentCatalog() {
                @Override
                public boolean update(Tx tx, StoredContent content) {
                    Scope all = Scope.wholeTenant(content.tenant());
                    boolean isThere =
                            inner.findForUpdate(tx, all, content.ref()).isPresent();
                    if (isThere) {
                        inner.delete(tx, content.tenant(), content.ref());
                        inner.insert(tx, content);
                    }
                    return isThere;
                }
            }.fixture();
        }
    }

    /** A "delete" whose count nobody looks at. */
    @Breaks(5)
    static final class RemovesWhatIsNotThere implements ContentCatalogContract {
        @Override
        public StoreFixture<ContentCatalog> fixture() {
            return new ForwardingContentCatalog() {
                @Override
                public boolean delete(Tx tx, TenantId tenant, ContentRef ref) {
                    super.delete(tx, tenant, ref);
                    return true;
                }
            }.fixture();
        }
    }

    /** Shares what the company has with each customer. */
    @Breaks(6)
    static final class SharesTheCompanysBytes implements ContentCatalogContract {
        @Override
        public StoreFixture<ContentCatalog> fixture() {
            return new ForwardingContentCatalog() {
                @Override
                public Optional<StoredContent> findEqual(
                        Tx tx, TenantId tenant, @Nullable CustomerId customer, StoredContent.Facts facts) {
                    return super.findEqual(tx, tenant, customer, facts)
                            .or(() -> super.findEqual(tx, tenant, null, facts));
                }
            }.fixture();
        }
    }

    /** Takes the hash for enough. */
    @Breaks(6)
    static final class ComparesTheHashAlone implements ContentCatalogContract {
        @Override
        public StoreFixture<ContentCatalog> fixture() {
            return new ForwardingContentCatalog() {
                @Override
                public Optional<StoredContent> findEqual(
                        Tx tx, TenantId tenant, @Nullable CustomerId customer, StoredContent.Facts facts) {
                    return inner.list(tx, tenant, null, 1_000).stream()
                            .filter(StoredContent::isLive)
                            .filter(row ->
                                    row.bytes().sha256().equals(facts.bytes().sha256()))
                            .filter(row -> Objects.equals(row.customer(), customer))
                            .findFirst();
                }
            }.fixture();
        }
    }

    /** Does not ask whether anybody uses them. */
    @Breaks(7)
    static final class TakesUsedBytesForDue implements ContentCatalogContract {
        @Override
        public StoreFixture<ContentCatalog> fixture() {
            return new ForwardingContentCatalog() {
                @Override
                public List<StoredContent> due(Tx tx, TenantId tenant, Due due, int limit) {
                    return inner.list(tx, tenant, null, 1_000).stream()
                            .filter(row -> row.state() == ContentState.DYING
                                    || !row.touchedAt().isAfter(row.isLive() ? due.unusedBefore() : due.stagedBefore()))
                            .sorted(Comparator.comparing(StoredContent::touchedAt))
                            .limit(limit)
                            .toList();
                }
            }.fixture();
        }
    }

    /** Begins with those that were touched last. */
    @Breaks(7)
    static final class KeepsTheOldestWaiting implements ContentCatalogContract {
        @Override
        public StoreFixture<ContentCatalog> fixture() {
            return new ForwardingContentCatalog() {
                @Override
                public List<StoredContent> due(Tx tx, TenantId tenant, Due due, int limit) {
                    List<StoredContent> all = new ArrayList<>(super.due(tx, tenant, due, 1_000));
                    return all.subList(Math.max(0, all.size() - limit), all.size());
                }
            }.fixture();
        }
    }

    /** Sorts by the UUID, which Java compares as two signed numbers. */
    @Breaks(8)
    static final class SortsByTheNumber implements ContentCatalogContract {
        @Override
        public StoreFixture<ContentCatalog> fixture() {
            return new ForwardingContentCatalog() {
                @Override
                public List<StoredContent> list(Tx tx, TenantId tenant, @Nullable ContentRef after, int limit) {
                    return super.list(tx, tenant, after, limit).stream()
                            .sorted(Comparator.comparing(row -> row.ref().value()))
                            .toList();
                }
            }.fixture();
        }
    }

    /** Remembers tenants whose last row is gone. */
    @Breaks(9)
    static final class NeverForgetsATenant implements ContentCatalogContract {
        @Override
        public StoreFixture<ContentCatalog> fixture() {
            return new ForwardingContentCatalog() {
                private final Set<TenantId> seen = ConcurrentHashMap.newKeySet();

                @Override
                public boolean insert(Tx tx, StoredContent content) {
                    seen.add(content.tenant());
                    return super.insert(tx, content);
                }

                @Override
                public List<TenantId> tenants(Tx tx, String after, int limit) {
                    TreeSet<TenantId> sorted = new TreeSet<>(Comparator.comparing(TenantId::value));
                    sorted.addAll(seen);
                    return sorted.stream()
                            .filter(tenant -> tenant.value().compareTo(after) > 0)
                            .limit(limit)
                            .toList();
                }
            }.fixture();
        }
    }

    /** A "delete" that does not tell upper from lower case. */
    @Breaks(10)
    static final class FoldsTheCaseOfTenants implements ContentCatalogContract {
        @Override
        public StoreFixture<ContentCatalog> fixture() {
            return new ForwardingContentCatalog() {
                @Override
                public boolean delete(Tx tx, TenantId tenant, ContentRef ref) {
                    boolean wasThere = super.delete(tx, tenant, ref);
                    inner.tenants(tx, "", 1_000).stream()
                            .filter(other -> other.value().equalsIgnoreCase(tenant.value()))
                            .forEach(other -> inner.delete(tx, other, ref));
                    return wasThere;
                }
            }.fixture();
        }
    }

    /** Keeps what is equal in a cache that no rollback reaches. */
    @Breaks(11)
    static final class ForgetsEqualBytesOnRollback implements ContentCatalogContract {
        @Override
        public StoreFixture<ContentCatalog> fixture() {
            return new ForwardingContentCatalog() {
                private final Set<ContentRef> dying = ConcurrentHashMap.newKeySet();

                @Override
                public boolean update(Tx tx, StoredContent content) {
                    boolean changed = super.update(tx, content);
                    if (changed && content.state() == ContentState.DYING) {
                        dying.add(content.ref());
                    }
                    return changed;
                }

                @Override
                public Optional<StoredContent> findEqual(
                        Tx tx, TenantId tenant, @Nullable CustomerId customer, StoredContent.Facts facts) {
                    return super.findEqual(tx, tenant, customer, facts).filter(row -> !dying.contains(row.ref()));
                }
            }.fixture();
        }
    }
}
