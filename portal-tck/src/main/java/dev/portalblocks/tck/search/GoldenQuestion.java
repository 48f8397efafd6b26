// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.core.model.ObjectRef;

/**
 * A question and what answers it.
 *
 * @param group in which respect it differs from the text's own words
 * @param text as a customer puts it
 * @param right the one text that it asks for
 */
record GoldenQuestion(String group, String text, ObjectRef right) {}
