// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.kb.KnowledgeBase;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

/**
 * Writes what is published as a directory of Markdown files that {@link MarkdownImport} reads back: imported into an empty base and
 * exported again it is the same, byte for byte.
 *
 * <ul>
 *   <li>Each article is a file {@code place/name.md} in the language that it was written in, with a file {@code place/name.LANGUAGE.md} beside it
 *       for each other one. It lies where it was imported from, else in the folders of its first category, by its slug. Names are such as every
 *       file system takes, and no two differ in case alone; one that is taken is counted on.
 *   <li>The front matter says title, language, id, slugs, categories, tags, audiences, owner, day of review, what is related, and the
 *       pictures and files. Below it the text stands as it is, with {@code \n} as line end.
 *   <li>A picture lies where the text's link leads, or in {@code files/} by the SHA-256 of its bytes where something else lies there or no
 *       portable path leads there.
 *   <li>{@code categories.yml} holds the tree of categories with their names; {@code portal-export.yml}, written last, how much there is.
 * </ul>
 *
 * <p>Left out are drafts, plans, what is archived, and earlier revisions. Only what the actor's own scope covers is written.
 *
 * <p>Immutable and thread-safe. An export holds the names of all files in memory, but of articles no more than a page.
 */
public final class MarkdownExport {
    private final KnowledgeBase knowledge;

    private MarkdownExport(KnowledgeBase knowledge) {
        this.knowledge = knowledge;
    }

    /** Returns an export of this knowledge base. */
    public static MarkdownExport of(KnowledgeBase knowledge) {
        return new MarkdownExport(knowledge);
    }

    /**
     * Writes the folder, whole or not at all: it grows beside its place, under a hidden name, and is moved there when all is written. An
     * export that fails takes away what it wrote; one whose process dies leaves the hidden folder. Where the file system knows owners the folder
     * is its owner's alone.
     *
     * @param actor a program, or an editor
     * @param folder what is not there yet, or empty, in a folder that is there
     * @throws FileAlreadyExistsException when there is a file of this name, or a folder with something in it
     * @throws IOException when it can't be written
     * @throws PortalException.AccessDenied when the actor may not export
     */
    public ExportReport run(Actor actor, Path folder) throws IOException {
        try (ExportFolder growing = ExportFolder.beside(folder)) {
            ExportReport report = new ExportRun(knowledge, actor, growing).toEnd();
            growing.finish();
            return report;
        }
    }
}
