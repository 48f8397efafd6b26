// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.content.ContentStore;
import dev.portalblocks.core.content.StoredBytes;
import dev.portalblocks.core.content.memory.MemoryContentStore;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.tck.Breaks;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Content stores that are right but for one condition. */
final class BrokenContentStores {
    private BrokenContentStores() {}

    /** The memory store; each broken one overrides the method in which it goes wrong. */
    private static class Right implements ContentStore {
        final ContentStore inner = new MemoryContentStore();

        @Override
        public StoredBytes write(TenantId tenant, ContentRef ref, InputStream source, long limit) {
            return inner.write(tenant, ref, source, limit);
        }

        @Override
        public Optional<InputStream> open(TenantId tenant, ContentRef ref) {
            return inner.open(tenant, ref);
        }

        @Override
        public boolean delete(TenantId tenant, ContentRef ref) {
            return inner.delete(tenant, ref);
        }

        @Override
        public List<ContentRef> list(TenantId tenant, @Nullable ContentRef after, int limit) {
            return inner.list(tenant, after, limit);
        }
    }

    /** A reader finds what is still arriving. */
    @Breaks(1)
    static final class OpensWhatIsArriving implements ContentStoreContract {
        @Override
        public ContentStore store() {
            return new Right() {
                private final Map<ContentRef, Boolean> arriving = new ConcurrentHashMap<>();

                @Override
                public StoredBytes write(TenantId tenant, ContentRef ref, InputStream source, long limit) {
                    arriving.put(ref, true);
                    try {
                        return super.write(tenant, ref, source, limit);
                    } finally {
                        arriving.remove(ref);
                    }
                }

                @Override
                public Optional<InputStream> open(TenantId tenant, ContentRef ref) {
                    return super.open(tenant, ref)
                            .or(() -> arriving.containsKey(ref)
                                    ? Optional.of(InputStream.nullInputStream())
                                    : Optional.empty());
                }
            };
        }
    }

    /** Whether the reference is free is asked before the source is read, and not again behind it. */
    @Breaks(2)
    static final class ChecksTheReferenceTooEarly implements ContentStoreContract {
        @Override
        public ContentStore store() {
            return new Right() {
                private final Map<List<Object>, Integer> deletions = new ConcurrentHashMap<>();

                @Override
                public StoredBytes write(TenantId tenant, ContentRef ref, InputStream source, long limit) {
                    if (inner.open(tenant, ref).isPresent()) {
                        throw new PortalException.Conflict("content.exists");
                    }
                    int before = deletions.getOrDefault(List.of(tenant, ref), 0);
                    ContentStore aside = new MemoryContentStore();
                    aside.write(tenant, ref, source, limit);
                    if (deletions.getOrDefault(List.of(tenant, ref), 0) != before) {
                        throw new PortalException.StorageFailure("content.storage-failed", false, null);
                    }
                    synchronized (deletions) {
                        inner.delete(tenant, ref);
                        return super.write(tenant, ref, aside.open(tenant, ref).orElseThrow(), limit);
                    }
                }

                @Override
                public boolean delete(TenantId tenant, ContentRef ref) {
                    deletions.merge(List.of(tenant, ref), 1, Integer::sum);
                    return super.delete(tenant, ref);
                }
            };
        }
    }

    /** What came before the source broke stays. */
    @Breaks(3)
    static final class KeepsTheBeginningOfABrokenSource implements ContentStoreContract {
        @Override
        public ContentStore store() {
            return new Right() {
                @Override
                public StoredBytes write(TenantId tenant, ContentRef ref, InputStream source, long limit) {
                    List<IOException> broken = new ArrayList<>();
                    StoredBytes stored = super.write(tenant, ref, endingWhereBroken(source, broken), limit);
                    if (!broken.isEmpty()) {
                        throw new PortalException.ContentRejected("content.source-failed");
                    }
                    return stored;
                }
            };
        }
    }

    /** The limit is one byte too late. */
    @Breaks(3)
    static final class LetsOneByteMorePass implements ContentStoreContract {
        @Override
        public ContentStore store() {
            return new Right() {
                @Override
                public StoredBytes write(TenantId tenant, ContentRef ref, InputStream source, long limit) {
                    try {
                        return super.write(tenant, ref, source, limit + 1);
                    } catch (PortalException.LimitExceeded e) {
                        throw new PortalException.LimitExceeded(e.code(), limit);
                    }
                }
            };
        }
    }

