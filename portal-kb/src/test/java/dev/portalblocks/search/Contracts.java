// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.model.SearchDocument;
import dev.portalblocks.search.model.SearchDocument.SearchFacts;
import dev.portalblocks.search.model.SearchDocument.SearchText;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A host's contracts, from a source that fails when it is told to: as a whole, for a tenant, or at an object. */
final class Contracts implements SearchSource {
    static final String TYPE = "contract";

    private final Map<TenantId, Map<ObjectRef, SearchChange>> kept = new ConcurrentHashMap<>();
    private final AtomicInteger hangsUnnoticed = new AtomicInteger();
    private final AtomicInteger hanging = new AtomicInteger();
    private final AtomicInteger mostHanging = new AtomicInteger();
    private volatile CountDownLatch release = new CountDownLatch(0);
    private volatile Failing failing = (tenant, object) -> {};

    /** What goes wrong before an object is read; before all are for null. */
    interface Failing {
        void before(TenantId tenant, @Nullable ObjectRef object);
    }

    static ObjectRef ref(String id) {
        return ObjectRef.of(TYPE, id);
    }

    static SearchDocument document(ObjectRef object, String title) {
        return new SearchDocument(
                object,
                LanguageTag.GERMAN,
                List.of(LanguageTag.GERMAN),
                Set.of(Audience.PUBLIC),
                title,
                SearchText.of("Ihr Beitrag"),
                SearchFacts.none());
    }

    void put(TenantId tenant, String id, String title) {
        give(tenant, id, new SearchChange(ref(id), List.of(document(ref(id), title))));
    }

    /** Has the source answer with this when it is asked for that. */
    void give(TenantId tenant, String id, SearchChange change) {
        kept.computeIfAbsent(
                        tenant,
                        ignored -> new ConcurrentSkipListMap<>(
                                (one, other) -> one.toString().compareTo(other.toString())))
                .put(ref(id), change);
    }

    void remove(TenantId tenant, String id) {
        kept.getOrDefault(tenant, Map.of()).remove(ref(id));
    }

    void works() {
        failing = (tenant, object) -> {};
        release.countDown();
    }

    void fails(Failing how) {
        failing = how;
    }

    void throwsEverywhere() {
        failing = (tenant, object) -> {
            throw new IllegalStateException("Vertrag von Erika Mustermann");
        };
    }

    /** From now on whoever asks for something of this tenant waits until {@link #works}. */
    void hangsFor(Set<TenantId> tenants) {
        CountDownLatch latch = new CountDownLatch(1);
        release = latch;
        failing = (tenant, object) -> {
            if (tenants.contains(tenant)) {
                mostHanging.accumulateAndGet(hanging.incrementAndGet(), Math::max);
                hangsUnnoticed.incrementAndGet();
                await(latch);
                hanging.decrementAndGet();
            }
        };
    }

    int mostHanging() {
        return mostHanging.get();
    }

    int hanging() {
        return hanging.get();
    }

    /** Gives up on a source as soon as it hangs, and never before: no test depends on how fast a machine is. */
    @Nullable
    SourceItem next(BlockingQueue<SourceItem> from) throws InterruptedException {
        while (true) {
            SourceItem item = from.poll(1, TimeUnit.MILLISECONDS);
            if (item != null) {
                return item;
            }
            if (hangsUnnoticed.getAndUpdate(count -> Math.max(0, count - 1)) > 0) {
                return null;
            }
        }
    }

    @Override
    public String objectType() {
        return TYPE;
    }

    @Override
    public Permission permission() {
        return Search.SEARCH;
    }

    @Override
    public SearchChange read(TenantId tenant, ObjectRef object) {
        failing.before(tenant, object);
        return kept.getOrDefault(tenant, Map.of()).getOrDefault(object, new SearchChange(object, List.of()));
    }

    @Override
    public void readAll(TenantId tenant, Consumer<SearchChange> target) {
        failing.before(tenant, null);
        kept.getOrDefault(tenant, Map.of()).values().forEach(target);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
