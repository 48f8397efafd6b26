// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thousands of tenants on one node, each with its own index, in 256 MiB. */
class ManyTenantsTest {
    private static final int TENANTS = Boolean.getBoolean("portal.deep") ? 5_000 : 250;
    private static final int HEAP = 256;

    @TempDir
    private Path directory;

    @Test
    void eachOfManyTenantsFindsItsOwn() throws Exception {
        ChildProcess walked = ChildProcess.run(ManyTenants.class, HEAP, directory.toString(), String.valueOf(TENANTS));

        assertThat(walked.status()).as("%s", walked.lines()).isZero();
        assertThat(walked.said("right ")).as("%s", walked.lines()).contains(String.valueOf(TENANTS));
    }
}
