// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import dev.portalblocks.rendering.model.LinkTarget;
import java.util.Optional;

/** Says where what a text refers to is found. Asked while a text is rendered, for each link, picture, video and sound. */
@FunctionalInterface
public interface TextLinks {
    /**
     * Returns the address, absolute or relative to the page; empty when there is none for this reader: then a link's text stays, a
     * picture's alternative text, a video's title and transcript. An address of another scheme than {@code http}, {@code https}
     * and, for links, {@code mailto} and {@code tel} counts as none.
     */
    Optional<String> findAddress(LinkTarget target);

    /** Returns links that leave relative paths as they are written, and have no address for anything else. */
    static TextLinks asWritten() {
        return target -> target.type() == LinkTarget.Type.PATH ? Optional.of(target.destination()) : Optional.empty();
    }
}
