// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.portalblocks.core.model.LanguageTag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real questions find their answers. Skipped where {@code PORTAL_CORPORA} does not name the folder of question sets. */
class RelevanceTest {
    @ParameterizedTest
    @CsvSource({"xquad-de, 5, 0.90, 0.98", "xquad-en, 5, 0.92, 0.98", "covidfaqcore-en, 1, 0.66, 0.89"})
    void realQuestionsFindTheirAnswers(String name, int step, double precision, double recall) throws IOException {
        String corpora = System.getenv("PORTAL_CORPORA");
        assumeTrue(corpora != null, "SKIPPED: PORTAL_CORPORA is not set, so the relevance of search is not measured");
        Path folder = Path.of(corpora).resolve(name);
        assumeTrue(Files.isDirectory(folder), "SKIPPED: no question set " + folder);

        QuestionSet.Figures figures = QuestionSet.in(folder, LanguageTag.of(name.substring(name.length() - 2)), step)
                .ask();

        assertThat(figures.precisionAt1()).as("%s: %s", name, figures).isGreaterThanOrEqualTo(precision);
        assertThat(figures.recallAt10()).as("%s: %s", name, figures).isGreaterThanOrEqualTo(recall);
    }
}
