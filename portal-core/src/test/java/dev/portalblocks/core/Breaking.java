// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import dev.portalblocks.core.content.ContentStore;
import dev.portalblocks.core.content.StoredBytes;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.core.tx.TransactionDomain;
import dev.portalblocks.core.tx.Tx;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Storage with steps that a test names: before and after each commit, each write and each deletion of bytes. At the step
 * with a number it breaks, once or for good.
 */
final class Breaking {
    private final CoreStorage inner;
    private final List<String> steps = new ArrayList<>();
    private int at;
    private boolean forGood;
    private boolean broken;

    Breaking(CoreStorage inner) {
        this.inner = inner;
    }

    CoreStorage storage() {
        return new Parts(inner, new Domain(), new Bytes());
    }

    /** What a broken step throws. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken(String step) {
            super(step);
        }
    }

    /** Breaks at the n-th step from now; 0 never. */
    void breakAt(int n, boolean everAfter) {
        steps.clear();
        at = n;
        forGood = everAfter;
        broken = false;
    }

    /** Returns the steps since then. */
    List<String> steps() {
        return List.copyOf(steps);
    }

    private void pass(String step) {
        steps.add(step);
        if (steps.size() == at || (broken && forGood)) {
            broken = true;
            throw new Broken(step);
        }
    }

    private <R> R around(String step, Supplier<R> work) {
        pass("before " + step);
        R result = work.get();
        pass("after " + step);
        return result;
    }

    private final class Domain implements TransactionDomain {
        @Override
        public <R> R write(Function<Tx, R> work) {
            R result = inner.domain().write(upToCommit(work));
            pass("after commit");
            return result;
        }

        @Override
        public <R> R apart(Function<Tx, R> work) {
            R result = inner.domain().apart(upToCommit(work));
            pass("after commit");
            return result;
        }

        private <R> Function<Tx, R> upToCommit(Function<Tx, R> work) {
            return tx -> {
                R done = work.apply(tx);
                pass("before commit");
                return done;
            };
        }

        @Override
        public <R> R read(Function<Tx, R> work) {
            return inner.domain().read(work);
        }
    }

    private final class Bytes implements ContentStore {
        @Override
        public StoredBytes write(TenantId tenant, ContentRef ref, InputStream source, long limit) {
            return around("write", () -> inner.content().write(tenant, ref, source, limit));
        }

        @Override
        public Optional<InputStream> open(TenantId tenant, ContentRef ref) {
            return inner.content().open(tenant, ref);
        }

        @Override
        public boolean delete(TenantId tenant, ContentRef ref) {
            return around("delete", () -> inner.content().delete(tenant, ref));
        }

        @Override
        public List<ContentRef> list(TenantId tenant, @Nullable ContentRef after, int limit) {
            return inner.content().list(tenant, after, limit);
        }
    }
}
