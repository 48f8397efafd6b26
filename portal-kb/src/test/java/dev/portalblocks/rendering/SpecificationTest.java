// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;
import org.junit.jupiter.api.Test;

/** The examples of the CommonMark specification. */
class SpecificationTest {
    private static final List<Example> EXAMPLES = ExampleReader.readExamples(TestResources.getSpec());

    @Test
    void everyExampleOfWhatIsAllowedBecomesWhatTheSpecificationSays() {
        Map<String, Integer> leftOut = new TreeMap<>();
        SoftAssertions all = new SoftAssertions();
        int compared = 0;
        for (Example example : EXAMPLES) {
            List<String> complaints = Reparsed.of(tabs(example.getHtml())).complaints();
            if (!complaints.isEmpty()) {
                complaints.stream().limit(1).forEach(reason -> leftOut.merge(reason, 1, Integer::sum));
                continue;
            }
            compared++;
            all.assertThat(Reparsed.of(html(example)).shape())
                    .as("%s: %s", example, example.getSource())
                    .isEqualTo(Reparsed.of(tabs(example.getHtml())).shape());
        }
        System.out.printf("CommonMark: %d of %d compared, left out %s%n", compared, EXAMPLES.size(), leftOut);
        all.assertAll();
        assertThat(EXAMPLES).hasSize(652);
        assertThat(compared).as("left out %s", leftOut).isEqualTo(611);
    }

    /** The file writes a tab as an arrow. */
    private static String tabs(String text) {
        return text.replace('\u2192', '\t');
    }

    private static String html(Example example) {
        return Renderer.standard()
                .render(tabs(example.getSource()), TextLinks.asWritten())
                .html();
    }
}
