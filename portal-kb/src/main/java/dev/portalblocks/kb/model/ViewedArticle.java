// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

/**
 * How often an article was seen on some days.
 *
 * @param article which article
 * @param views the readers of each of the days and of each revision, summed up
 */
public record ViewedArticle(ArticleId article, long views) {}
