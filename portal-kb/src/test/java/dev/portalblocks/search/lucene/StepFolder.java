// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.Consumer;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.jspecify.annotations.Nullable;

/** A folder of indexes that tells before each step that it takes on the disk; whoever hears it may end the process or fail. */
final class StepFolder extends IndexFolder {
    private final Step step;

    StepFolder(Path root, Step step) {
        super(root);
        this.step = step;
    }

    /** What hears of a step. */
    interface Step {
        void before(String name) throws IOException;

        /** Returns a step that can't fail. */
        static Step of(Consumer<String> heard) {
            return heard::accept;
        }
    }

    @Override
    Directory open(Path place) throws IOException {
        return new Stepping(super.open(place), step);
    }

    private static final class Stepping extends FilterDirectory {
        private final Step step;

        Stepping(Directory inner, Step step) {
            super(inner);
            this.step = step;
        }

        @Override
        public IndexOutput createOutput(String name, IOContext context) throws IOException {
            step.before("create");
            return new Watched(super.createOutput(name, context), step);
        }

        @Override
        public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
            step.before("create");
            return new Watched(super.createTempOutput(prefix, suffix, context), step);
        }

        @Override
        public void sync(Collection<String> names) throws IOException {
            step.before("sync");
            super.sync(names);
        }

        @Override
        public void syncMetaData() throws IOException {
            step.before("sync directory");
            super.syncMetaData();
        }

        @Override
        public void rename(String source, String target) throws IOException {
            step.before("rename");
            super.rename(source, target);
        }

        @Override
        public void deleteFile(String name) throws IOException {
            step.before("delete");
            super.deleteFile(name);
        }
    }

    /** Its end is a step as well: what was buffered goes to the disk then. */
    private static final class Watched extends IndexOutput {
        private final IndexOutput inner;
        private final Step step;
        private @Nullable IOException failure;

        Watched(IndexOutput inner, Step step) {
            super("watched", inner.getName());
            this.inner = inner;
            this.step = step;
        }

        @Override
        public void close() throws IOException {
            try {
                step.before("write");
            } catch (IOException e) {
                failure = e;
            }
            inner.close();
            if (failure != null) {
                throw failure;
            }
        }

        @Override
        public long getFilePointer() {
            return inner.getFilePointer();
        }

        @Override
        public long getChecksum() throws IOException {
            return inner.getChecksum();
        }

        @Override
        public void writeByte(byte b) throws IOException {
            inner.writeByte(b);
        }

        @Override
        public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
            inner.writeBytes(bytes, offset, length);
        }
    }
}
