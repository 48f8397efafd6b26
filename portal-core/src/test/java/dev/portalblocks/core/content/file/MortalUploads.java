// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.content.file;

import dev.portalblocks.core.Depot;
import dev.portalblocks.core.Depot.File;
import dev.portalblocks.core.Depot.Put;
import dev.portalblocks.core.Parts;
import dev.portalblocks.core.Streams;
import dev.portalblocks.core.tx.memory.Memory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A process that uploads and is halted at a step: its arguments are a directory, a seed and the number of the step, 0 for
 * none. It prints what it has acknowledged and, when it lives, the steps that it took.
 */
final class MortalUploads extends FileSteps {
    static final int UPLOADS = 6;

    private final int last;
    private final List<String> steps = new ArrayList<>();

    private MortalUploads(int last) {
        this.last = last;
    }

    public static void main(String[] arguments) {
        MortalUploads self = new MortalUploads(Integer.parseInt(arguments[2]));
        self.run(Path.of(arguments[0]), Long.parseLong(arguments[1]));
    }

    private void run(Path directory, long seed) {
        Random random = new Random(seed);
        FileContentStore bytes = new FileContentStore(directory.resolve("bytes"), this);
        try (Depot depot = new Depot(
                new Memory(),
                bytes,
                stores -> new Parts(stores, new Journal(stores, directory.resolve("rows"), this::step), bytes),
                seed)) {
            byte[] before = {};
            for (int i = 0; i < UPLOADS; i++) {
                step("upload " + i);
                // each second one has the bytes of the one before, which are kept once
                before = i % 2 == 1 ? before : content(random);
                File file = depot.put(
                        Depot.ERIKA,
                        Put.of(Depot.ERIKAS),
                        Streams.atRead(new ByteArrayInputStream(before), () -> step("read")));
                System.out.println("acknowledged " + file.content() + " " + file.sha256());
            }
        }
        steps.forEach(step -> System.out.println("step " + step));
    }

    private static byte[] content(Random random) {
        byte[] content = new byte[random.nextInt(200_000)];
        random.nextBytes(content);
        return content;
    }

    private void step(String name) {
        steps.add(name);
        if (steps.size() == last) {
            System.out.println("halted " + name);
            System.out.flush();
            Runtime.getRuntime().halt(1);
        }
    }

    @Override
    void force(FileChannel file) throws IOException {
        step("before force");
        super.force(file);
        step("after force");
    }

    @Override
    void rename(Path temporary, Path target) throws IOException {
        step("before rename");
        super.rename(temporary, target);
        step("after rename");
    }

    @Override
    void forceDirectory(Path directory) throws IOException {
        step("before force directory");
        super.forceDirectory(directory);
        step("after force directory");
    }
}
