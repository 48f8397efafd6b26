// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

/**
 * How much of a query may still be built.
 *
 * @param clauses leaves of the query
 * @param terms terms in all of them
 */
record QueryRoom(int clauses, int terms) {
    /** Returns a part of this room. */
    QueryRoom part(int share, int of) {
        return new QueryRoom(clauses * share / of, terms * share / of);
    }

    /** Returns what is left of this room. */
    QueryRoom without(QueryRoom taken) {
        return new QueryRoom(clauses - taken.clauses, terms - taken.terms);
    }
}
