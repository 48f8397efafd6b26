// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.kb.markdown.MarkdownExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** How to take the knowledge base out. */
final class ExportInvokers {
    private static final PageRequest PAGE = PageRequest.first(100);

    private ExportInvokers() {}

    static List<Invoker> ofOperations() {
        return List.of(
                new Invoker(
                        "KnowledgeExport.list(Actor, PageRequest)",
                        "kb.export.list",
                        (portal, actor, target) -> portal.knowledge.export().list(actor, PAGE).items().stream()
                                .anyMatch(article ->
                                        article.id().equals(target.articles().published()))),
                new Invoker(
                        "KnowledgeExport.openAsset(Actor, ArticleId, String)",
                        "kb.export.open-asset",
                        (portal, actor, target) -> {
                            try (var bytes = portal.knowledge
                                    .export()
                                    .openAsset(actor, target.articles().published(), SampleArticles.PICTURE)) {
                                return bytes.readAllBytes().length > 0;
                            }
                        }));
    }

    static List<Invoker> ofWork() {
        return List.of(new Invoker("MarkdownExport.run(Actor, Path)", "kb.export.list", (portal, actor, target) -> {
            Path folder = Files.createTempDirectory("export");
            try {
                return MarkdownExport.of(portal.knowledge)
                                .run(actor, folder.resolve("all"))
                                .articles()
                        > 0;
            } finally {
                remove(folder);
            }
        }));
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
