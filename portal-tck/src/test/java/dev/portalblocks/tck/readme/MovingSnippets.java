// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.readme;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.markdown.ExportReport;
import dev.portalblocks.kb.markdown.ImportOptions;
import dev.portalblocks.kb.markdown.ImportReport;
import dev.portalblocks.kb.markdown.MarkdownExport;
import dev.portalblocks.kb.markdown.MarkdownImport;
import dev.portalblocks.kb.markdown.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The Java of the guide to moving. */
final class MovingSnippets {
    private MovingSnippets() {}

    /** Returns how many articles were written and are there again. */
    static int moved(KnowledgeBase knowledge, KnowledgeBase elsewhere, Actor lena, Path folder, Consumer<String> log)
            throws IOException {
        // guide begins
        ExportReport written =
                MarkdownExport.of(knowledge).run(lena, folder); // a folder that is not there yet, or empty
        ImportReport read =
                MarkdownImport.into(elsewhere, ImportOptions.named("umzug")).run(lena, folder);
        for (Reading.Refusal refused : read.refusals()) {
            log.accept(refused.path() + ":" + refused.line() + " " + refused.reason());
        }
        // guide ends
        return written.articles() == read.created() ? read.created() : -1;
    }
}
