// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import dev.portalblocks.tck.model.Ledger.Call;
import dev.portalblocks.tck.model.Ledger.Once;
import dev.portalblocks.tck.model.Section.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The FAQ, as it is to be. */
final class FaqModel {
    private final Ledger ledger;
    /** In the editors' order. */
    private final List<Section> sections = new ArrayList<>();
    /** In the order in which they were made. */
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    FaqModel(Ledger ledger) {
        this.ledger = ledger;
    }

    long version(String name) {
        Entry entry = entries.get(name);
        return entry == null
                ? sections.stream()
                        .filter(one -> one.name.equals(name))
                        .mapToLong(one -> one.version)
                        .sum()
                : entry.version;
    }

    List<String> sectionNames() {
        return sections.stream().map(section -> section.name).toList();
    }

    List<String> entryNames(String section) {
        return sections.stream()
                .filter(one -> one.name.equals(section))
                .flatMap(one -> one.entries.stream())
                .map(entry -> entry.name)
                .toList();
    }

    String addSection(Who who, String title, @Nullable String key) {
        return ledger.create(
                arrange(who, "faq.section.add"),
                new Once(key, title),
                reach -> {
                    Section section = new Section(ledger.next("s"), title, end(), ledger.now());
                    sections.add(section);
                    ledger.emit(section.name, "faq.section-changed", section.name);
                    return section.name;
                },
                (reach, name) -> section(name, null).view());
    }

    private int end() {
        return sections.isEmpty() ? 0 : sections.get(sections.size() - 1).position + 1;
    }

    String renameSection(Who who, String name, String title, @Nullable Long expected) {
        return ledger.write(arrange(who, "faq.section.rename"), reach -> {
            Section section = section(name, expected);
            if (section.title.equals(title)) {
                ledger.unchanged();
            } else {
                section.title = title;
                section.version++;
                section.changedAt = ledger.now();
            }
            ledger.emit(name, "faq.section-changed", name);
            return section.view();
        });
    }

    String removeSection(Who who, String name, @Nullable Long expected) {
        return ledger.write(arrange(who, "faq.section.remove"), reach -> {
            Section section = section(name, expected);
            if (!section.entries.isEmpty()) {
                throw Refused.because("faq-section.not-empty");
            }
            sections.remove(section);
            ledger.emit(name, "faq.section-removed", name);
            return "gone";
        });
    }

    String orderSections(Who who, List<String> wanted) {
        return ledger.write(arrange(who, "faq.section.order"), reach -> {
            List<Section> ordered = Section.arranged(sections, section -> section.name, wanted);
            ledger.unchanged(IntStream.range(0, ordered.size()).allMatch(i -> ordered.get(i).position == i));
            for (int i = 0; i < ordered.size(); i++) {
                ordered.get(i).placeAt(i, ledger);
            }
            sections.clear();
            sections.addAll(ordered);
            return Lines.list(ordered.stream().map(Section::view).toList());
        });
    }

    String orderEntries(Who who, String name, List<String> wanted) {
        return ledger.write(arrange(who, "faq.entry.order"), reach -> {
            Section section = section(name, null);
            List<Entry> ordered = Section.arranged(section.entries, entry -> entry.name, wanted);
            if (ordered.equals(section.entries)) {
                ledger.unchanged();
            }
            section.entries.clear();
            section.entries.addAll(ordered);
            ledger.emit(name, "faq.section-ordered", name);
            return Lines.list(ordered.stream().map(Entry::view).toList());
        });
    }

    String listSections(Who who) {
        return ledger.read(
                edit(who, "faq.section.list"),
                reach -> Lines.list(sections.stream().map(Section::view).toList()));
    }

    String listEntries(Who who, String name) {
        return ledger.read(
                edit(who, "faq.section.entries"),
                reach -> Lines.list(
                        section(name, null).entries.stream().map(Entry::view).toList()));
    }

    String add(Who who, String into, Content content, @Nullable String key) {
        return ledger.create(
                edit(who, "faq.entry.add"),
                new Once(key, Lines.of(into, content)),
                reach -> {
                    Section section = section(into, null);
                    Entry entry = new Entry(ledger.next("e"), section, content, ledger.now());
                    section.entries.add(entry);
                    entries.put(entry.name, entry);
                    ledger.emit(entry.name, "faq.entry-added", entry.name);
                    return entry.name;
                },
                (reach, name) -> entry(name, null).view());
    }

    String change(Who who, String name, Content content, @Nullable Long expected) {
        return ledger.write(edit(who, "faq.entry.change"), reach -> {
            Entry entry = entry(name, expected);
            if (entry.newest().equals(content)) {
                ledger.unchanged();
            } else {
                entry.changed(entry.state, content, ledger.now());
            }
            ledger.emit(name, "faq.entry-changed", name);
            return entry.view();
        });
    }

