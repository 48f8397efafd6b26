// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import java.util.List;

/**
 * What became of every file of a tree: {@code created + changed + unchanged + translations + refused} is the number of files.
 *
 * @param files how many files there were
 * @param created how many became articles
 * @param changed how many became revisions
 * @param unchanged how many said what their article said already
 * @param translations how many are other languages of these articles
 * @param archived how many articles were archived because their file had vanished
 * @param refusals every file that was refused, and why
 * @param remarks what was left out of articles that were taken, and why
 */
public record ImportReport(
        int files,
        int created,
        int changed,
        int unchanged,
        int translations,
        int archived,
        List<Reading.Refusal> refusals,
        List<Remark> remarks) {
    /** Copies the lists. */
    public ImportReport {
        refusals = List.copyOf(refusals);
        remarks = List.copyOf(remarks);
    }

    /** Returns how many files were refused. */
    public int refused() {
        return refusals.size();
    }

    /**
     * Something that was left out of an article.
     *
     * @param path the file
     * @param note what and why
     */
    public record Remark(String path, Reading.Note note) {}
}
