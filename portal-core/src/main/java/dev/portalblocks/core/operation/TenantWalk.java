// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.TransactionDomain;
import dev.portalblocks.core.tx.Tx;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Visits every tenant that ever changed something: how a task comes to all of them. Thread-safe. */
public final class TenantWalk {
    private static final int BATCH = 500;

    private final TransactionDomain domain;
    private final Source source;

    /** Visits the tenants of this storage. */
    public TenantWalk(CoreStorage storage) {
        this(storage, storage.events()::tenants);
    }

    private TenantWalk(CoreStorage storage, Source source) {
        this.domain = storage.domain();
        this.source = source;
    }

    /** Returns the walk that also comes to tenants that have stored content and nothing else. */
    public static TenantWalk overContents(CoreStorage storage) {
        return new TenantWalk(
                storage,
                (tx, after, limit) -> Stream.concat(
                                storage.events().tenants(tx, after, limit).stream(),
                                storage.catalog().tenants(tx, after, limit).stream())
                        .distinct()
                        .sorted(Comparator.comparing(TenantId::value))
                        .limit(limit)
                        .toList());
    }

    /** Where tenants are read from, in the order of their ids. */
    @FunctionalInterface
    private interface Source {
        List<TenantId> tenants(Tx tx, String after, int limit);
    }

    /**
     * Calls the visitor for each tenant in the order of their ids; no transaction is open while it runs. A tenant at which
     * the visitor throws does not keep the others waiting: the first exception is thrown in the end, with the later ones
     * as suppressed.
     */
    public void forEach(Consumer<TenantId> visitor) {
        @Nullable RuntimeException first = null;
        List<TenantId> some = after("");
        while (!some.isEmpty()) {
            for (TenantId tenant : some) {
                first = visit(tenant, visitor, first);
            }
            some = after(some.get(some.size() - 1).value());
        }
        if (first != null) {
            throw first;
        }
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

    private List<TenantId> after(String last) {
        return domain.read(tx -> source.tenants(tx, last, BATCH));
    }
}
