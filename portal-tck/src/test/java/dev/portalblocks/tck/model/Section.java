// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A section of the FAQ, as it is to be. */
final class Section {
    final String name;
    /** In the editors' order. */
    final List<Entry> entries = new ArrayList<>();

    String title;
    Instant changedAt;
    long version = 1;
    /** Places have gaps where a section was removed, until they are dealt out again. */
    int position;

    Section(String name, String title, int position, Instant now) {
        this.name = name;
        this.position = position;
        this.title = title;
        this.changedAt = now;
    }

    void placeAt(int place, Ledger ledger) {
        if (position != place) {
            position = place;
            ledger.emit(name, "faq.section-ordered", name);
        }
    }

    String view() {
        return Lines.of(name, title, version, changedAt);
    }

    /** A question with its answer. */
    static final class Entry {
        final String name;
        Section section;
        Content content;
        boolean published;
        Instant changedAt;
        long version = 1;

        Entry(String name, Section section, Content content, Instant now) {
            this.name = name;
            this.section = section;
            this.content = content;
            this.changedAt = now;
        }

        void changed(Instant now) {
            version++;
            changedAt = now;
        }

        String view() {
            return Lines.of(name, section.name, published ? "PUBLISHED" : "DRAFT", content, version, changedAt);
        }

        String served(@Nullable String wanted) {
            String language = content.served(wanted);
            return Lines.of(
                    name,
                    section.name,
                    language,
                    content.languages(),
                    content.texts().get(language));
        }
    }
}
