// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.spi.IndexAnswer;
import dev.portalblocks.search.spi.IndexProgress;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchIndex;
import dev.portalblocks.search.spi.WriteBehindIndex;
import dev.portalblocks.tck.Breaks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Indexes that keep for good later, and break one promise of that. */
final class BrokenWriteBehind {
    private BrokenWriteBehind() {}

    /**
     * What was written, as it is kept.
     *
     * @param tenant whose index
     * @param isAll whether it replaces all that was there
     * @param changes what changed
     * @param progress how far that came
     */
    private record Entry(TenantId tenant, boolean isAll, List<SearchChange> changes, IndexProgress progress) {
        void in(SearchIndex index) {
            if (isAll) {
                index.rebuild(tenant, all -> changes.forEach(all), progress);
            } else {
                index.update(tenant, changes, progress);
            }
        }

        Entry of(List<SearchChange> others) {
            return new Entry(tenant, isAll, others, progress);
        }

        Entry at(IndexProgress other) {
            return new Entry(tenant, isAll, changes, other);
        }
    }

    /** Keeps a journal of what is written; each broken one goes wrong in one method. */
    private static class Right extends BrokenSearchIndexes.Right implements WriteBehindIndex {
        private final List<Entry> kept = new ArrayList<>();
        private final List<Entry> waiting = new ArrayList<>();

        /** What is left when the process is killed. */
        List<Entry> left() {
            return List.copyOf(kept);
        }

        List<Entry> waiting() {
            return waiting;
        }

        void keep(List<Entry> entries) {
            kept.addAll(entries);
        }

        @Override
        public void update(TenantId tenant, List<SearchChange> changes, IndexProgress progress) {
            super.update(tenant, changes, progress);
            waiting.add(new Entry(tenant, false, changes, progress));
        }

        @Override
        public void rebuild(
                TenantId tenant, Set<String> keeping, Consumer<Consumer<SearchChange>> writer, IndexProgress progress) {
            List<SearchChange> changes = new ArrayList<>();
            writer.accept(changes::add);
            super.rebuild(tenant, keeping, changes::forEach, progress);
            waiting.add(new Entry(tenant, true, changes, progress));
        }

        @Override
        public void flush() {
            keep(waiting);
            waiting.clear();
        }

        @Override
        public void close() {
            flush();
            super.close();
        }
    }

    /** Runs the contract on such an index. */
    private interface Broken extends WriteBehindIndexContract {
        Right broken();

        @Override
        default WriteBehindIndex index() {
            return broken();
        }

        @Override
        default WriteBehindIndex afterKill() {
            Right next = new Right();
            broken().left().forEach(entry -> entry.in(next));
            return next;
        }
    }

    /** Says how far it has come when it is kept. */
    @Breaks(1)
    static final class SaysWhatIsKept implements Broken {
        private final Right index = new Right() {
            @Override
            public Optional<IndexProgress> progress(TenantId tenant) {
                return waiting().size() == 2
                                && left().isEmpty()
                                && waiting().get(1).changes().size() == 2
                        ? Optional.of(waiting().get(0).progress())
                        : super.progress(tenant);
            }
        };

        @Override
        public Right broken() {
            return index;
        }
    }

    /** Keeps the tenant that was written first. */
    @Breaks(2)
    static final class KeepsOneTenant implements Broken {
        private final Right index = new Right() {
            @Override
            void keep(List<Entry> entries) {
                super.keep(entries.stream()
                        .filter(entry -> entry.tenant().equals(entries.get(0).tenant()))
                        .toList());
            }
        };

        @Override
        public Right broken() {
            return index;
        }
    }

    /** Has nothing to keep where no document changed. */
    @Breaks(2)
    static final class KeepsNoPosition implements Broken {
        private final Right index = new Right() {
            @Override
            void keep(List<Entry> entries) {
                super.keep(entries.stream()
                        .filter(entry -> !entry.changes().isEmpty())
                        .toList());
            }
        };

        @Override
        public Right broken() {
            return index;
        }
    }

    /** Writes documents as they come, and how far they came later. */
    @Breaks(3)
    static final class KeepsDocumentsFirst implements Broken {
        private final Right index = new Right() {
            @Override
            List<Entry> left() {
                List<Entry> left = new ArrayList<>(super.left());
                if (left.size() > 3) {
                    IndexProgress flushed = left.get(left.size() - 1).progress();
                    waiting().forEach(entry -> left.add(entry.at(flushed)));
                }
                return left;
            }
        };

        @Override
        public Right broken() {
            return index;
        }
    }

    /** Writes the first half of an update and says that it was all. */
    @Breaks(3)
    static final class KeepsHalf implements Broken {
        private final Right index = new Right() {
            @Override
            List<Entry> left() {
                List<Entry> left = new ArrayList<>(super.left());
                if (left.size() > 3) {
                    waiting().stream()
                            .limit(1)
                            .map(entry -> entry.of(entry.changes().subList(0, 2)))
                            .forEach(left::add);
                }
                return left;
            }
        };

        @Override
        public Right broken() {
            return index;
        }
    }

    /** Shows what it got until the source failed. */
    @Breaks(4)
    static final class ShowsHalfARebuild implements Broken {
        private final Right index = new Right() {
            @Override
            public void rebuild(
                    TenantId tenant,
                    Set<String> keeping,
                    Consumer<Consumer<SearchChange>> writer,
                    IndexProgress progress) {
                List<SearchChange> changes = new ArrayList<>();
                try {
                    writer.accept(changes::add);
                } finally {
                    super.rebuild(tenant, keeping, changes::forEach, progress);
                }
            }
        };

        @Override
        public Right broken() {
            return index;
        }
    }

    /** Leaves to the log what was not flushed. */
    @Breaks(5)
    static final class ClosesAtOnce implements Broken {
        private final Right index = new Right() {
            @Override
            public void close() {
                waiting().clear();
                super.close();
            }
        };

        @Override
        public Right broken() {
            return index;
        }
    }

    /** Opens itself anew, without the lists that readers go on in. */
    @Breaks(6)
    static final class ForgetsPlaces implements Broken {
        private final Right index = new Right() {
            private boolean isNew;

            @Override
            public void flush() {
                super.flush();
                isNew = true;
            }

            @Override
            public IndexAnswer search(TenantId tenant, IndexQuery query, @Nullable Keyset after, int limit) {
                if (after != null && isNew) {
                    throw new PortalException.InvalidInput("cursor.expired");
                }
                return super.search(tenant, query, after, limit);
            }
        };

        @Override
        public Right broken() {
            return index;
        }
    }
}
