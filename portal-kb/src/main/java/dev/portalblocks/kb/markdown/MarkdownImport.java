// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.kb.KnowledgeBase;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Turns a directory of Markdown files into published articles: title, language, tags and audience from the front matter,
 * the category from the folders, pictures and files from the links.
 *
 * <p>A second import of the same tree changes nothing; a changed file makes a new revision, and of an article that
 * an editor has archived, which stays away, a draft. Two files are two articles,
 * whatever they have in common. What can't be read is reported and stops nothing. Each file is a transaction of its own:
 * an import that is broken off goes on where it was when it is started again.
 *
 * <p>Thread-safe; two imports of one name at the same time hinder each other, but lose nothing.
 */
public final class MarkdownImport {
    private final KnowledgeBase knowledge;
    private final ImportOptions options;

    private MarkdownImport(KnowledgeBase knowledge, ImportOptions options) {
        this.knowledge = knowledge;
        this.options = options;
    }

    /** Returns an import into this knowledge base. */
    public static MarkdownImport into(KnowledgeBase knowledge, ImportOptions options) {
        return new MarkdownImport(knowledge, options);
    }

    /** Imports the tree and reports; see {@link #run(Actor, Path, ImportListener)}. */
    public ImportReport run(Actor actor, Path root) throws IOException {
        return run(actor, root, (done, total, path) -> {});
    }

    /**
     * Imports the tree and reports what became of each file.
     *
     * @param actor a program, or an editor
     * @throws IOException when the root is no directory, or can't be read
     * @throws PortalException.AccessDenied when the actor may not import
     * @throws PortalException.StorageFailure when storage fails; what was imported by then stays
     */
    public ImportReport run(Actor actor, Path root, ImportListener listener) throws IOException {
        MarkdownTree tree = MarkdownTree.of(root);
        ImportRun run = new ImportRun(knowledge, options, actor, tree);
        return run.toEnd(listener);
    }
}
