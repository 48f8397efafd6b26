// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import dev.portalblocks.core.event.EventBatch;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.LogReader;
import dev.portalblocks.core.event.PortalEvent;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.Cursor;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.kb.model.Asset;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The portal as one program uses it: its tenants, and the names of what it has seen. Outlives a portal. */
final class Session {
    private static final UUID NOWHERE = new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0001L);

    private final TenantId here;
    private final TenantId elsewhere;
    private final Names made = new Names();
    private final Map<String, UUID> ids = new HashMap<>();
    private final Map<UUID, String> names = new HashMap<>();
    private final Map<String, Asset> assets = new HashMap<>();
    private @Nullable Blocks blocks;
    private Instant now = Instant.EPOCH;

    Session(String tenant) {
        here = TenantId.of(tenant);
        elsewhere = TenantId.of(tenant + "-other");
    }

    void on(Blocks opened) {
        blocks = opened;
    }

    Blocks blocks() {
        if (blocks == null) {
            throw new IllegalStateException("Nothing is open");
        }
        return blocks;
    }

    TenantId here() {
        return here;
    }

    Actor actor(Who who) {
        return who.actor(who.elsewhere() ? elsewhere : here);
    }

    /** Returns a program of the tenant of these: it sees what they have made. */
    Actor program(Who who) {
        return actor(who.elsewhere() ? Who.program().ofTheOtherTenant() : Who.program());
    }

    /** Returns the portal's answer, or the code of its refusal. */
    String ask(Step step, Instant at) {
        now = at;
        try {
            return step.done().on(this);
        } catch (PortalException refused) {
            return "! " + refused.code();
        } catch (IOException | RuntimeException e) {
            return "!! " + e + " at " + e.getStackTrace()[0];
        }
    }

    Instant now() {
        return now;
    }

    static @Nullable IdempotencyKey key(@Nullable String key) {
        return key == null ? null : IdempotencyKey.of(key);
    }

    /** Names what was made, unless it has a name. */
    String made(String kind, UUID id) {
        String name = names.get(id);
        if (name == null) {
            name = made.next(kind);
            known(name, id);
        }
        return name;
    }

    void known(String name, UUID id) {
        names.put(id, name);
        ids.put(name, id);
    }

    /** Names a picture, and keeps it to be linked, under a path that no other has. */
    String seen(Asset asset) {
        String name = made("p", asset.content().value());
        String path = name + ".png";
        assets.put(name, new Asset(path, asset.content(), asset.mediaType(), asset.size(), asset.sha256()));
        return name;
    }

    /** Returns a picture that was named, or one that is not there. */
    Asset asset(String name) {
        Asset nowhere = new Asset("x.png", ContentRef.of(NOWHERE), "image/png", 1, "0".repeat(64));
        return assets.getOrDefault(name, nowhere);
    }

    String name(@Nullable UUID id) {
        return id == null ? "null" : names.getOrDefault(id, "unknown");
    }

    UUID id(String name) {
        return ids.getOrDefault(name, NOWHERE);
    }

    <I> @Nullable I idOrNone(@Nullable String name, Function<UUID, I> as) {
        return name == null ? null : as.apply(id(name));
    }

    /** Reads page after page to the end. */
    static <T> String pages(int size, Function<PageRequest, Page<T>> list, Function<T, String> view) {
        List<String> all = new ArrayList<>();
        @Nullable Cursor after = null;
        do {
            Page<T> page = list.apply(PageRequest.first(size).after(after));
            page.items().forEach(one -> all.add(view.apply(one)));
            after = page.next();
        } while (after != null);
        return Lines.list(all);
    }

    static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(InputStream opened) {
        try (opened) {
            return new String(opened.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what the audit trail and the outbox hold, of this tenant or of the other one. */
    String record(boolean other) {
        TenantId tenant = other ? elsewhere : here;
        String audit = pages(
                7,
                page -> blocks().portal().auditTrail().list(Actor.system(tenant, "record"), page),
                entry -> Lines.of(
                        entry.at(),
                        entry.actorKind(),
                        entry.actor(),
                        entry.operation(),
                        entry.outcome(),
                        entry.onBehalfOf()));
        Lanes lanes = new Lanes();
        blocks().portal().follower(lanes).follow(tenant);
        return audit + "\n" + lanes.found;
    }

    /** Reads the log from its beginning. */
    private final class Lanes implements LogReader {
        private final Map<String, List<String>> found = new TreeMap<>();
        private LogPosition position = LogPosition.START;

        @Override
        public Optional<LogPosition> position(TenantId tenant) {
            return Optional.of(position);
        }

        @Override
        public void take(TenantId tenant, EventBatch batch) {
            batch.events().forEach(this::take);
            position = batch.upTo();
        }

        @Override
        public void rebuild(TenantId tenant, LogPosition at) {
            throw new IllegalStateException("The log begins too late");
        }

        private void take(PortalEvent<?> event) {
            String id = event.lane().id();
            String lane = event.lane().type().equals("customer") ? "customer:" + id : name(UUID.fromString(id));
            List<String> before = found.computeIfAbsent(lane, unknown -> new ArrayList<>());
            String type = event.type().replaceAll("^portalblocks\\.|\\.v1$", "");
            String subject = event.subject().type().equals("customer")
                    ? "customer:" + event.subject().id()
                    : name(UUID.fromString(event.subject().id()));
            boolean inOrder = event.sequence() == before.size() + 1;
            before.add(type + " " + subject + (inOrder ? "" : " out of order: " + event.sequence()));
        }
    }
}
