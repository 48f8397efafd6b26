// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import static dev.portalblocks.core.Depot.ACME;
import static dev.portalblocks.core.Depot.ERIKA;
import static dev.portalblocks.core.Depot.ERIKAS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.Depot.File;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.content.ContentCatalog;
import dev.portalblocks.core.content.StoredContent;
import dev.portalblocks.core.content.memory.MemoryContentStore;
import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.core.tx.memory.Memory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The moment between finding a row and locking it, in which somebody else may change it. */
class UploadSharingTest {
    private final Memory memory = new Memory();
    private final List<Runnable> meanwhile = new ArrayList<>();

    @Test
    void equalBytesThatBeginToDieBeforeTheyAreLockedAreNotShared() {
        try (Depot depot = depot("findEqual")) {
            depot.holding = false;
            File first = depot.put(ERIKA, "hello");
            depot.holding = true;
            meanwhile.add(() -> condemn(depot));
            File second = depot.put(ERIKA, "hello");
            depot.sweep();

            assertThat(second.content()).isNotEqualTo(first.content());
            assertThat(depot.kept()).containsExactly(second.content());
            assertThat(depot.read(ERIKA, second.id())).hasSize(5);
        }
    }

    @Test
    void bytesThatSomebodyBeginsToUseBeforeTheyAreLockedAreNotSwept() {
        try (Depot depot = depot("due")) {
            depot.holding = false;
            File file = depot.put(ERIKA, "hello");
            depot.clock.move(Duration.ofDays(2));
            meanwhile.add(() -> depot.attach(ERIKA, file.content(), ERIKAS, "1"));

            assertThat(depot.sweep()).isZero();
            assertThat(depot.read(ERIKA, file.id())).hasSize(5);
        }
    }

    /** What happens meanwhile does so once, behind a method of the catalog. */
    private Depot depot(String method) {
        return new Depot(memory, new MemoryContentStore(), stores -> interrupted(stores, method), 1);
    }

    private CoreStorage interrupted(CoreStorage stores, String behind) {
        ContentCatalog real = stores.catalog();
        Object catalog = Proxy.newProxyInstance(
                ContentCatalog.class.getClassLoader(),
                new Class<?>[] {ContentCatalog.class},
                (proxy, method, arguments) -> {
                    try {
                        Object found = method.invoke(real, arguments);
                        if (method.getName().equals(behind) && !meanwhile.isEmpty()) {
                            CompletableFuture.runAsync(meanwhile.remove(0)).join();
                        }
                        return found;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return new Parts(stores, stores.domain(), stores.content(), (ContentCatalog) catalog);
    }

    private void condemn(Depot depot) {
        StoredContent live =
                depot.rows().stream().filter(StoredContent::isLive).findFirst().orElseThrow();
        memory.write(tx -> {
            ContentCatalog catalog = depot.storage.catalog();
            StoredContent locked = catalog.findForUpdate(tx, Scope.wholeTenant(ACME), live.ref())
                    .orElseThrow();
            return catalog.update(tx, locked.dying());
        });
    }
}
