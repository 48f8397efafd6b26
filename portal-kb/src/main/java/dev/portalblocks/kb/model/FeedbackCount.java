// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import dev.portalblocks.core.model.LanguageTag;

/**
 * How many readers said that a revision of an article helped, in one language.
 *
 * @param revision which revision
 * @param language in which language they read it
 * @param helpful how many it helped
 * @param notHelpful how many it did not help
 */
public record FeedbackCount(long revision, LanguageTag language, int helpful, int notHelpful) {}
