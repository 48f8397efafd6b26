// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.content.ContentState;
import dev.portalblocks.core.content.ContentStore;
import dev.portalblocks.core.content.MediaTypeDetector;
import dev.portalblocks.core.content.StoredContent;
import dev.portalblocks.core.content.memory.MemoryContentStore;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.DeclaredBytes;
import dev.portalblocks.core.model.EventType;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PortalException.NotFound;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.Contents;
import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.Upload;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import jakarta.validation.constraints.NotBlank;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The smallest block that takes bytes in: customers' files. */
public final class Depot implements AutoCloseable {
    public static final TenantId ACME = TenantId.of("acme");
    public static final CustomerId ERIKAS = CustomerId.of("4711");
    public static final Actor ERIKA = Actor.customer(ACME, ERIKAS);
    public static final Actor OTTO = Actor.customer(ACME, CustomerId.of("4712"));
    public static final Actor CLERK = Actor.agent(ACME, "clerk", "service");
    public static final Actor STRANGER = Actor.agent(ACME, "stranger");
    public static final Actor PROGRAM = Actor.system(ACME, "program");
    public static final long LIMIT = 1_000_000;

    private static final Permission FILE = Permission.forOwners("test.file", "service");
    static final Operation PUT = Operation.writing("test.file.put", FILE);
    private static final Operation REMOVE = Operation.writing("test.file.remove", FILE);
    private static final Operation OPEN = Operation.reading("test.file.open", FILE);
    static final Operation ATTACH = Operation.writing("test.file.attach", FILE);
    private static final EventType<FilePut> WAS_PUT = new EventType<>("portalblocks.test.file-put.v1", FilePut.class);

    /** The command. */
    public record Put(
            CustomerId customer,
            @NotBlank String name,
            @Nullable DeclaredBytes declared,
            @Nullable IdempotencyKey idempotencyKey) {
        public static Put of(CustomerId customer) {
            return new Put(customer, "a.txt", null, null);
        }

        Put declaring(@Nullable DeclaredBytes bytes) {
            return new Put(customer, name, bytes, idempotencyKey);
        }

        Put once(String key) {
            return new Put(customer, name, declared, IdempotencyKey.of(key));
        }
    }

    /** The object. */
    public record File(UUID id, CustomerId customer, ContentRef content, String sha256, String mediaType) {}

    /** The event. */
    public record FilePut(UUID id) {}

    public final Memory memory;
    public final OwnedClock clock = OwnedClock.atNoon();
    public final ContentStore bytes;
    public final CoreStorage storage;
    public final Portal portal;
    final MemoryTable<String, File> files;
    MediaTypeDetector types = head -> head.length > 0 && head[0] == '%' ? "application/pdf" : MediaTypeDetector.UNKNOWN;
    boolean holding = true;
    Consumer<OperationContext> beforeEnd = context -> {};

    public Depot() {
        this(new Memory(), new MemoryContentStore(), stores -> stores, 4711);
    }

    public Depot(Memory memory, ContentStore bytes, UnaryOperator<CoreStorage> around, long seed) {
        this.memory = memory;
        this.bytes = bytes;
        this.storage = around.apply(MemoryCoreStorage.in(memory, bytes));
        this.portal =
                Portal.builder(storage).clock(clock).random(new Random(seed)).build();
        portal.register(BlockContribution.of("test", PUT, REMOVE, OPEN, ATTACH).emitting(WAS_PUT));
        this.files = memory.table("test.file", Comparator.<String>naturalOrder());
    }

    @Override
    public void close() {
        portal.close();
    }

    public File put(Actor actor, Put command, InputStream source) {
        Upload.Terms terms =
                Upload.Terms.upTo(LIMIT).declared(command.declared()).typedBy(types);
        Upload.Making<File> making = new Upload.Making<>(
                command.idempotencyKey(),
                (context, id, content) -> keep(context, id, command.customer(), content),
                this::find);
        return portal.uploads()
                .carryOut(
                        actor,
                        new Upload<>(PUT, command, terms, context -> Optional.of(command.customer()), making),
                        source);
    }

    public File put(Actor actor, String text) {
        return put(actor, Put.of(actor.findCustomer().orElse(ERIKAS)), source(text));
    }

    public boolean remove(Actor actor, UUID file) {
        return portal.operations().perform(REMOVE, actor, file, context -> {
            File found = find(context, file);
            portal.contents().release(context, found.content(), ObjectRef.of("file", file));
            return files.delete(context.tx(), file.toString());
        });
    }

    public InputStream open(ContentRef ref) {
        Actor program = Actor.system(ACME, "reader");
        return portal.contents()
                .open(portal.operations()
                        .perform(
                                OPEN, program, ref, context -> portal.contents().show(context, ref)));
    }

    public byte[] read(Actor actor, UUID file) {
        Contents contents = portal.contents();
        Contents.Shown shown = portal.operations()
                .perform(
                        OPEN,
                        actor,
                        file,
                        context -> contents.show(context, find(context, file).content()));
        try (InputStream content = contents.open(shown)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    StoredContent attach(Actor actor, ContentRef ref, @Nullable CustomerId owner, String user) {
        return portal.operations()
                .perform(
                        ATTACH,
                        actor,
                        ref,
                        context -> portal.contents().attach(context, ref, owner, ObjectRef.of("note", user)));
    }

    public int sweep() {
        return portal.contentCare().sweep(PROGRAM);
    }

    public List<File> files() {
        return memory.read(tx -> files.all(tx).map(Map.Entry::getValue).toList());
    }

    public List<StoredContent> rows() {
        return memory.read(tx -> storage.catalog().list(tx, ACME, null, 100_000));
    }

    public List<ContentRef> refs(ContentState state) {
        return rows().stream()
                .filter(row -> row.state() == state)
                .map(StoredContent::ref)
                .toList();
    }

    public List<ContentRef> kept() {
        return bytes.list(ACME, null, 100_000);
    }

    public static InputStream source(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private File keep(OperationContext context, UUID id, CustomerId customer, StoredContent content) {
        ObjectRef object = ObjectRef.of("file", id);
        File file = new File(id, customer, content.ref(), content.bytes().sha256(), content.mediaType());
        files.put(context.tx(), id.toString(), file);
        if (holding) {
            portal.contents().hold(context, content.ref(), object);
        }
        context.about(object);
        context.emit(WAS_PUT, object, new FilePut(id));
        beforeEnd.accept(context);
        return file;
    }

    private File find(OperationContext context, UUID file) {
        return files.find(context.tx(), file.toString())
                .filter(found -> context.scope().customers().admits(found.customer()))
                .orElseThrow(() -> new NotFound("file"));
    }
}
