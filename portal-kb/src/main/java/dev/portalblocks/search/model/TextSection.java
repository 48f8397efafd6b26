// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.model;

/**
 * A part of a text that stands below a heading, up to the next heading.
 *
 * @param heading what the heading says, on one line
 * @param anchor what a link to it ends with, behind the {@code #}; no two of one text are equal
 * @param start where the heading begins in the text
 */
public record TextSection(String heading, String anchor, int start) {}
