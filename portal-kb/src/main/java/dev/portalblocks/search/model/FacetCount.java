// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.model;

/**
 * How many hits have something in common.
 *
 * @param value what that is: a kind of object, the id of a category, a tag
 * @param hits how many there are, on all pages
 */
public record FacetCount(String value, int hits) {}
