// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.kb.markdown.ImportOptions;
import dev.portalblocks.kb.markdown.MarkdownImport;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** How to import a directory of Markdown files: work that is made of operations. */
final class ImportInvokers {
    /** How many articles the sample tree makes. */
    static final int ARTICLES = 2;

    private ImportInvokers() {}

    static List<Invoker> all() {
        return List.of(
                new Invoker(
                        "MarkdownImport.run(Actor, Path)",
                        "kb.import.find",
                        (portal, actor, target) ->
                                into(portal).run(actor, tree()).refused() == 0),
                new Invoker(
                        "MarkdownImport.run(Actor, Path, ImportListener)",
                        "kb.import.find",
                        (portal, actor, target) -> into(portal)
                                        .run(actor, tree(), (done, total, path) -> {})
                                        .refused()
                                == 0));
    }

    private static MarkdownImport into(Composition portal) {
        return MarkdownImport.into(portal.knowledge, ImportOptions.named("tree").archivingVanished());
    }

    private static Path tree() {
        try {
            return Path.of(Objects.requireNonNull(ImportInvokers.class.getResource("tree"), "tree")
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
