// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering.model;

/**
 * A line of a table of contents.
 *
 * @param text what the heading says, on one line
 * @param level the heading's level, from 1 to 6
 * @param depth how many entries it stands below, from 0: levels that the text leaves out don't count
 * @param anchor what a link to it ends with, behind the {@code #}; no two of one text are equal
 */
public record ContentsEntry(String text, int level, int depth, String anchor) {}
