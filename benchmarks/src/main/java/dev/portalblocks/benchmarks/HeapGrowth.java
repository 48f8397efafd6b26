// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Schemas;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.profile.jdbc.JdbcProfileStorage;
import dev.portalblocks.profile.memory.MemoryProfileStorage;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.ProfilePatch;
import dev.portalblocks.profile.spi.ProfileStorage;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/**
 * What is alive on the heap after each tenth of a million operations. On PostgreSQL one in twenty changes something, by a
 * thousand customers, with a cache of a hundred; on memory, which keeps its rows on the heap, all of them read.
 */
final class HeapGrowth {
    private static final int CUSTOMERS = 1_000;
    private static final int THREADS = 4;
    private static final TenantId TENANT = TenantId.of("acme");

    private HeapGrowth() {}

    /** Options: {@code postgresql} or {@code memory}, and how many operations, 1,000,000 by default. */
    static void run(String[] options) throws InterruptedException {
        int operations = Integer.parseInt(Benchmarks.option(options, 1, "1000000"));
        if (Benchmarks.option(options, 0, "postgresql").equals("memory")) {
            Memory memory = new Memory();
            measure("memory", MemoryCoreStorage.in(memory), MemoryProfileStorage.in(memory), operations, false);
            return;
        }
        try (Engine engine = Engine.named("postgresql")) {
            Database db = Database.on(engine.source());
            Schemas.migrate(db, JdbcCoreStorage.SCHEMA, JdbcProfileStorage.SCHEMA);
            measure("postgresql", JdbcCoreStorage.on(db), JdbcProfileStorage.on(db), operations, true);
        }
    }

    private static void measure(String on, CoreStorage core, ProfileStorage storage, int operations, boolean writes)
            throws InterruptedException {
        try (Portal portal = Portal.builder(core).build()) {
            Profiles profiles =
                    Profiles.builder(portal, storage).cachedOnOneNode(100).build();
            for (int i = 0; i < CUSTOMERS; i++) {
                change(profiles, i, 0);
            }
            List<Long> live = new ArrayList<>();
            for (int tenth = 1; tenth <= 10; tenth++) {
                operate(profiles, operations / 10, writes);
                live.add(live());
                System.out.println(on + " after " + operations / 10 * tenth + " operations: "
                        + live.get(tenth - 1) / 1_024 + " KiB alive");
            }
            System.out.printf(
                    Locale.ROOT,
                    "{\"benchmark\":\"heap\",\"on\":\"%s\",\"operations\":%d,\"unit\":\"bytes\",\"first\":%d,\"last\":%d,"
                            + "\"ratio\":%.3f}%n",
                    on,
                    operations,
                    live.get(0),
                    live.get(9),
                    (double) live.get(9) / live.get(0));
        }
    }

    private static void operate(Profiles profiles, int operations, boolean writes) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(THREADS);
        for (int thread = 0; thread < THREADS; thread++) {
            int first = thread;
            new Thread(() -> {
                        for (int i = first; i < operations; i += THREADS) {
                            if (writes && i % 20 == first) {
                                change(profiles, i % CUSTOMERS, i);
                            } else {
                                profiles.read(actor(i % CUSTOMERS), number(i % CUSTOMERS));
                            }
                        }
                        done.countDown();
                    })
                    .start();
        }
        done.await();
    }

    private static void change(Profiles profiles, int customer, int to) {
        profiles.change(
                actor(customer),
                ChangeProfile.of(
                        number(customer),
                        ProfilePatch.builder().givenName("Erika " + to).build()));
    }

    private static CustomerId number(int customer) {
        return CustomerId.of("c" + customer);
    }

    private static Actor actor(int customer) {
        return Actor.customer(TENANT, number(customer));
    }

    /** Returns how much is left when the collector has run thrice. */
    private static long live() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
