// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    void changed(State next, @Nullable Content left, Instant now) {
        state = next;
        draft = left;
        version++;
        changedAt = now;
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
