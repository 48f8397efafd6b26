// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import dev.portalblocks.tck.model.Ledger.Call;
import dev.portalblocks.tck.model.Ledger.Once;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The folders of the vault, as they are to be. */
final class FolderModel {
    private final Ledger ledger;
    private final Predicate<String> holdsDocuments;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    FolderModel(Ledger ledger, Predicate<String> holdsDocuments) {
        this.ledger = ledger;
        this.holdsDocuments = holdsDocuments;
    }

    private static final class Entry {
        private final String name;
        private final String customer;
        private @Nullable String parent;
        private String title;
        private Instant changedAt;
        private long version = 1;

        Entry(String name, String customer, @Nullable String parent, String title, Instant now) {
            this.name = name;
            this.customer = customer;
            this.parent = parent;
            this.title = title;
            this.changedAt = now;
        }

        void changed(Instant now) {
            version++;
            changedAt = now;
        }

        String view() {
            return Lines.of(name, customer, parent, title, version, changedAt);
        }
    }

    long version(String name) {
        Entry entry = entries.get(name);
        return entry == null ? 0 : entry.version;
    }

    String create(Who who, String customer, @Nullable String parent, String title, @Nullable String key) {
        return ledger.create(
                new Call(who, "docs.folder.create", Right.DOCS_WRITE),
                new Once(key, Lines.of(customer, parent, title)),
                reach -> {
                    requireCustomer(reach, customer);
                    require(reach, customer, parent);
                    requireFree(null, customer, parent, title);
                    Entry entry = new Entry(ledger.next("f"), customer, parent, title, ledger.now());
                    entries.put(entry.name, entry);
                    emit(entry, "created");
                    return entry.name;
                },
                (reach, name) -> find(reach, name).view());
    }

    String rename(Who who, String name, String title, @Nullable Long expected) {
        return ledger.write(new Call(who, "docs.folder.rename", Right.DOCS_WRITE), reach -> {
            Entry entry = lock(reach, name, expected);
            if (entry.title.equals(title)) {
                ledger.unchanged();
                return entry.view();
            }
            requireFree(entry, entry.customer, entry.parent, title);
            entry.title = title;
            entry.changed(ledger.now());
            emit(entry, "renamed");
            return entry.view();
        });
    }

    String move(Who who, String name, @Nullable String target, @Nullable Long expected) {
        return ledger.write(new Call(who, "docs.folder.move", Right.DOCS_WRITE), reach -> {
            Entry entry = lock(reach, name, expected);
            require(reach, entry.customer, target);
            if (Objects.equals(entry.parent, target)) {
                ledger.unchanged();
                return entry.view();
            }
            requireNoCircle(name, target);
            requireFree(entry, entry.customer, target, entry.title);
            entry.parent = target;
            entry.changed(ledger.now());
            emit(entry, "moved");
            return entry.view();
        });
    }

    private void requireNoCircle(String name, @Nullable String target) {
        for (String at = target; at != null; at = Objects.requireNonNull(entries.get(at)).parent) {
            if (at.equals(name)) {
                throw Refused.because("folder.circle");
            }
        }
    }

    String remove(Who who, String name, @Nullable Long expected) {
        return ledger.write(new Call(who, "docs.folder.remove", Right.DOCS_WRITE), reach -> {
            Entry entry = lock(reach, name, expected);
            if (holdsDocuments.test(name) || entries.values().stream().anyMatch(other -> name.equals(other.parent))) {
                throw Refused.because("folder.not-empty");
            }
            entries.remove(name);
            emit(entry, "removed");
            return "gone";
        });
    }

    String read(Who who, String name) {
        return ledger.read(
                new Call(who, "docs.folder.read", Right.DOCS_READ),
                reach -> find(reach, name).view());
    }

    String list(Who who, String customer) {
        return ledger.read(
                new Call(who, "docs.folder.list", Right.DOCS_READ),
                reach -> Lines.list(entries.values().stream()
                        .filter(entry -> entry.customer.equals(customer) && reach.customer(customer))
                        .map(Entry::view)
                        .toList()));
    }

    void requireCustomer(Right.Reach reach, String customer) {
        if (!reach.customer(customer)) {
            throw Refused.because("customer.not-found");
        }
    }

    /** Refuses a folder that is not this customer's. */
    void require(Right.Reach reach, String customer, @Nullable String name) {
        if (name != null && !find(reach, name).customer.equals(customer)) {
            throw Refused.because("folder.not-found");
        }
    }

    private Entry find(Right.Reach reach, String name) {
        Entry entry = entries.get(name);
        if (entry == null || !reach.customer(entry.customer)) {
            throw Refused.because("folder.not-found");
        }
        return entry;
    }

    private Entry lock(Right.Reach reach, String name, @Nullable Long expected) {
        Entry entry = find(reach, name);
        if (expected != null && expected != entry.version) {
            throw Refused.because("folder.version-conflict");
        }
        return entry;
    }

    private void requireFree(@Nullable Entry self, String customer, @Nullable String parent, String title) {
        boolean taken = entries.values().stream()
                .filter(other -> other != self)
                .anyMatch(other -> other.customer.equals(customer)
                        && Objects.equals(other.parent, parent)
                        && other.title.toLowerCase(Locale.ROOT).equals(title.toLowerCase(Locale.ROOT)));
        if (taken) {
            throw Refused.because("folder.name-taken");
        }
    }

    private void emit(Entry entry, String what) {
        ledger.emit("customer:" + entry.customer, "docs.folder-" + what, entry.name);
    }
}
