// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.faq;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.faq.memory.MemoryFaqStorage;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.spi.FaqStorage;
import dev.portalblocks.faq.spi.PublishedFaqEntry;
import dev.portalblocks.faq.spi.PublishedFaqEntryStore;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores of published entries that are right but for one condition. */
final class BrokenPublishedFaqEntryStores {
    private BrokenPublishedFaqEntryStores() {}

    /** The memory store; each broken one overrides the method in which it goes wrong. */
    private static class Right implements PublishedFaqEntryStore {
        final Memory memory = new Memory();
        final MemoryFaqStorage storage = MemoryFaqStorage.in(memory);

        @Override
        public Optional<PublishedFaqEntry> find(Tx tx, Scope scope, FaqEntryId id, Instant moment) {
            return storage.published().find(tx, scope, id, moment);
        }

        @Override
        public List<PublishedFaqEntry> inSections(Tx tx, Scope scope, Set<FaqSectionId> sections, Instant moment) {
            return storage.published().inSections(tx, scope, sections, moment);
        }

        @Override
        public Optional<PublishedFaqEntry> findLasting(Tx tx, Scope scope, FaqEntryId id, Instant since) {
            return storage.published().findLasting(tx, scope, id, since);
        }

        @Override
        public List<PublishedFaqEntry> listLasting(
                Tx tx, Scope scope, Instant since, @Nullable Keyset after, int limit) {
            return storage.published().listLasting(tx, scope, since, after, limit);
        }

        StoreFixture<FaqStorage> fixture() {
            return new StoreFixture<>(
                    memory,
                    new MemoryFaqStorage(memory, storage.sections(), storage.entries(), this, storage.revisions()));
        }
    }

    /** Shows the last moment of what has ended. */
    @Breaks(1)
    static final class ShowsTheEnd implements PublishedFaqEntryStoreContract {
        @Override
        public StoreFixture<FaqStorage> fixture() {
            return new Right() {
                @Override
                public Optional<PublishedFaqEntry> find(Tx tx, Scope scope, FaqEntryId id, Instant moment) {
                    return super.find(tx, scope, id, moment)
                            .or(() -> super.find(tx, scope, id, moment.minusNanos(1_000)));
                }
            }.fixture();
        }
    }

    /** Takes a moment before the last change at its word. */
    @Breaks(1)
    static final class LooksBehindTheChange implements PublishedFaqEntryStoreContract {
        @Override
        public StoreFixture<FaqStorage> fixture() {
            return new Right() {
                @Override
                public Optional<PublishedFaqEntry> find(Tx tx, Scope scope, FaqEntryId id, Instant moment) {
                    return super.find(tx, scope, id, moment)
                            .filter(entry -> entry.schedule().at(moment).isPresent());
                }
            }.fixture();
        }
    }

    /** Lists what will be shown as if it were. */
    @Breaks(2)
    static final class ShowsWhatIsPlanned implements PublishedFaqEntryStoreContract {
        @Override
        public StoreFixture<FaqStorage> fixture() {
            return new Right() {
                @Override
                public List<PublishedFaqEntry> inSections(
                        Tx tx, Scope scope, Set<FaqSectionId> sections, Instant moment) {
                    return super.listLasting(tx, scope, moment, null, Integer.MAX_VALUE).stream()
                            .filter(entry -> sections.contains(entry.place().section()))
                            .sorted(Comparator.comparing((PublishedFaqEntry entry) ->
                                            entry.place().section().toString())
                                    .thenComparing(entry -> entry.place().position())
                                    .thenComparing(entry -> entry.id().toString()))
                            .toList();
                }
            }.fixture();
        }
    }

    /** Finds what is shown, but not what will be. */
    @Breaks(3)
    static final class ForgetsWhatWillBe implements PublishedFaqEntryStoreContract {
        @Override
        public StoreFixture<FaqStorage> fixture() {
            return new Right() {
                @Override
                public Optional<PublishedFaqEntry> findLasting(Tx tx, Scope scope, FaqEntryId id, Instant since) {
                    return super.findLasting(tx, scope, id, since)
                            .filter(entry -> entry.shownAt(since).isPresent());
                }
            }.fixture();
        }
    }

    /** Cuts the page before it looks at the scope. */
    @Breaks(3)
    static final class FiltersAfterTheLimit implements PublishedFaqEntryStoreContract {
        @Override
        public StoreFixture<FaqStorage> fixture() {
            return new Right() {
                @Override
                public List<PublishedFaqEntry> listLasting(
                        Tx tx, Scope scope, Instant since, @Nullable Keyset after, int limit) {
                    Scope tenant = Scope.wholeTenant(scope.tenant());
                    return super.listLasting(tx, tenant, since, after, limit).stream()
                            .filter(entry -> super.findLasting(tx, scope, entry.id(), since)
                                    .isPresent())
                            .toList();
                }
            }.fixture();
        }
    }

    /** Decides by the draft's readers where there is one. */
    @Breaks(4)
    static final class DecidesByTheDraft implements PublishedFaqEntryStoreContract {
        @Override
        public StoreFixture<FaqStorage> fixture() {
            return new Right() {
                @Override
                public List<PublishedFaqEntry> inSections(
                        Tx tx, Scope scope, Set<FaqSectionId> sections, Instant moment) {
                    Scope editor = scope.inStates(Bound.all());
                    return super.inSections(tx, scope, sections, moment).stream()
                            .filter(entry -> storage.entries()
                                    .find(tx, editor, entry.id())
                                    .isPresent())
                            .toList();
                }
            }.fixture();
        }
    }

    /** Shows a draft where nothing was published. */
    @Breaks(4)
    static final class FindsDrafts implements PublishedFaqEntryStoreContract {
        @Override
        public StoreFixture<FaqStorage> fixture() {
            return new Right() {
                @Override
                public Optional<PublishedFaqEntry> findLasting(Tx tx, Scope scope, FaqEntryId id, Instant since) {
                    return super.findLasting(tx, scope, id, since)
                            .or(() -> storage.entries()
                                    .find(tx, scope, id)
                                    .filter(entry -> entry.parts().published() == null)
                                    .flatMap(entry -> super.listLasting(tx, scope, since, null, 1).stream()
                                            .findFirst()));
                }
            }.fixture();
        }
    }
}
