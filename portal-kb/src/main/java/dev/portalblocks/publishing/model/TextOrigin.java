// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.publishing.model;

/**
 * Where a published text comes from.
 *
 * @param revision by which revision it came; texts in other languages that came later don't count
 * @param written the version at which it was last written, or confirmed to say what the first language says
 */
public record TextOrigin(long revision, long written) {}
