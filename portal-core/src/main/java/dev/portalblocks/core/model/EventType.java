// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

/**
 * A kind of thing that happens, with the record that describes it.
 *
 * @param name stable, {@code portalblocks.kb.article-published.v1}
 * @param data the record's class; it holds ids and states, never personal data
 * @param <D> the record
 */
public record EventType<D extends Record>(String name, Class<D> data) {}