    /** All readers share one position; to open begins anew. */
    @Breaks(4)
    static final class SharesOneReader implements ContentStoreContract {
        @Override
        public ContentStore store() {
            return new Right() {
                private final Map<List<Object>, InputStream> readers = new ConcurrentHashMap<>();

                @Override
                public Optional<InputStream> open(TenantId tenant, ContentRef ref) {
                    Optional<InputStream> fresh = super.open(tenant, ref);
                    fresh.ifPresent(
                            stream -> readers.compute(List.of(tenant, ref), (key, old) -> rewound(old, stream)));
                    return fresh.map(stream -> readers.getOrDefault(List.of(tenant, ref), stream));
                }

                @Override
                public boolean delete(TenantId tenant, ContentRef ref) {
                    readers.remove(List.of(tenant, ref));
                    return super.delete(tenant, ref);
                }
            };
        }
    }

    /** A delete takes the bytes away from whoever reads them. */
    @Breaks(5)
    static final class DeletesUnderReaders implements ContentStoreContract {
        @Override
        public ContentStore store() {
            return new Right() {
                @Override
                public Optional<InputStream> open(TenantId tenant, ContentRef ref) {
                    return super.open(tenant, ref)
                            .map(stream -> Sources.atEnd(stream, () -> {
                                if (inner.open(tenant, ref).isEmpty()) {
                                    throw new IOException("deleted");
                                }
                            }));
                }
            };
        }
    }

    /** A directory that does not tell upper from lower case. */
    @Breaks(6)
    static final class FoldsTheCaseOfTenants implements ContentStoreContract {
        @Override
        public ContentStore store() {
            return new Right() {
                @Override
                public StoredBytes write(TenantId tenant, ContentRef ref, InputStream source, long limit) {
                    return super.write(folded(tenant), ref, source, limit);
                }

                @Override
                public Optional<InputStream> open(TenantId tenant, ContentRef ref) {
                    return super.open(folded(tenant), ref);
                }

                @Override
                public boolean delete(TenantId tenant, ContentRef ref) {
                    return super.delete(folded(tenant), ref);
                }

                @Override
                public List<ContentRef> list(TenantId tenant, @Nullable ContentRef after, int limit) {
                    return super.list(folded(tenant), after, limit);
                }
            };
        }

        private static TenantId folded(TenantId tenant) {
            return TenantId.of(tenant.value().toLowerCase(Locale.ROOT));
        }
    }

    /** Sorts by the UUID, which Java compares as two signed numbers. */
    @Breaks(7)
    static final class SortsByTheNumber implements ContentStoreContract {
        @Override
        public ContentStore store() {
            return new Right() {
                @Override
                public List<ContentRef> list(TenantId tenant, @Nullable ContentRef after, int limit) {
                    return super.list(tenant, null, Integer.MAX_VALUE).stream()
                            .filter(ref -> after == null || ref.value().compareTo(after.value()) > 0)
                            .sorted(Comparator.comparing(ContentRef::value))
                            .limit(limit)
                            .toList();
                }
            };
        }
    }

    /** A page begins with the reference that the last one ended with, when that is still there. */
    @Breaks(7)
    static final class RepeatsTheEdgeOfAPage implements ContentStoreContract {
        @Override
        public ContentStore store() {
            return new Right() {
                @Override
                public List<ContentRef> list(TenantId tenant, @Nullable ContentRef after, int limit) {
                    return super.list(tenant, null, Integer.MAX_VALUE).stream()
                            .filter(ref -> after == null || ref.toString().compareTo(after.toString()) >= 0)
                            .limit(limit)
                            .toList();
                }
            };
        }
    }

    /** Leaves alone what is not complete yet. */
    @Breaks(8)
    static final class DeletesWhatIsCompleteOnly implements ContentStoreContract {
        @Override
        public ContentStore store() {
            return new Right() {
                @Override
                public boolean delete(TenantId tenant, ContentRef ref) {
                    return inner.open(tenant, ref).isPresent() && super.delete(tenant, ref);
                }
            };
        }
    }

    private static InputStream rewound(@Nullable InputStream old, InputStream fresh) {
        if (old instanceof ByteArrayInputStream shared) {
            shared.reset();
            return shared;
        }
        return fresh;
    }

    private static InputStream endingWhereBroken(InputStream source, List<IOException> broken) {
        return new FilterInputStream(source) {
            @Override
            public int read(byte[] buffer, int from, int length) {
                try {
                    return super.read(buffer, from, length);
                } catch (IOException e) {
                    broken.add(e);
                    return -1;
                }
            }
        };
    }
}
