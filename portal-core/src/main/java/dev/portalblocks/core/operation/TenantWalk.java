// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.TransactionDomain;
import dev.portalblocks.core.tx.Tx;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Visits every tenant that ever changed something, or of which a block keeps something: how a task comes to all of them. Thread-safe. */
public final class TenantWalk {
    private static final int BATCH = 500;

    private final TransactionDomain domain;
    private final List<Source> sources;

    /** Visits the tenants of this storage. */
    public TenantWalk(CoreStorage storage) {
        this(storage.domain(), List.of(storage.events()::tenants));
    }

    private TenantWalk(TransactionDomain domain, List<Source> sources) {
        this.domain = domain;
        this.sources = sources;
    }

    /** Returns the walk over the tenants of which a block keeps something: for its own tasks. */
    public static TenantWalk over(TransactionDomain domain, Source source) {
        return new TenantWalk(domain, List.of(source));
    }

    /** Returns the walk that also comes to tenants that have stored content and nothing else. */
    public static TenantWalk overContents(CoreStorage storage) {
        return new TenantWalk(storage.domain(), List.of(storage.events()::tenants, storage.catalog()::tenants));
    }

    /** Where tenants are read from, in an order of its own. */
    @FunctionalInterface
    public interface Source {
        /** Returns up to {@code limit} tenants behind this id; an empty text begins. */
        List<TenantId> tenants(Tx tx, String after, int limit);
    }

    /**
     * Calls the visitor once for each tenant; no transaction is open while it runs. A tenant at which the visitor throws
     * does not keep the others waiting: the first exception is thrown in the end, with the later ones as suppressed.
     */
    public void forEach(Consumer<TenantId> visitor) {
        // one source after the other: two stores need not agree on an order to merge them by
        Set<TenantId> visited = new HashSet<>();
        @Nullable RuntimeException first = null;
        for (Source source : sources) {
            List<TenantId> some = after(source, "");
            while (!some.isEmpty()) {
                for (TenantId tenant : some) {
                    first = visited.add(tenant) ? visit(tenant, visitor, first) : first;
                }
                some = after(source, some.get(some.size() - 1).value());
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /** Reads the first tenant, if there is one: what shows that storage answers. */
    public void touch() {
        sources.forEach(source -> domain.read(tx -> source.tenants(tx, "", 1)));
    }

    private static @Nullable RuntimeException visit(
            TenantId tenant, Consumer<TenantId> visitor, @Nullable RuntimeException first) {
        try {
            visitor.accept(tenant);
            return first;
        } catch (RuntimeException e) {
            if (first == null) {
                return e;
            }
            first.addSuppressed(e);
            return first;
        }
    }

    private List<TenantId> after(Source source, String last) {
        return domain.read(tx -> source.tenants(tx, last, BATCH));
    }
}
