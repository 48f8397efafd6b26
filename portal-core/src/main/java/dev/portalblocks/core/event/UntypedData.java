// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event;

/**
 * The data of an event whose record is not at hand: its block is not composed here, or another release wrote it.
 *
 * @param json the data as it was written
 */
public record UntypedData(String json) {}
