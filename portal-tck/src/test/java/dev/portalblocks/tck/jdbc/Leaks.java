// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.audit.AuditStore;
import dev.portalblocks.core.crypto.TenantKeyStore;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.core.operation.IdempotencyStore;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.docs.spi.FolderStore;
import dev.portalblocks.docs.spi.StoredFolder;
import dev.portalblocks.docs.spi.VaultStorage;
import dev.portalblocks.kb.spi.PublishedArticleStore;
import dev.portalblocks.messaging.model.Unread;
import dev.portalblocks.messaging.spi.ConversationStore;
import dev.portalblocks.messaging.spi.MessagingStorage;
import dev.portalblocks.messaging.spi.StoredConversation;
import dev.portalblocks.tck.ScopeMutants;
import dev.portalblocks.tck.ScopeMutation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Houses in which tenants share something that they must not share. */
final class Leaks {
    private Leaks() {}

    /**
     * A house with a fault.
     *
     * @param name what is shared
     * @param made makes it
     */
    record Leak(String name, Supplier<House> made) {
        House house() {
            return made.get();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Leak> all() {
        List<Leak> all = new ArrayList<>(ofBlocks());
        SearchLeaks.all().forEach((name, fault) -> all.add(leak(name, fault)));
        return all;
    }

    private static List<Leak> ofBlocks() {
        return List.of(
                new Leak("a counter and the random numbers", () -> new House(House.Stores.inMemory(), true)),
                leak(
                        "idempotency keys",
                        right ->
                                right.with(shared(shared(right.core(), IdempotencyStore.class), TenantKeyStore.class))),
                leak("a number in cursors", right -> right.with(numbered(right.core()))),
                leak(
                        "the audit trail",
                        right -> right.with(mistaken(AuditStore.class, "list").in(right.core()))),
                leak(
                        "lists of articles",
                        right -> right.with(
                                mistaken(PublishedArticleStore.class, "list").in(right.knowledge()))),
                leak(
                        "addresses of articles",
                        right -> right.with(mistaken(PublishedArticleStore.class, "findBySlug")
                                .in(right.knowledge()))),
                leak("unread counts", right -> right.with(crowded(right.messages(), "unread", Leaks::more))),
                leak("the order of lists", right -> right.with(crowded(right.messages(), "list", Leaks::turned))),
                leak("the names of folders", right -> right.with(crowded(right.vault()))));
    }

    private static Leak leak(String name, UnaryOperator<House.Stores> fault) {
        return new Leak(name, () -> new House(fault.apply(House.Stores.inMemory()), false));
    }

    private static ScopeMutants mistaken(Class<?> spi, String method) {
        ScopeMutation mutation = new ScopeMutation(ScopeMutation.Dimension.TENANT, ScopeMutation.Slip.FORGOTTEN);
        return new ScopeMutants(spi, Set.of(method), mutation);
    }

    /** Conversations of others make a difference to what a method of the store answers. */
    private static MessagingStorage crowded(
            MessagingStorage right, String call, BiFunction<Object, Integer, Object> difference) {
        Map<TenantId, Integer> opened = new HashMap<>();
        return Faults.with(MessagingStorage.class, right, ConversationStore.class, (store, method, given) -> {
            if (method.getName().equals("insert")) {
                opened.merge(((StoredConversation) given[1]).tenant(), 1, Integer::sum);
            }
            Object answer = Faults.passed(store, method, given);
            if (!method.getName().equals(call)) {
                return answer;
            }
            TenantId own = ((Scope) given[1]).tenant();
            int all = opened.values().stream().mapToInt(Integer::intValue).sum();
            return difference.apply(answer, all - opened.getOrDefault(own, 0));
        });
    }

    private static Object more(Object unread, int others) {
        Unread own = (Unread) unread;
        return new Unread(own.messages() + others, own.conversations());
    }

    private static Object turned(Object list, int others) {
        List<?> rows = new ArrayList<>((List<?>) list);
        Collections.rotate(rows, others);
        return rows;
    }

    /** A name that a customer of the same number has elsewhere is taken. */
    private static VaultStorage crowded(VaultStorage right) {
        Map<String, TenantId> first = new HashMap<>();
        return Faults.with(VaultStorage.class, right, FolderStore.class, (store, method, given) -> {
            if (method.getName().equals("insert")) {
                StoredFolder folder = (StoredFolder) given[1];
                String name = folder.customer() + "/" + folder.nameKey();
                if (!first.computeIfAbsent(name, unknown -> folder.tenant()).equals(folder.tenant())) {
                    return false;
                }
            }
            return Faults.passed(store, method, given);
        });
    }

    private static CoreStorage shared(CoreStorage right, Class<?> spi) {
        return Faults.shared(CoreStorage.class, right, spi);
    }

    /** Each tenant's key, by which its cursors are signed, tells how many tenants were there before. */
    private static CoreStorage numbered(CoreStorage right) {
        int[] count = new int[1];
        return Faults.proxy(CoreStorage.class, (proxy, method, arguments) -> {
            Object found = Faults.passed(right, method, arguments);
            return found instanceof TenantKeyStore keys ? numbered(keys, count) : found;
        });
    }

    private static TenantKeyStore numbered(TenantKeyStore right, int[] count) {
        return new TenantKeyStore() {
            @Override
            public Optional<byte[]> find(Tx tx, TenantId tenant) {
                return right.find(tx, tenant);
            }

            @Override
            public byte[] putIfAbsent(Tx tx, TenantId tenant, byte[] key) {
                byte[] numbered = key.clone();
                numbered[0] = (byte) ++count[0];
                return right.putIfAbsent(tx, tenant, numbered);
            }
        };
    }
}
