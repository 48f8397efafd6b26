// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import dev.portalblocks.kb.model.ArticleId;
import java.util.List;

/**
 * What an export has written.
 *
 * @param articles how many articles
 * @param texts how many Markdown files: one for each language of each article
 * @param files how many pictures and files; what several articles show is written once where it can be
 * @param remarks what was left out of articles, and why
 */
public record ExportReport(int articles, int texts, int files, List<Remark> remarks) {
    /** Copies the list. */
    public ExportReport {
        remarks = List.copyOf(remarks);
    }

    /**
     * Something that was left out of an article.
     *
     * @param article which article
     * @param path the Markdown file that it became, below the folder
     * @param code a stable code: {@code asset-gone} for bytes that were no longer there
     */
    public record Remark(ArticleId article, String path, String code) {}
}
