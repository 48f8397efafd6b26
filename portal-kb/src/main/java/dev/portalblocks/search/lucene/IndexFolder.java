// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.core.crypto.Sha256;
import dev.portalblocks.core.model.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Where the tenants' indexes lie: a folder for each, or memory.
 *
 * <p>A folder has the tenant's SHA-256 as its name, so that any tenant's name is a safe one, and no two share a folder on
 * file systems that fold letters.
 */
class IndexFolder {
    /** What is smaller, in megabytes, stays in memory until it is committed, and is often merged before. */
    private static final double SMALL_SEGMENT = 0.25;
    /** How much of that there is in one index. */
    private static final double UNCOMMITTED = 1;

    private final @Nullable Path root;
    private final Map<TenantId, Directory> memory = new ConcurrentHashMap<>();

    IndexFolder(@Nullable Path root) {
        this.root = root;
    }

    static IndexFolder inMemory() {
        return new IndexFolder(null);
    }

    static IndexFolder in(Path root) {
        return new IndexFolder(root);
    }

    /** Returns whether something of the tenant is kept that could be opened. */
    boolean keeps(TenantId tenant) {
        return root == null ? memory.containsKey(tenant) : Files.isDirectory(root.resolve(nameOf(tenant)));
    }

    /** Opens the tenant's place, which is made if it isn't there. */
    Directory open(TenantId tenant) throws IOException {
        return root == null
                ? new Kept(memory.computeIfAbsent(tenant, made -> new ByteBuffersDirectory()))
                : new NRTCachingDirectory(open(root.resolve(nameOf(tenant))), SMALL_SEGMENT, UNCOMMITTED);
    }

    /** Opens a folder. */
    Directory open(Path place) throws IOException {
        return FSDirectory.open(place);
    }

    /** Memory that outlives its closing. */
    private static final class Kept extends FilterDirectory {
        Kept(Directory memory) {
            super(memory);
        }

        @Override
        public void close() {
            // what is in memory is gone when nobody has it any more
        }
    }

    private static String nameOf(TenantId tenant) {
        return Sha256.hex(tenant.value());
    }
}