    String move(Who who, String name, String into) {
        return ledger.write(arrange(who, "faq.entry.move"), reach -> {
            Section section = section(into, null);
            Entry entry = entry(name, null);
            if (entry.section == section) {
                ledger.unchanged();
            } else {
                entry.section.entries.remove(entry);
                section.entries.add(entry);
                entry.section = section;
            }
            ledger.emit(name, "faq.entry-moved", name);
            return entry.view();
        });
    }

    String remove(Who who, String name, @Nullable Long expected) {
        return ledger.write(arrange(who, "faq.entry.remove"), reach -> {
            Entry entry = entry(name, expected);
            entry.section.entries.remove(entry);
            entries.remove(name);
            ledger.emit(name, "faq.entry-removed", name);
            return "gone";
        });
    }

    String publish(Who who, String name, @Nullable Long expected) {
        return ledger.write(arrange(who, "faq.entry.publish"), reach -> {
            Entry entry = entry(name, expected);
            if (entry.draft == null && entry.state == Piece.State.PUBLISHED) {
                throw Refused.because("faq-entry.nothing-to-publish");
            }
            Content content = entry.newest();
            Piece.Revision last = entry.published();
            if (last != null && entry.state == Piece.State.PUBLISHED && content.takesFrom(last.content())) {
                ledger.emit(name, "faq.entry-narrowed", name);
            }
            entry.revisions.add(new Piece.Revision(entry.revisions.size() + 1, content, ledger.now()));
            entry.changed(Piece.State.PUBLISHED, null, ledger.now());
            ledger.emit(name, "faq.entry-published", name);
            return entry.view();
        });
    }

    String withdraw(Who who, String name, @Nullable Long expected) {
        return ledger.write(arrange(who, "faq.entry.withdraw"), reach -> {
            Entry entry = entry(name, expected);
            if (entry.state != Piece.State.PUBLISHED) {
                throw Refused.because("faq-entry.not-published");
            }
            entry.changed(Piece.State.ARCHIVED, entry.draft, ledger.now());
            ledger.emit(name, "faq.entry-withdrawn", name);
            return entry.view();
        });
    }

    String revisions(Who who, String name) {
        return ledger.read(edit(who, "faq.entry.revisions"), reach -> {
            List<String> latestFirst = new ArrayList<>();
            entry(name, null).revisions.forEach(one -> latestFirst.add(0, one.toString()));
            return Lines.list(latestFirst);
        });
    }

    String find(Who who, String name) {
        return ledger.read(
                edit(who, "faq.entry.read"), reach -> entry(name, null).view());
    }

    String list(Who who) {
        return ledger.read(
                edit(who, "faq.entry.list"),
                reach -> Lines.list(entries.values().stream().map(Entry::view).toList()));
    }

    String read(Who who, String name, @Nullable String language) {
        return ledger.read(new Call(who, "faq.read", Right.FAQ_READ), reach -> {
            Entry entry = entries.get(name);
            Content seen = entry == null ? null : entry.seen(reach).orElse(null);
            if (seen == null) {
                throw Refused.because("faq-entry.not-found");
            }
            return entry.served(seen, language);
        });
    }

    String sections(Who who, @Nullable String language) {
        return ledger.read(
                new Call(who, "faq.sections", Right.FAQ_READ),
                reach -> Lines.list(sections.stream()
                        .filter(section -> section.entries.stream()
                                .anyMatch(entry -> entry.seen(reach).isPresent()))
                        .map(section -> Lines.of(
                                section.name,
                                "de",
                                section.title,
                                section.entries.stream()
                                        .flatMap(entry ->
                                                entry.seen(reach).stream().map(seen -> entry.served(seen, language)))
                                        .toList()))
                        .toList()));
    }

    private static Call edit(Who who, String operation) {
        return new Call(who, operation, Right.FAQ_EDIT);
    }

    private static Call arrange(Who who, String operation) {
        return new Call(who, operation, Right.FAQ_PUBLISH);
    }

    private Section section(String name, @Nullable Long expected) {
        Section section = sections.stream()
                .filter(one -> one.name.equals(name))
                .findFirst()
                .orElseThrow(() -> Refused.because("faq-section.not-found"));
        if (expected != null && expected != section.version) {
            throw Refused.because("faq-section.version-conflict");
        }
        return section;
    }

    private Entry entry(String name, @Nullable Long expected) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw Refused.because("faq-entry.not-found");
        }
        if (expected != null && expected != entry.version) {
            throw Refused.because("faq-entry.version-conflict");
        }
        return entry;
    }
}
