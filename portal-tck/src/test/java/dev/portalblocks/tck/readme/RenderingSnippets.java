// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.readme;

import dev.portalblocks.rendering.HtmlCleaner;
import dev.portalblocks.rendering.Inspection;
import dev.portalblocks.rendering.Renderer;
import dev.portalblocks.rendering.SvgCleaner;
import dev.portalblocks.rendering.model.ContentsEntry;
import dev.portalblocks.rendering.model.LinkTarget;
import dev.portalblocks.rendering.model.Rendered;
import dev.portalblocks.rendering.model.TextFinding;
import dev.portalblocks.rendering.model.TextInspection;
import dev.portalblocks.rendering.model.TextReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines that the guide to rendering shows. */
final class RenderingSnippets {
    private RenderingSnippets() {}

    /** The host's page. */
    interface Shown {
        void show(String html, List<ContentsEntry> contents, String text);
    }

    static void render(String markdown, Shown page) {
        // guide begins
        Renderer renderer = Renderer.builder().transcriptLabel("Mitschrift").build();
        Rendered rendered = renderer.render(markdown, target -> switch (target.type()) {
            case ARTICLE -> Optional.of("/hilfe/" + target.id());
            case PATH, ASSET -> Optional.of("/dateien/" + target.id());
            case FAQ -> Optional.empty(); // no address for this reader: the link's text stays
        });
        page.show(rendered.html(), rendered.contents(), rendered.plainText());
        // guide ends
    }

    static List<String> inspect(String markdown) {
        List<String> report = new ArrayList<>();
        // guide begins
        TextInspection inspection = Inspection.of(markdown);
        for (TextFinding finding : inspection.findings()) {
            report.add(finding.line() + ": " + finding.problem()); // 3: PICTURE_WITHOUT_ALTERNATIVE
        }
        for (TextReference reference : inspection.references()) {
            LinkTarget.parse(reference.destination())
                    .ifPresent(target -> report.add(target.type() + " " + target.id()));
        }
        // guide ends
        return report;
    }

    static List<String> clean(String svg) {
        // guide begins
        String html = HtmlCleaner.clean("<p onclick=alert(1)>Guten <b>Tag</b><script>alert(1)</script>");
        Optional<String> picture = SvgCleaner.clean(svg); // empty where it is no picture that is safe
        // guide ends
        return List.of(html, picture.orElse(""));
    }
}
