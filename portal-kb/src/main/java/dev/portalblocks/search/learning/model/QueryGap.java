// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning.model;

import dev.portalblocks.core.model.LanguageTag;

/**
 * What was asked in the same words and language, and what came of it.
 *
 * @param query the words, in lower case, of at most 200 characters; what could be somebody's number or address stands as
 *     {@code [iban]}, {@code [e-mail]}, {@code [telefon]}, {@code [datum]}, {@code [kennzeichen]} or {@code [nummer]}
 * @param language the readers' language
 * @param counts how often
 */
public record QueryGap(String query, LanguageTag language, QueryCounts counts) {}
