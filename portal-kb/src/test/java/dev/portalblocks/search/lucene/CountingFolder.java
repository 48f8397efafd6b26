// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;

/** A folder of indexes that counts the files that are open for reading. */
final class CountingFolder extends IndexFolder {
    private final AtomicInteger open = new AtomicInteger();

    CountingFolder(Path root) {
        super(root);
    }

    /** Returns how many files are open. */
    int open() {
        return open.get();
    }

    @Override
    Directory open(Path place) throws IOException {
        return new FilterDirectory(super.open(place)) {
            @Override
            public IndexInput openInput(String name, IOContext context) throws IOException {
                IndexInput input = super.openInput(name, context);
                open.incrementAndGet();
                return new Counted(input, open);
            }
        };
    }

    /** A file that is open until it is closed; what is read in parts of it needs no closing. */
    private static final class Counted extends IndexInput {
        private final IndexInput inner;
        private final AtomicInteger open;
        private final AtomicBoolean closed = new AtomicBoolean();

        Counted(IndexInput inner, AtomicInteger open) {
            super("counted " + inner);
            this.inner = inner;
            this.open = open;
        }

        @Override
        public void close() throws IOException {
            if (closed.compareAndSet(false, true)) {
                open.decrementAndGet();
            }
            inner.close();
        }

        @Override
        public IndexInput clone() {
            return inner.clone();
        }

        @Override
        public IndexInput slice(String description, long offset, long length) throws IOException {
            return inner.slice(description, offset, length);
        }

        @Override
        public long getFilePointer() {
            return inner.getFilePointer();
        }

        @Override
        public void seek(long position) throws IOException {
            inner.seek(position);
        }

        @Override
        public long length() {
            return inner.length();
        }

        @Override
        public byte readByte() throws IOException {
            return inner.readByte();
        }

        @Override
        public void readBytes(byte[] bytes, int offset, int length) throws IOException {
            inner.readBytes(bytes, offset, length);
        }
    }
}
