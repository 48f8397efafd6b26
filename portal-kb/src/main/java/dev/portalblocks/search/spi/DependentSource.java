// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.spi;

import java.util.Set;

/**
 * A source whose documents say something of what is no object of its own, as an article's name the categories that it stands in. When
 * that changes, no event names the objects that say something else since.
 */
public interface DependentSource extends SearchSource {
    /**
     * Returns the types of events after which all of its objects are read again, as soon as the log has been read to its end; until then
     * the index keeps what it had. Asked once. As it costs as much as there is, it is for what happens seldom.
     */
    Set<String> staleAfter();
}
