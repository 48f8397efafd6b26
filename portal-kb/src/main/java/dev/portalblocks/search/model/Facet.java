// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.model;

/** By what hits are grouped. */
public enum Facet {
    /** The kind of object, {@code article}. */
    TYPE,
    /** The id of a category that a hit stands in. */
    CATEGORY,
    /** A tag that a hit has. */
    TAG
}
