// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import dev.portalblocks.tck.model.Ledger.Call;
import dev.portalblocks.tck.model.Ledger.Once;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The categories of the knowledge base, as they are to be. */
final class CategoryModel {
    private final Ledger ledger;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    CategoryModel(Ledger ledger) {
        this.ledger = ledger;
    }

    private static final class Entry {
        private final String name;
        private @Nullable String parent;
        private final String key;
        private final String language;
        private String title;
        private long version = 1;

        Entry(String name, @Nullable String parent, String key, String language, String title) {
            this.name = name;
            this.parent = parent;
            this.key = key;
            this.language = language;
            this.title = title;
        }

        String view() {
            return Lines.of(name, parent, key, title, version);
        }
    }

    long version(String name) {
        Entry entry = entries.get(name);
        return entry == null ? 0 : entry.version;
    }

    String create(Who who, @Nullable String parent, String key, @Nullable String once) {
        return ledger.create(
                new Call(who, "kb.category.create", Right.KB_CURATE),
                new Once(once, Lines.of(parent, key)),
                reach -> {
                    if (parent != null) {
                        find(parent);
                    }
                    if (child(parent, key) != null) {
                        throw Refused.because("category.key-taken");
                    }
                    return add(parent, key).name;
                },
                (reach, name) -> find(name).view());
    }

    private Entry add(@Nullable String parent, String key) {
        Entry entry = new Entry(ledger.next("k"), parent, key, "de", key);
        entries.put(entry.name, entry);
        ledger.emit(entry.name, "kb.category-changed", entry.name);
        return entry;
    }

    private @Nullable Entry child(@Nullable String parent, String key) {
        return entries.values().stream()
                .filter(entry -> Objects.equals(entry.parent, parent) && entry.key.equals(key))
                .findFirst()
                .orElse(null);
    }

    String rename(Who who, String name, String title, @Nullable Long expected) {
        return ledger.write(new Call(who, "kb.category.rename", Right.KB_CURATE), reach -> {
            Entry entry = find(name, expected);
            entry.title = title;
            entry.version++;
            ledger.emit(name, "kb.category-changed", name);
            return entry.view();
        });
    }

    String move(Who who, String name, @Nullable String target, @Nullable Long expected) {
        return ledger.write(new Call(who, "kb.category.move", Right.KB_CURATE), reach -> {
            Entry entry = find(name, expected);
            if (target != null) {
                find(target);
            }
            if (Objects.equals(entry.parent, target)) {
                ledger.unchanged();
                return entry.view();
            }
            requireNoCircle(name, target);
            if (child(target, entry.key) != null) {
                throw Refused.because("category.key-taken");
            }
            entry.parent = target;
            entry.version++;
            ledger.emit(name, "kb.category-moved", name);
            return entry.view();
        });
    }

    private void requireNoCircle(String name, @Nullable String target) {
        for (String at = target; at != null; at = find(at).parent) {
            if (at.equals(name)) {
                throw Refused.because("category.circle");
            }
        }
    }

    String remove(Who who, String name, @Nullable Long expected) {
        return ledger.write(new Call(who, "kb.category.remove", Right.KB_CURATE), reach -> {
            find(name, expected);
            if (entries.values().stream().anyMatch(other -> name.equals(other.parent))) {
                throw Refused.because("category.not-empty");
            }
            entries.remove(name);
            ledger.emit(name, "kb.category-removed", name);
            return "gone";
        });
    }

    String list(Who who) {
        return ledger.read(
                new Call(who, "kb.category.list-all", Right.KB_EDIT),
                reach -> Lines.list(entries.values().stream().map(Entry::view).toList()));
    }

    /** Returns where these keys lead to, making what is missing. */
    Set<String> leadingTo(List<String> keys) {
        String place = null;
        for (String key : keys) {
            Entry there = child(place, key);
            place = (there == null ? add(place, key) : there).name;
        }
        return place == null ? Set.of() : Set.of(place);
    }

    /** Returns those of the names that are there still; one that is not and was not among the earlier ones is refused. */
    Set<String> present(Collection<String> names, Collection<String> earlier) {
        names.stream().filter(name -> !earlier.contains(name)).forEach(this::find);
        Set<String> present = new TreeSet<>(names);
        present.retainAll(entries.keySet());
        return present;
    }

    /** Returns those in which something is found, and those above them, parents first. */
    String visible(List<Set<String>> contents, @Nullable String language) {
        List<String> found = new ArrayList<>();
        walk(null, contents, found);
        return Lines.list(found);
    }

    private void walk(@Nullable String parent, List<Set<String>> contents, List<String> found) {
        for (Entry entry : entries.values()) {
            if (Objects.equals(entry.parent, parent) && hasAny(entry.name, contents)) {
                long articles = contents.stream()
                        .filter(categories -> categories.contains(entry.name))
                        .count();
                found.add(Lines.of(entry.name, entry.parent, entry.language, entry.title, articles));
                walk(entry.name, contents, found);
            }
        }
    }

    private boolean hasAny(String name, List<Set<String>> contents) {
        return contents.stream().anyMatch(categories -> categories.contains(name))
                || entries.values().stream()
                        .anyMatch(entry -> name.equals(entry.parent) && hasAny(entry.name, contents));
    }

    private Entry find(String name, @Nullable Long expected) {
        Entry entry = find(name);
        if (expected != null && expected != entry.version) {
            throw Refused.because("category.version-conflict");
        }
        return entry;
    }

    private Entry find(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw Refused.because("category.not-found");
        }
        return entry;
    }
}
