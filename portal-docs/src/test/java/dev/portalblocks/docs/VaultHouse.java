// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.content.ContentStore;
import dev.portalblocks.core.content.memory.MemoryContentStore;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.RecordedEvent;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.docs.memory.MemoryVaultStorage;
import dev.portalblocks.docs.model.AddVersion;
import dev.portalblocks.docs.model.CreateFolder;
import dev.portalblocks.docs.model.Document;
import dev.portalblocks.docs.model.DocumentId;
import dev.portalblocks.docs.model.FolderId;
import dev.portalblocks.docs.model.UploadDocument;
import dev.portalblocks.docs.spi.StoredFolder;
import dev.portalblocks.docs.spi.VaultStorage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A portal in memory with a vault, of which a test owns the time and the random numbers. */
final class VaultHouse implements AutoCloseable {
    static final TenantId ACME = TenantId.of("acme");
    static final TenantId OTHER = TenantId.of("other");
    static final CustomerId ERIKA = CustomerId.of("4711");
    static final CustomerId OTTO = CustomerId.of("4712");
    static final Actor CUSTOMER = Actor.customer(ACME, ERIKA);
    static final Actor STRANGER = Actor.customer(ACME, OTTO);
    static final Actor SERVICE = Actor.agent(ACME, "anna", "service");
    static final PageRequest PAGE = PageRequest.first(200);

    final Memory memory = new Memory();
    final Portal portal;
    final Vault vault;
    private final MemoryVaultStorage storage;
    private final ContentStore bytes;
    private final MemoryCoreStorage core;
    private volatile Instant now = Instant.parse("2026-11-21T08:00:00Z");

    VaultHouse() {
        this(new MemoryContentStore(), Vault.MAX_BYTES);
    }

    VaultHouse(ContentStore bytes, long maxBytes) {
        this(bytes, maxBytes, kept -> kept);
    }

    VaultHouse(ContentStore bytes, long maxBytes, UnaryOperator<VaultStorage> wrapped) {
        this.bytes = bytes;
        core = MemoryCoreStorage.in(memory, bytes);
        portal = Portal.builder(core)
                .clock(() -> now)
                .random(new Random(4711))
                .policy(RolePolicy.standard())
                .build();
        storage = MemoryVaultStorage.in(memory);
        vault = Vault.builder(portal, wrapped.apply(storage)).maxBytes(maxBytes).build();
    }

    void forward(Duration by) {
        now = now.plus(by);
    }

    Instant now() {
        return now;
    }

    Document uploaded(String name, String text) {
        return uploaded(null, name, text);
    }

    Document uploaded(@Nullable FolderId folder, String name, String text) {
        return vault.upload(CUSTOMER, UploadDocument.of(ERIKA, name).into(folder), stream(text));
    }

    Document next(DocumentId document, String text) {
        return vault.addVersion(CUSTOMER, AddVersion.of(document), stream(text));
    }

    FolderId folder(@Nullable FolderId parent, String name) {
        return vault.folders()
                .create(CUSTOMER, CreateFolder.of(ERIKA, name).in(parent))
                .id();
    }

    /** Puts folders at the top of Erika's vault, past the services, which would take their time. */
    List<FolderId> manyFolders(int count) {
        return memory.write(tx -> IntStream.range(0, count)
                .mapToObj(number -> new StoredFolder(
                        ACME,
                        FolderId.of(new UUID(0x7000L, number)),
                        ERIKA,
                        null,
                        "Nummer " + number,
                        "nummer " + number,
                        1,
                        now))
                .peek(folder -> storage.folders().insert(tx, folder))
                .map(StoredFolder::id)
                .toList());
    }

    String text(InputStream opened) {
        try (opened) {
            return new String(opened.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns all that is kept but tenants' keys, which are made on first use: rows and bytes. */
    Map<String, List<Object>> kept() {
        Map<String, List<Object>> kept = new TreeMap<>(memory.contents());
        kept.remove("core.tenant-key");
        kept.values().removeIf(List::isEmpty);
        kept.put("bytes", List.copyOf(bytes()));
        return kept;
    }

    List<ContentRef> bytes() {
        return bytes.list(ACME, null, 10_000);
    }

    /** Returns everything that was reported so far, in order. */
    List<RecordedEvent> events() {
        return memory.read(
                tx -> core.events().read(tx, ACME, LogPosition.START, 10_000).events());
    }

    /** Returns the types of what was reported, without the words that all of them share. */
    List<String> eventTypes() {
        return events().stream()
                .map(event -> event.type().replace("portalblocks.docs.", "").replace(".v1", ""))
                .toList();
    }

    static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        portal.close();
    }
}
