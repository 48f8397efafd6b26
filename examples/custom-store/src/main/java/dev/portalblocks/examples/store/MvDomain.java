// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.examples.store;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.TransactionDomain;
import dev.portalblocks.core.tx.Tx;
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.*;
import org.h2.engine.IsolationLevel;
import org.h2.mvstore.*;
import org.h2.mvstore.tx.*;
import org.h2.value.VersionedValue;

/** Transactions on an MVStore, the key-value engine beneath H2: no SQL, no connection. */
public final class MvDomain implements TransactionDomain {
    private final TransactionStore store;
    private final int lockMillis;
    private final List<String> names = new CopyOnWriteArrayList<>();
    private final ThreadLocal<MvTx> running = new ThreadLocal<>();

    /** Keeps its maps in the store, which the caller closes, and waits so long for a row that another has locked. */
    public MvDomain(MVStore store, int lockMillis) {
        this.lockMillis = lockMillis;
        this.store = new TransactionStore(store);
        this.store.init();
    }

    /** Returns the rows of one kind, kept in the map of this name. */
    <V> Rows<V> rows(String name, Class<V> type) {
        names.add(name);
        return new Rows<>(this, name, type);
    }

    @Override public <R> R write(Function<Tx, R> work) { return run(work, false); }
    @Override public <R> R read(Function<Tx, R> work) { return run(work, true); }

    /** No transaction of a host is ever joined here, so there is nothing to be apart from. */
    @Override public <R> R apart(Function<Tx, R> work) { return run(work, false); }

    // guide begins
    @SuppressWarnings("unchecked") // the engine asks for maps of anything
    private <R> R run(Function<Tx, R> work, boolean readOnly) {
        if (running.get() != null) {
            throw new IllegalStateException("Transactions do not nest");
        }
        IsolationLevel level = readOnly ? IsolationLevel.SNAPSHOT : IsolationLevel.READ_COMMITTED;
        Transaction mine = store.begin((map, key, now, before) -> {}, lockMillis, 0, level);
        MvTx tx = new MvTx(mine, readOnly, false, new AtomicReference<>());
        running.set(tx);
        try {
            if (readOnly) { // one state of all maps
                var maps = new HashSet<MVMap<Object, VersionedValue<Object>>>();
                for (String name : names) {
                    maps.add((MVMap<Object, VersionedValue<Object>>) (MVMap<?, ?>) mine.openMap(name).map);
                }
                mine.markStatementStart(maps);
            }
            R result = work.apply(tx);
            if (tx.failure.get() != null) {
                throw tx.failure.get();
            }
            mine.commit();
            return result;
        } finally {
            running.remove();
            if (mine.getStatus() == Transaction.STATUS_OPEN) {
                mine.rollback();
            }
        }
    }
    // guide ends

    /** Returns the transaction behind one of ours. */
    MvTx of(Tx tx) {
        if (tx instanceof MvTx ours && running.get() == ours) {
            return ours;
        }
        throw new IllegalArgumentException("A transaction of another domain, or one that has ended");
    }

    /** A transaction of this domain; what failed in it commits nothing any more. */
    record MvTx(Transaction transaction, boolean isReadOnly, boolean isJoined, AtomicReference<StorageFailure> failure)
            implements Tx {
        TransactionMap<String, byte[]> map(String name) { return transaction.openMap(name); }

        byte[] get(String name, String key) {
            return isReadOnly ? map(name).getFromSnapshot(key) : map(name).get(key);
        }

        /** Changes a map, waiting for who has the same row. */
        <R> R change(String name, Function<TransactionMap<String, byte[]>, R> change) {
            if (isReadOnly) {
                throw new IllegalStateException("A write in a reading transaction");
            }
            try {
                return change.apply(map(name));
            } catch (MVStoreException e) {
                boolean circle = e.getErrorCode() == DataUtils.ERROR_TRANSACTIONS_DEADLOCK;
                failure.set(new StorageFailure(circle ? "storage.deadlock" : "storage.lock-timeout", true, e));
                throw failure.get();
            }
        }
    }

    /** Rows of one kind as JSON under text keys, the tenant first; its parts stand apart by what no part can hold. */
    record Rows<V>(MvDomain domain, String name, Class<V> type) {
        private static final JsonMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).build();

        static String key(TenantId tenant, Object... parts) {
            return tenant.value() + Stream.of(parts).map(part -> "\0" + part).collect(Collectors.joining());
        }

        Optional<V> find(Tx tx, String key) {
            return Optional.ofNullable(domain.of(tx).get(name, key)).map(this::row);
        }

        /** Waits for who has the row, and sees what was committed last. */
        Optional<V> lock(Tx tx, String key) {
            return Optional.ofNullable(domain.of(tx).change(name, map -> map.lock(key))).map(this::row);
        }

        /** Returns false, and changes nothing, where there is such a row; waits for who is about to add one. */
        boolean insert(Tx tx, String key, V row) {
            return domain.of(tx).change(name, map -> map.putIfAbsent(key, bytes(row))) == null;
        }

        boolean put(Tx tx, String key, V row) {
            return domain.of(tx).change(name, map -> map.put(key, bytes(row))) != null;
        }

        /** Returns the rows whose keys begin with these parts, in the order of their keys. */
        Stream<V> below(Tx tx, String parts) {
            var rows = new ArrayList<V>();
            var entries = domain.of(tx).map(name).entryIterator(parts + '\0', parts + '\1');
            for (var entry = entries.fetchNext(); entry != null; entry = entries.fetchNext()) {
                rows.add(row(entry.getValue()));
            }
            return rows.stream();
        }

        private byte[] bytes(V row) { return JSON.valueToTree(row).toString().getBytes(StandardCharsets.UTF_8); }

        private V row(byte[] bytes) {
            try {
                return JSON.readValue(bytes, type);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
