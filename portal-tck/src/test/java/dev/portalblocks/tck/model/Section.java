// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /** Returns what is there in the order of these names, which are exactly those of what is there. */
    static <T> List<T> arranged(List<T> there, Function<T, String> name, List<String> wanted) {
        if (new HashSet<>(wanted).size() < wanted.size()) {
            throw Refused.because("faq-order.duplicate");
        }
        List<String> known = there.stream().map(name).sorted().collect(Collectors.toList());
        if (!known.equals(wanted.stream().sorted(Comparator.naturalOrder()).toList())) {
            throw Refused.because("faq-order.conflict");
        }
        return wanted.stream()
                .flatMap(next -> there.stream().filter(one -> name.apply(one).equals(next)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** A question with its answer. */
    static final class Entry {
        final String name;
        Section section;
        final List<Piece.Revision> revisions = new ArrayList<>();
        Piece.State state = Piece.State.DRAFT;

        @Nullable
        Content draft;

        Instant changedAt;
        long version = 1;

        Entry(String name, Section section, Content draft, Instant now) {
            this.name = name;
            this.section = section;
            this.draft = draft;
            this.changedAt = now;
        }

        void changed(Piece.State next, @Nullable Content left, Instant now) {
            state = next;
            draft = left;
            version++;
            changedAt = now;
        }

        Piece.@Nullable Revision published() {
            return revisions.isEmpty() ? null : revisions.get(revisions.size() - 1);
        }

        /** Returns what was written last. */
        Content newest() {
            Piece.Revision last = published();
            return draft != null || last == null ? Objects.requireNonNull(draft) : last.content();
        }

        /** Returns what readers of such a reach see. */
        Optional<Content> seen(Right.Reach reach) {
            return Optional.ofNullable(published())
                    .filter(last -> state == Piece.State.PUBLISHED)
                    .map(Piece.Revision::content)
                    .filter(content -> reach.readers(content.audiences()));
        }

        String view() {
            String stands = state == Piece.State.ARCHIVED ? "WITHDRAWN" : state.name();
            return Lines.of(name, section.name, stands, draft, published(), version, changedAt);
        }

        String served(Content content, @Nullable String wanted) {
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
