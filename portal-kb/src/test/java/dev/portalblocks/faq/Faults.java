// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq;

import dev.portalblocks.core.tx.TransactionDomain;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.spi.FaqEntryStore;
import dev.portalblocks.faq.spi.FaqSectionStore;
import dev.portalblocks.faq.spi.FaqStorage;
import dev.portalblocks.faq.spi.PublishedFaqEntryStore;
import dev.portalblocks.publishing.spi.RevisionStore;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/** Stores that do their work and then let a test step in. */
final class Faults {
    private Consumer<String> afterCall = name -> {};

    /** What a planned fault throws. */
    static final class Planned extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    FaqStorage within(FaqStorage storage) {
        FaqSectionStore sections = watched(FaqSectionStore.class, storage.sections());
        FaqEntryStore entries = watched(FaqEntryStore.class, storage.entries());
        PublishedFaqEntryStore published = watched(PublishedFaqEntryStore.class, storage.published());
        @SuppressWarnings("unchecked") // a proxy of the interface keeps what its store keeps
        RevisionStore<FaqContent> revisions = watched(RevisionStore.class, storage.revisions());
        return new Watched(storage.domain(), sections, entries, published, revisions);
    }

    /** Calls this with the name of each method of a store when it has done its work. */
    void afterCall(Consumer<String> action) {
        afterCall = action;
    }

    /** Fails after that many calls, counted from now. */
    void failAfter(int calls) {
        int[] left = {calls};
        afterCall = name -> {
            if (--left[0] == 0) {
                throw new Planned();
            }
        };
    }

    private <S> S watched(Class<S> spi, S store) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            try {
                Object result = method.invoke(store, arguments);
                afterCall.accept(method.getName());
                return result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return spi.cast(Proxy.newProxyInstance(spi.getClassLoader(), new Class<?>[] {spi}, handler));
    }

    private record Watched(
            TransactionDomain domain,
            FaqSectionStore sections,
            FaqEntryStore entries,
            PublishedFaqEntryStore published,
            RevisionStore<FaqContent> revisions)
            implements FaqStorage {}
}
