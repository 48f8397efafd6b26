// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.content.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Does the steps and writes down their order; fails in the one that it is told. */
final class RecordedSteps extends FileSteps {
    private final List<String> done = new ArrayList<>();
    private @Nullable String failing;

    /** Returns the steps since the last call. */
    List<String> taken() {
        List<String> taken = List.copyOf(done);
        done.clear();
        return taken;
    }

    void failIn(String step) {
        failing = step;
    }

    @Override
    void force(FileChannel file) throws IOException {
        step("force");
        super.force(file);
    }

    @Override
    void rename(Path temporary, Path target) throws IOException {
        step("rename");
        super.rename(temporary, target);
    }

    @Override
    void forceDirectory(Path directory) throws IOException {
        step("force directory");
        super.forceDirectory(directory);
    }

    private void step(String name) throws IOException {
        if (name.equals(failing)) {
            throw new IOException("Input/output error");
        }
        done.add(name);
    }
}
