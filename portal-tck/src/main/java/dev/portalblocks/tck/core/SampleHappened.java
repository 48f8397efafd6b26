// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.model.EventType;

/**
 * What the events of {@link EventStoreContract} are about. A store that must know its types in advance is to know
 * {@link #TYPE}.
 *
 * @param text any text
 * @param number any number
 */
public record SampleHappened(String text, long number) {
    /** The type of these events. */
    public static final EventType<SampleHappened> TYPE =
            new EventType<>("portalblocks.tck.sample-happened.v1", SampleHappened.class);
}
