// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event;

import dev.portalblocks.core.crypto.Sha256;
import dev.portalblocks.core.model.EventType;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.SearchToken;

/**
 * Somebody wrote to the company after a search. A block, or the host, emits it in the transaction of the message, for {@link
 * #lane()} and never for the customer or the message: what was searched for is nobody's in particular.
 *
 * <p>Such a block registers {@link #TYPE} with its contribution and emits {@code context.emit(ContactFollowedSearch.TYPE,
 * followed.lane(), followed)}.
 *
 * @param search the hash of the search's token; after thirty minutes nothing has it but the log of events
 */
public record ContactFollowedSearch(String search) {
    /** The type of this event. */
    public static final EventType<ContactFollowedSearch> TYPE =
            new EventType<>("portalblocks.contact.search-followed.v1", ContactFollowedSearch.class);

    /** So many hexadecimal digits name a lane: 256 of them, so that messages hardly ever wait for one another. */
    private static final int DIGITS = 2;

    /** Returns that a message followed the search of this token. */
    public static ContactFollowedSearch of(SearchToken token) {
        return new ContactFollowedSearch(Sha256.hex(token.value()));
    }

    /** Returns the object and the lane that the event is emitted for: one of 256, which tell of nobody. */
    public ObjectRef lane() {
        return ObjectRef.of("search-lane", search.substring(0, Math.min(DIGITS, search.length())));
    }
}
