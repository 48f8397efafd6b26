// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The states of indexes that newer ones took the place of, kept for readers who are on their way through the pages: at most
 * {@link LuceneSearchIndex#MOST_VIEWS_OF_TENANT} of a tenant and {@link LuceneSearchIndex#MOST_VIEWS} in all, each until it was
 * not used during {@link LuceneSearchIndex#VIEWS_OUTLIVE} flushes. Those of which nobody took a page go first, then those that were
 * not used for the longest time. Thread-safe.
 *
 * <p>Each kept view holds one use of its files; whoever looks at one holds another, so that none closes under a search.
 */
final class KeptViews {
    private final List<Kept> kept = new ArrayList<>();
    private long uses;
    private long flushes;

    /** A view of an index, and when it was used. */
    private static final class Kept {
        private final Object owner;
        private final IndexView view;
        private long lastUse;
        private long lastFlush;

        Kept(Object owner, IndexView view, long use, long flush) {
            this.owner = owner;
            this.view = view;
            this.lastUse = use;
            this.lastFlush = flush;
        }

        boolean isPaged() {
            return view.isPaged();
        }

        long lastUse() {
            return lastUse;
        }
    }

    /** Keeps a view of an index, whose one use of the files becomes that of this. */
    synchronized void keep(Object owner, IndexView view) {
        kept.add(new Kept(owner, view, ++uses, flushes));
        while (count(owner) > LuceneSearchIndex.MOST_VIEWS_OF_TENANT) {
            dropLeastWanted(one -> one.owner == owner);
        }
        while (kept.size() > LuceneSearchIndex.MOST_VIEWS) {
            dropLeastWanted(one -> true);
        }
    }

    /** Returns the views of an index, the youngest first, with a use of each for the caller. */
    synchronized List<IndexView> of(Object owner) {
        List<IndexView> held = new ArrayList<>();
        for (int i = kept.size() - 1; i >= 0; i--) {
            Kept one = kept.get(i);
            if (one.owner == owner && one.view.hold()) {
                held.add(one.view);
            }
        }
        return held;
    }

    /** Notes that a page was taken of a view. */
    synchronized void used(IndexView view) {
        for (Kept one : kept) {
            if (one.view == view) {
                one.lastUse = ++uses;
                one.lastFlush = flushes;
            }
        }
    }

    /** Returns whether a view of an index is kept of which somebody took a page. */
    synchronized boolean hasPaged(Object owner) {
        return kept.stream().anyMatch(one -> one.owner == owner && one.isPaged());
    }

    /** Counts a flush, and lets go of what was not used for long. */
    synchronized void age() {
        flushes++;
        drop(one -> flushes - one.lastFlush > LuceneSearchIndex.VIEWS_OUTLIVE);
    }

    /** Lets go of every view of an index. */
    synchronized void forget(Object owner) {
        drop(one -> one.owner == owner);
    }

    /** Returns how many views are kept. */
    synchronized int size() {
        return kept.size();
    }

    private long count(Object owner) {
        return kept.stream().filter(one -> one.owner == owner).count();
    }

    private void dropLeastWanted(Predicate<Kept> among) {
        kept.stream()
                .filter(among)
                .min(Comparator.comparing(Kept::isPaged).thenComparing(Kept::lastUse))
                .ifPresent(least -> drop(one -> one == least));
    }

    private void drop(Predicate<Kept> which) {
        for (Iterator<Kept> each = kept.iterator(); each.hasNext(); ) {
            Kept one = each.next();
            if (which.test(one)) {
                each.remove();
                one.view.letGo();
            }
        }
    }
}
