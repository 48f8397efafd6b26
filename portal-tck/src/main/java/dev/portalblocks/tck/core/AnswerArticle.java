// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.model.Audience;

/**
 * An English article of the tenant {@code acme} that is published, for {@link AnswerSourceContract}.
 *
 * @param title its title, by which the tests know it
 * @param text plain text, which is the same as Markdown
 * @param audience for whom it is
 */
public record AnswerArticle(String title, String text, Audience audience) {}
