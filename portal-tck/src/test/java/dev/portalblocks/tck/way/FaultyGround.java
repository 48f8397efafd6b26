// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.content.ContentStore;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.tck.jdbc.Databases;
import dev.portalblocks.tck.jdbc.FaultySource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Sample worlds in a database whose every call can fail; some share one, until it holds too much to compare. */
final class FaultyGround implements AutoCloseable {
    private static final int IN_ONE_DATABASE = 6;

    private final Databases databases;
    private @Nullable Composition portal;
    private DataSource plain;
    private FaultySource faults;
    private int made;

    FaultyGround(Databases databases) {
        this.databases = databases;
        this.plain = databases.fresh();
        this.faults = new FaultySource(plain);
    }

    /** Returns a world that nobody has touched. */
    SampleWorld next() {
        if (portal == null || made++ % IN_ONE_DATABASE == 0) {
            close();
            plain = databases.fresh();
            faults = new FaultySource(plain);
            portal = Composition.in(Databases.on(faults), this::faulty);
        }
        return new SampleWorld(portal);
    }

    FaultySource faults() {
        return faults;
    }

    Rows rows() {
        return Rows.in(plain);
    }

    private ContentStore faulty(ContentStore real) {
        return (ContentStore) Proxy.newProxyInstance(
                ContentStore.class.getClassLoader(),
                new Class<?>[] {ContentStore.class},
                (proxy, method, given) -> call(real, method, given));
    }

    private Object call(ContentStore real, Method method, Object[] given) throws Throwable {
        String name = "ContentStore." + method.getName();
        if (faults.strikes(name, false)) {
            throw new StorageFailure("planted.fault", false, null);
        }
        Object result;
        try {
            result = method.invoke(real, given);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        if (faults.strikes(name, true)) {
            throw new StorageFailure("planted.fault", false, null);
        }
        return result;
    }

    @Override
    public void close() {
        if (portal != null) {
            portal.close();
            portal = null;
        }
    }
}
