// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An article, as it is to be. */
final class Piece {
    /** The states of an article. */
    enum State {
        DRAFT,
        PUBLISHED,
        ARCHIVED,
        VANISHED
    }

    /**
     * What was published.
     *
     * @param number the how manieth
     * @param content what
     * @param at when
     */
    record Revision(long number, Content content, Instant at) {
        @Override
        public String toString() {
            return Lines.of(number, content, at);
        }
    }

    final String name;
    final @Nullable String path;
    final List<Revision> revisions = new ArrayList<>();
    /** By which revision the text of each language came. */
    private final Map<String, Long> origins = new HashMap<>();

    State state = State.DRAFT;

    @Nullable
    Content draft;

    Instant changedAt = Instant.EPOCH;
    long version;

    Piece(String name, @Nullable String path) {
        this.name = name;
        this.path = path;
    }

    @Nullable
    Revision published() {
        return revisions.isEmpty() ? null : revisions.get(revisions.size() - 1);
    }

    /** A text that readers see already came by the revision that it came by. */
    void published(Revision next) {
        Revision last = published();
        Map<String, String> before =
                state == State.PUBLISHED && last != null ? last.content().texts() : Map.of();
        next.content().texts().forEach((language, text) -> {
            if (!text.equals(before.get(language))) {
                origins.put(language, next.number());
            }
        });
        revisions.add(next);
    }

    long origin(String language) {
        return origins.getOrDefault(language, 0L);
    }

    void changed(State next, @Nullable Content left, Instant now) {
        state = next;
        draft = left;
        version++;
        changedAt = now;
    }

    /** Returns where it stands, as published or in its draft. */
    Set<String> categories() {
        Set<String> all = new HashSet<>(draft == null ? Set.of() : draft.categories());
        Revision last = published();
        all.addAll(last == null ? Set.of() : last.content().categories());
        return all;
    }

    boolean shows(Content content) {
        Revision last = published();
        return last != null && last.content().equals(content);
    }

    boolean isVisible(Right.Reach reach) {
        Revision last = published();
        return state == State.PUBLISHED
                && last != null
                && reach.readers(last.content().audiences());
    }

    String view() {
        return Lines.of(name, state, draft, published(), version, changedAt);
    }
}
