// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.content.file;

import dev.portalblocks.core.Depot;
import dev.portalblocks.core.content.ContentState;
import dev.portalblocks.core.content.ContentUse;
import dev.portalblocks.core.content.StoredBytes;
import dev.portalblocks.core.content.StoredContent;
import dev.portalblocks.core.content.StoredContent.Facts;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.core.tx.TransactionDomain;
import dev.portalblocks.core.tx.Tx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a memory has committed of stored content, in a file that outlasts the process: each commit replaces it at once,
 * and only then is one.
 */
final class Journal implements TransactionDomain {
    private final CoreStorage storage;
    private final Path file;
    private final Consumer<String> step;

    Journal(CoreStorage storage, Path file, Consumer<String> step) {
        this.storage = storage;
        this.file = file;
        this.step = step;
    }

    @Override
    public <R> R write(Function<Tx, R> work) {
        R result = storage.domain().write(saved(work));
        step.accept("after commit");
        return result;
    }

    @Override
    public <R> R apart(Function<Tx, R> work) {
        R result = storage.domain().apart(saved(work));
        step.accept("after commit");
        return result;
    }

    private <R> Function<Tx, R> saved(Function<Tx, R> work) {
        return tx -> {
            R done = work.apply(tx);
            step.accept("before commit");
            save(tx);
            return done;
        };
    }

    @Override
    public <R> R read(Function<Tx, R> work) {
        return storage.domain().read(work);
    }

    private void save(Tx tx) {
        List<String> lines = new ArrayList<>();
        storage.catalog().list(tx, Depot.ACME, null, 10_000).forEach(row -> lines.add(line(row)));
        try {
            Path next = Files.write(file.resolveSibling("next"), lines);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts what was committed last into an empty storage; as many uses as there were, whoever they were. */
    static void load(Path file, CoreStorage into) throws IOException {
        if (Files.exists(file)) {
            List<StoredContent> rows =
                    Files.readAllLines(file).stream().map(Journal::row).toList();
            into.domain().write(tx -> {
                rows.forEach(row -> {
                    into.catalog().insert(tx, row);
                    for (int i = 0; i < row.uses(); i++) {
                        into.contentUses().add(tx, new ContentUse(row.tenant(), row.ref(), ObjectRef.of("file", i)));
                    }
                });
                return true;
            });
        }
    }

    private static String line(StoredContent row) {
        Facts facts = row.facts();
        String found = facts == null
                ? "- - -"
                : facts.bytes().size() + " " + facts.bytes().sha256() + " " + facts.mediaType();
        return row.ref() + " " + row.state() + " " + row.uses() + " " + row.touchedAt() + " " + row.version() + " "
                + found;
    }

    private static StoredContent row(String line) {
        String[] part = line.split(" ", -1);
        Facts facts =
                part[5].equals("-") ? null : new Facts(new StoredBytes(Long.parseLong(part[5]), part[6]), part[7]);
        return new StoredContent(
                Depot.ACME,
                ContentRef.of(UUID.fromString(part[0])),
                CustomerId.of("4711"),
                ContentState.valueOf(part[1]),
                facts,
                Integer.parseInt(part[2]),
                Instant.parse(part[3]),
                Long.parseLong(part[4]));
    }
}
