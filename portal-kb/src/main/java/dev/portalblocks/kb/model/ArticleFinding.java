// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import dev.portalblocks.core.model.LanguageTag;

/**
 * A place in an article at which something keeps a reader from what it says.
 *
 * @param language in which text
 * @param problem what it is
 * @param destination the picture, video, sound or link, as written; may be empty
 * @param line the line of the body, from 1; 0 where it is not known
 */
public record ArticleFinding(LanguageTag language, ContentProblem problem, String destination, int line) {}
