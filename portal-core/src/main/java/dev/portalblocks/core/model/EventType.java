// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

/**
 * A kind of thing that happens, with the record that describes it.
 *
 * @param name stable, {@code portalblocks.kb.article-published.v1}
 * @param data the record's class; it holds ids and states, never personal data
 * @param isWithdrawal whether it takes something from readers: who keeps a copy of the subject, as a search index does, shows it
 *     to nobody from the commit on, until it has read the subject anew; of a customer that is everything of theirs
 * @param <D> the record
 */
public record EventType<D extends Record>(String name, Class<D> data, boolean isWithdrawal) {
    /** A kind that takes nothing from readers. */
    public EventType(String name, Class<D> data) {
        this(name, data, false);
    }

    /** Returns a kind that takes something from readers. */
    public static <D extends Record> EventType<D> withdrawal(String name, Class<D> data) {
        return new EventType<>(name, data, true);
    }
}
