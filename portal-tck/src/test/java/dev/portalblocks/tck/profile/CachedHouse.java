// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.profile;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.AccessPolicy;
import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.profile.spi.ProfileStorage;
import dev.portalblocks.profile.spi.ProfileStore;
import dev.portalblocks.tck.HostedStorage;
import dev.portalblocks.tck.HostedStorage.Engine;
import dev.portalblocks.tck.jdbc.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** A portal whose profiles are cached, and one beside it on the same storage that caches nothing. */
final class CachedHouse implements AutoCloseable {
    private final Map<String, Runnable> hooks = new ConcurrentHashMap<>();
    private final List<Portal> portals = new ArrayList<>();
    private final HostedStorage stored;
    private final ProfileStorage storage;
    final Portal portal;
    final Profiles cached;
    final Portal bare;
    final Profiles plain;

    /** Who may write. */
    enum Mode {
        ONE_NODE,
        SEVERAL_NODES;

        Profiles.Builder on(Profiles.Builder builder, int profiles) {
            return this == ONE_NODE ? builder.cachedOnOneNode(profiles) : builder.cachedOnSeveralNodes(profiles);
        }
    }

    private CachedHouse(HostedStorage stored, AccessPolicy policy, Mode mode) {
        this.stored = stored;
        this.storage = stored.profiles();
        this.portal = portal(policy);
        this.cached = mode.on(Profiles.builder(portal, hooked()), 100).build();
        this.bare = portal(policy);
        this.plain = Profiles.of(bare, storage);
    }

    static CachedHouse on(Engine engine, Mode mode) {
        return on(engine, mode, RolePolicy.standard());
    }

    static CachedHouse on(Engine engine, Mode mode, AccessPolicy policy) {
        return new CachedHouse(engine.empty(), policy, mode);
    }

    static CachedHouse on(DataSource source, Mode mode, AccessPolicy policy) {
        return new CachedHouse(HostedStorage.on(source), policy, mode);
    }

    /** Runs the work in a transaction of the host's. */
    void joined(boolean commits, Supplier<?> work) {
        stored.joined(commits, work);
    }

    /** Runs the work in a transaction of the host's that only reads: in memory it sees the state of its begin. */
    void reading(Supplier<?> work) {
        stored.reading(work);
    }

    /** Runs the act once, after the cached portal's next call of the store's method and within its transaction. */
    void afterNext(String method, Runnable act) {
        hooks.put(method, act);
    }

    private Portal portal(AccessPolicy policy) {
        Portal made = Portal.builder(stored.core()).policy(policy).build();
        portals.add(made);
        return made;
    }

    private ProfileStorage hooked() {
        return Faults.with(ProfileStorage.class, storage, ProfileStore.class, (store, method, given) -> {
            Object result = Faults.passed(store, method, given);
            Runnable hook = hooks.remove(method.getName());
            if (hook != null) {
                hook.run();
            }
            return result;
        });
    }

    @Override
    public void close() {
        portals.forEach(Portal::close);
    }
}
